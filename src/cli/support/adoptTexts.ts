import type { Localized } from '../../core/model/text/localized';

/** What is said of files that become procedures, besides what each of them holds. */
export const adoptTexts = {
  someFiles: {
    en: 'This command takes one file or several.',
    es: 'Esta orden necesita uno o varios ficheros.',
  },
  idOfOne: {
    en: '--id and --title are of one procedure, so they go with one file.',
    es: '--id y --title son de un solo procedimiento, así que van con un solo fichero.',
  },
  adoptOutside: {
    en: '{path}: outside of this workspace; copy it in and adopt the copy.',
    es: '{path}: está fuera de este espacio de trabajo; cópialo dentro y adopta la copia.',
  },
  adoptFolder: {
    en: '{path}: a folder; name the files in it that are procedures.',
    es: '{path}: es una carpeta; indica los ficheros que son procedimientos.',
  },
  wouldAdopt: { en: 'Would write {path}', es: 'Se escribiría {path}' },
  adoptedInto: { en: 'Written into {path}', es: 'Escrito en {path}' },
  adoptNext: {
    en: 'Next: changebook new {id} --title "…" --commit',
    es: 'Siguiente: changebook new {id} --title "…" --commit',
  },
  adoptNoSteps: {
    en: 'It has no steps yet. If these lines are its steps, run the same call with --boxes.',
    es: 'Aún no tiene pasos. Si esas líneas son sus pasos, repite la llamada con --boxes.',
  },
} as const satisfies { [name: string]: Localized };
