import type { Language, Localized } from '../model/text/localized';

/** The engine's error messages, and what people read instead. The groups are parts of the template. */
const sayings: readonly (readonly [RegExp, Localized])[] = [
  [/^undefined variable: (.+)$/, { en: 'there is no variable “$1”', es: 'no existe la variable «$1»' }],
  [/^undefined filter: (.+)$/, { en: 'there is no filter “$1”', es: 'no existe el filtro «$1»' }],
  [/^tag "?(.+?)"? not found$/, { en: 'there is no tag “$1”', es: 'no existe la etiqueta «$1»' }],
  [/^(?:tag|output) "?(.+?)"? not closed$/, { en: '“$1” is not closed', es: '«$1» está sin cerrar' }],
  [/^illegal tag(?: syntax)?[:,]? ?(.*)$/, { en: 'this is no tag: $1', es: 'esto no es una etiqueta: $1' }],
  [/^ENOENT: Failed to lookup "(.+?)".*$/, { en: 'there is no part “$1”', es: 'no existe la parte «$1»' }],
  [
    /^(?:invalid value expression: |unexpected token )(.*)$/,
    { en: '$1 is not understood', es: 'no se entiende $1' },
  ],
  [/^parse length limit exceeded$/, { en: 'it is too long', es: 'es demasiado larga' }],
  [/^template render limit exceeded$/, { en: 'it takes too long', es: 'tarda demasiado' }],
  [/^memory alloc limit exceeded$/, { en: 'it makes too much', es: 'produce demasiado' }],
  [
    /^tooMuchMarkup$/,
    {
      en: 'the text is too long, or has too many marks, to be shown',
      es: 'el texto es demasiado largo, o tiene demasiadas marcas, para mostrarlo',
    },
  ],
];

/** Why a template cannot be used, in a language. An unknown message of the engine is left as it is. */
export function templateReason(reason: string, language: Language): string {
  const found = sayings.find(([pattern]) => pattern.test(reason));
  return found ? reason.replace(found[0], found[1][language]) : reason;
}
