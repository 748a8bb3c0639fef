import { field } from './fieldType';
import { choice, listOf, text } from './fieldTypes';

/** What a field of a team's own may hold. */
const ownFieldTypeChoice = choice({
  text: ['texto', { en: 'Text', es: 'Texto' }],
  integer: ['entero', { en: 'A whole number', es: 'Un número entero' }],
  boolean: ['si_o_no', { en: '`true` or `false`', es: '`true` o `false`' }],
  date: ['dia', { en: 'A day', es: 'Un día' }],
  date_time: ['fecha_hora', { en: 'A date and time', es: 'Una fecha y hora' }],
  duration: ['duracion', { en: 'A duration', es: 'Una duración' }],
  list: ['lista', { en: 'A list of texts', es: 'Una lista de textos' }],
});

/** How the configuration describes a field of a team's own. */
export const ownFieldFields = {
  type: field(
    'tipo',
    ownFieldTypeChoice,
    'What it holds; text without it.',
    'Qué contiene; sin ello, texto.',
    'integer',
  ),
  values: field(
    'valores',
    listOf(text),
    'The texts that it may hold, or the items of its list.',
    'Los textos que puede contener, o los elementos de su lista.',
    '[public, internal, secret]',
  ),
  description: field(
    'descripcion',
    text,
    'What it says, for those who write it.',
    'Qué dice, para quien lo escribe.',
    'Who pays for it',
  ),
};
