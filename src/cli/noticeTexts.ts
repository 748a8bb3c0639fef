import type { Localized } from '../core/model/text/localized';

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
  draftRecipients: {
    en: '{to} recipients, {hidden} blind copies. Nothing is sent.',
    es: '{to} destinatarios, {hidden} en copia oculta. No se envía nada.',
  },
  draftUnreached: {
    en: 'No address is known of: {parties}. Add contacts to the customer, or addresses to `notify`.',
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
    en: 'This command takes one customer, by key or name.',
    es: 'Esta orden necesita un cliente, por clave o nombre.',
  },
  noCustomer: {
    en: 'There is no customer “{value}”, and no change names it.',
    es: 'No existe el cliente «{value}», ni lo nombra ningún cambio.',
  },
  noMail: {
    en: 'A {kind} notice is not a mail; choose another --format.',
    es: 'Un aviso {kind} no es un correo; elige otro --format.',
  },
  severalMails: {
    en: 'That makes {count} mails; say where they go with -o.',
    es: 'Salen {count} correos; indica dónde van con -o.',
  },
  written: { en: 'Written {path}', es: 'Escrito {path}' },
} as const satisfies { [name: string]: Localized };
