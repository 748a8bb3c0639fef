import type { Localized } from '../../core/model/text/localized';

/** What the commands for notices and logs say. */
export const noticeTexts = {
  recordAndKind: {
    en: 'This command takes one change (its id or file) and a kind of notice, such as start.',
    es: 'Esta orden necesita un cambio (identificador o fichero) y una clase de aviso, como inicio.',
  },
  badTemplate: {
    en: '{path}:{line}:{column}: the template cannot be used: {reason}.',
    es: '{path}:{line}:{column}: la plantilla no se puede usar: {reason}.',
  },
  notDrafted: { en: 'Nothing was drafted.', es: 'No se ha redactado nada.' },
  draftRecipients: {
    en: '{to} {to|recipient|recipients}, {hidden} {hidden|blind copy|blind copies}. Nothing is sent.',
    es: '{to} {to|destinatario|destinatarios}, {hidden} en copia oculta. No se envía nada.',
  },
  draftUnreached: {
    en: 'No address is known for: {parties}. Add contacts to the customer, or addresses to `notify`.',
    es: 'Sin dirección conocida: {parties}. Añade contactos al cliente o direcciones a `avisar`.',
  },
  draftRefused: {
    en: 'Not mail addresses, and left out: {addresses}.',
    es: 'No son direcciones de correo y quedan fuera: {addresses}.',
  },
  draftMissing_record: {
    en: 'The notice needs “{field}”, which the change does not say.',
    es: 'El aviso necesita «{field}», que el cambio no indica.',
  },
  draftMissing_customer: {
    en: 'The notice needs “{field}”, which the customer’s file does not say.',
    es: 'El aviso necesita «{field}», que el fichero del cliente no indica.',
  },
  draftMissing_config: {
    en: 'The notice needs “{field}”, which .changebook/config.yaml does not say.',
    es: 'El aviso necesita «{field}», que .changebook/config.yaml no indica.',
  },
  draftPlaceholder: {
    en: 'Still to be filled in: {text}.',
    es: 'Queda por rellenar: {text}.',
  },
  oneCustomer: {
    en: 'This command takes one customer, by key or name, or none for all; --audience customer needs one.',
    es: 'Esta orden admite un cliente, por clave o nombre, o ninguno para todos; --audience cliente necesita uno.',
  },
  noCustomer: {
    en: 'There is no customer “{value}”, and no change names it.{hint}',
    es: 'No existe el cliente «{value}», ni lo nombra ningún cambio.{hint}',
  },
  noMail: {
    en: 'A {kind} notice is not a mail; choose another --format.',
    es: 'Un aviso {kind} no es un correo; elige otro --format.',
  },
  severalMails: {
    en: 'That makes {count} {count|mail|mails}; say where they go with -o.',
    es: '{count|Sale|Salen} {count} {count|correo|correos}; indica dónde van con -o.',
  },
  calendarNoStart: {
    en: '“{id}” has no start, so no calendar can hold it.',
    es: '«{id}» no tiene inicio, así que no cabe en un calendario.',
  },
  calendarNoId: {
    en: '“{id}” has no id by which calendars would recognise it.',
    es: '«{id}» no tiene identificador, por el que los calendarios lo reconocerían.',
  },
  calendarTwice: {
    en: '“{id}” is the id of several changes; only the first of them is in the file.',
    es: '«{id}» es el identificador de varios cambios; solo el primero está en el fichero.',
  },
  calendarEmpty: {
    en: 'No change of this view has a start; nothing was written.',
    es: 'Ningún cambio de esta vista tiene inicio; no se ha escrito nada.',
  },
  calendarOneInvitation: {
    en: '--attendees takes one change: an invitation is about one entry.',
    es: '--attendees admite un solo cambio: una invitación trata de una entrada.',
  },
  calendarNoOrganizer: {
    en: 'Replies would reach nobody: --attendees needs an address of your team (support: {field} in .changebook/config.yaml).',
    es: 'Nadie recibiría las respuestas: --attendees necesita una dirección del equipo (support: {field} en .changebook/config.yaml).',
  },
  calendarMixed: {
    en: 'Changes are named by id or file, or a folder is; not both.',
    es: 'Se nombran cambios (identificador o fichero) o una carpeta, no ambos.',
  },
  notesNoVersion: {
    en: 'The change names no version (release), so nothing is compared with CHANGELOG.md.',
    es: 'El cambio no indica versión (publicacion), así que no se compara con CHANGELOG.md.',
  },
  notesCommands: {
    en: 'To copy; nothing was run:',
    es: 'Para copiar; no se ha ejecutado nada:',
  },
  notesCommandsElsewhere: {
    en: 'To copy, for the repository {repository}; nothing was run:',
    es: 'Para copiar, para el repositorio {repository}; no se ha ejecutado nada:',
  },
  written: { en: 'Written {path}', es: 'Escrito {path}' },
} as const satisfies { [name: string]: Localized };
