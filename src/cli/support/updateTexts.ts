import type { Localized } from '../../core/model/text/localized';

/** What is said of changes that take over a newer version of their procedure. */
export const updateTexts = {
  update_noFollowers: {
    en: 'No open change follows {id}.',
    es: 'Ningún cambio abierto sigue {id}.',
  },
  update_stale: { en: 'Void by it: {message}', es: 'Queda sin efecto: {message}' },
  update_both: {
    en: 'Place {number} of {count} was changed both here and in {procedure}:',
    es: 'El sitio {number} de {count} ha cambiado tanto aquí como en {procedure}:',
  },
  update_nothing: { en: '(nothing)', es: '(nada)' },
  update_which: {
    en: 'Which counts, 1 (as it is here) or 2 (as {procedure} says)? ',
    es: '¿Cuál cuenta, 1 (como está aquí) o 2 (como dice {procedure})? ',
  },
  update_answer: { en: 'Answer 1 or 2.', es: 'Responde 1 o 2.' },
} as const satisfies { [name: string]: Localized };
