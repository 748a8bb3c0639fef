import { fillIn, type Language, type Localized } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { stateName } from '../model/vocabulary/stateName';

/** What of a row no record keeps, or keeps otherwise. */
export interface LostPart {
  readonly kind: LostKind;
  /** The column, or the field. */
  readonly name: string;
  /** The value, or how long it was. */
  readonly detail?: string;
}

const texts = {
  column: { en: '{name}', es: '{name}' },
  value: { en: '{name} “{detail}” (not known)', es: '{name} «{detail}» (no se conoce)' },
  state: {
    en: 'state “{detail}” (not known, so {name})',
    es: 'estado «{detail}» (no se conoce; queda {name})',
  },
  date: { en: '{name} “{detail}” (no date)', es: '{name} «{detail}» (no es una fecha)' },
  time: {
    en: 'time of {name} (only the day is given, so 00:00)',
    es: 'hora de {name} (solo hay día; queda 00:00)',
  },
  window: {
    en: 'end of {name} (it is not after the start)',
    es: 'fin de {name} (no es posterior al inicio)',
  },
  cut: {
    en: 'end of {name} (cut, {detail} characters)',
    es: 'final de {name} (recortado, {detail} caracteres)',
  },
  approval: {
    en: '{name} “{detail}” (an approval given elsewhere cannot be verified)',
    es: '{name} «{detail}» (una aprobación dada en otro sitio no se puede verificar)',
  },
  address: { en: 'address “{detail}” (not of the web)', es: 'dirección «{detail}» (no es web)' },
  pictures: { en: 'pictures in {name}', es: 'imágenes de {name}' },
  links: {
    en: 'links in {name} that do not lead into the web',
    es: 'enlaces de {name} que no llevan a la web',
  },
  comments: { en: 'hidden comments in {name}', es: 'comentarios ocultos de {name}' },
} as const satisfies { [kind: string]: Localized };

type LostKind = keyof typeof texts;

export const lostKinds = Object.keys(texts) as [LostKind, ...LostKind[]];

/** What was lost, in words. */
export function lostText({ kind, name, detail = '' }: LostPart, language: Language): string {
  const shown = kind === 'state' ? stateName(name, language) : oneLineValue(name, 60);
  return fillIn(texts[kind][language], { name: shown, detail: oneLineValue(detail, 60) });
}
