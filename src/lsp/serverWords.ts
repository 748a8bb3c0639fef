import { fillIn, type Language, type Localized, type MessageArgs } from '../core/model/text/localized';

/** What the server says by itself; the words of records, rules and actions come from where they are. */
const words = {
  fixAll: {
    en: 'Fix all Changebook findings that are certain',
    es: 'Corregir todos los hallazgos seguros de Changebook',
  },
  nextId: {
    en: 'Give the later of these records the next free id',
    es: 'Dar al más reciente de estos registros el siguiente identificador libre',
  },
  newSteps: {
    en: 'Take over the new steps of the procedure (a commit)',
    es: 'Incorporar los pasos nuevos del procedimiento (un commit)',
  },
  tickStep: { en: 'Tick this step (a commit)', es: 'Marcar este paso (un commit)' },
  untickStep: { en: 'Untick this step (a commit)', es: 'Desmarcar este paso (un commit)' },
  boxItem: { en: 'Make a step of this item (a box)', es: 'Convertir este elemento en un paso (una casilla)' },
  boxList: {
    en: 'Make steps of the {count} items of this list (boxes)',
    es: 'Convertir en pasos los {count} elementos de esta lista (casillas)',
  },
  boxSelected: {
    en: 'Make steps of the selected items (boxes): {count}',
    es: 'Convertir en pasos los elementos seleccionados (casillas): {count}',
  },
  boxTable: {
    en: 'Make a list of steps of this table: {count}',
    es: 'Convertir esta tabla en una lista de pasos: {count}',
  },
  progress: {
    en: '{done} of {all} {all|step|steps} done',
    es: '{done} de {all} {all|paso hecho|pasos hechos}',
  },
  notNeeded: { en: 'not needed any more', es: 'ya no hace falta' },
  onlyBack: { en: 'only if rolled back', es: 'solo si se revierte' },
  tickNext: { en: 'Tick next step: {step}', es: 'Marcar el siguiente paso: {step}' },
  tickOneOf: { en: 'Tick next step: one of “{choice}”', es: 'Marcar el siguiente paso: uno de «{choice}»' },
  commitRecord: { en: 'Commit this record', es: 'Hacer commit de este registro' },
  committedBy: { en: 'Committed by {who} on {when}', es: 'Commit de {who} el {when}' },
  unsaved: {
    en: 'The record has unsaved changes. Save them first; only the action itself is committed.',
    es: 'El registro tiene cambios sin guardar. Guárdalos antes; el commit lleva solo la propia acción.',
  },
  unknownCommand: {
    en: 'There is no command “{name}” here.',
    es: 'Aquí no hay ninguna orden «{name}».',
  },
  wrongWords: {
    en: 'The arguments of “{name}” are texts: a record, and what the command line takes behind it.',
    es: 'Los argumentos de «{name}» son textos: un registro y lo que la línea de órdenes admite detrás.',
  },
  untimely: {
    en: 'This can be asked neither before the server is initialized nor after it was shut down, and it is initialized once.',
    es: 'Esto no se puede pedir antes de inicializar el servidor ni después de cerrarlo, y se inicializa una sola vez.',
  },
  otherText: {
    en: 'The text has changed since this was offered; nothing was changed.',
    es: 'El texto ha cambiado desde que se ofreció esto; no se ha cambiado nada.',
  },
  stale: {
    en: 'After this what people decided does not hold any more:',
    es: 'Después de esto deja de valer lo que se decidió:',
  },
  renameAnyway: { en: 'Rename all the same', es: 'Renombrar de todos modos' },
  cancel: { en: 'Cancel', es: 'Cancelar' },
  notRenamed: {
    en: 'Nothing was renamed, since what people decided would not hold any more.',
    es: 'No se ha renombrado nada, porque lo que se decidió dejaría de valer.',
  },
  closedText: {
    en: 'A change of a text that is not open was left out: {uri}',
    es: 'Se ha dejado fuera un cambio de un texto que no está abierto: {uri}',
  },
  wrongVersion: {
    en: 'The versions of a text do not grow; its changes were made in the order in which they came: {uri}',
    es: 'Las versiones de un texto no crecen; sus cambios se han hecho en el orden en que llegaron: {uri}',
  },
  tooLong: {
    en: 'A text of more than a million characters is not read as a record: {uri}',
    es: 'Un texto de más de un millón de caracteres no se lee como registro: {uri}',
  },
} satisfies { readonly [word: string]: Localized };

/** One of the server's own sentences. */
export function serverWord(language: Language, word: keyof typeof words, args: MessageArgs = {}): string {
  return fillIn(words[word][language], args);
}
