import { fillIn, type Language, type Localized, type MessageArgs } from '../model/text/localized';

/** What is said of a push that went well, by both faces. */
export const pushTexts = {
  pushed: {
    en: 'Pushed {count} {count|commit|commits} to {target}.',
    es: '{count|Enviado|Enviados} {count} {count|commit|commits} a {target}.',
  },
  pushedOne: { en: 'Pushed to {target}: {subject}', es: 'Enviado a {target}: {subject}' },
  nothing: { en: '{target} has everything already.', es: '{target} ya lo tiene todo.' },
  planned: {
    en: '{count} {count|commit|commits} would be pushed to {target}. Nothing was sent.',
    es: 'Se {count|enviaría|enviarían} {count} {count|commit|commits} a {target}. No se ha enviado nada.',
  },
  already: {
    en: 'Done already by {by} on {at}, so not committed again: {subject}',
    es: 'Ya lo hizo {by} el {at} y no se hace otro commit: {subject}',
  },
  stays: {
    en: 'Your local branch stays where it is, since local changes are in the way in {files}; commit or put them aside, and push again.',
    es: 'Tu rama local se queda donde está, porque hay cambios locales en {files}; haz un commit o apártalos, y vuelve a enviar.',
  },
} as const satisfies { [name: string]: Localized };

export function pushText(name: keyof typeof pushTexts, language: Language, args: MessageArgs = {}): string {
  return fillIn(pushTexts[name][language], args);
}
