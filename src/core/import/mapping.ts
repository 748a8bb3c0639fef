import type { Language } from '../model/text/localized';
import { languageChoice } from '../model/vocabulary/choices';
import { field, objectSchema } from '../model/vocabulary/fieldType';
import { choice, listOrOne, mapOf, text } from '../model/vocabulary/fieldTypes';
import type { ImportedField } from './importWords';
import type { DateOrder } from './sourceDate';

const textChoice = choice({
  auto: [
    'auto',
    { en: 'HTML where it looks like it, else plain', es: 'HTML si lo parece; si no, sin formato' },
  ],
  plain: ['simple', { en: 'Plain text', es: 'Texto sin formato' }],
  markdown: ['markdown', { en: 'Markdown', es: 'Markdown' }],
  wiki: ['wiki', { en: 'Jira’s wiki markup', es: 'El marcado wiki de Jira' }],
  html: ['html', { en: 'HTML', es: 'HTML' }],
});

/** How texts of an export are written. */
export type Markup = keyof typeof textChoice.choices;

/** Fields of a file that says which column of an export becomes which field. */
export const mappingFields = {
  from: field('de', text, 'What `imported.from` says.', 'Lo que dice `importado.de`.', 'servicenow'),
  type: field(
    'tipo',
    choice({
      change: ['cambio', { en: 'Rows become changes', es: 'Las filas se hacen cambios' }],
      ticket: ['incidencia', { en: 'Rows become tickets', es: 'Las filas se hacen incidencias' }],
    }),
    'What each row becomes; the field `type` may say otherwise for some.',
    'En qué se convierte cada fila; el campo `tipo` puede decir otra cosa de algunas.',
    'change',
  ),
  id: field(
    'id',
    text,
    'The column with the original id.',
    'La columna con el identificador original.',
    'number',
  ),
  url: field(
    'url',
    text,
    'The column with the address of the original, or an address with columns in braces.',
    'La columna con la dirección del original, o una dirección con columnas entre llaves.',
    '"https://acme.service-now.com/change_request.do?sys_id={sys_id}"',
  ),
  dates: field(
    'fechas',
    choice({
      dmy: ['dmy', { en: '31/12/2026', es: '31/12/2026' }],
      mdy: ['mdy', { en: '12/31/2026', es: '12/31/2026' }],
    }),
    'Whether the day or the month comes first, where the file does not show it.',
    'Si va primero el día o el mes, cuando el fichero no lo deja claro.',
    'dmy',
  ),
  timezone: field(
    'zona_horaria',
    text,
    'Zone of times without an offset.',
    'Zona de las horas sin desfase.',
    'Europe/Madrid',
  ),
  language: field('idioma', languageChoice, 'Language of the records.', 'Idioma de los registros.', 'en'),
  folder: field(
    'carpeta',
    text,
    'Where the records go; `{year}` is the year of each.',
    'Dónde van los registros; `{year}` es el año de cada uno.',
    'changes/{year}',
  ),
  text: field('texto', textChoice, 'How texts are written.', 'Cómo están escritos los textos.', 'auto'),
  fields: field(
    'campos',
    mapOf(listOrOne(text)),
    'Fields with their columns; of several the first with a value counts.',
    'Campos con sus columnas; de varias cuenta la primera con valor.',
    '{ title: short_description }',
  ),
  sections: field(
    'secciones',
    mapOf(listOrOne(text)),
    'Sections with the columns whose texts they hold, one after the other.',
    'Secciones con las columnas cuyos textos contienen, uno tras otro.',
    '{ rollback: backout_plan }',
  ),
  states: field(
    'estados',
    mapOf(text),
    'States of the export with the states here.',
    'Estados de la exportación con los de aquí.',
    '{ Scheduled: to_be_released }',
  ),
  values: field(
    'valores',
    mapOf(mapOf(text)),
    'Other closed values of a field, in the same way.',
    'Otros valores cerrados de un campo, de la misma manera.',
    '{ severity: { P1: blocker } }',
  ),
};

export const mappingSchema = objectSchema(mappingFields);

/** Which column of an export becomes which field. */
export interface Mapping {
  readonly from: string;
  readonly type: 'change' | 'ticket';
  readonly id: string | undefined;
  readonly url?: string | undefined;
  readonly dates?: DateOrder | undefined;
  readonly timezone?: string | undefined;
  readonly language?: Language | undefined;
  readonly folder?: string | undefined;
  readonly text: Markup;
  readonly fields: ReadonlyMap<ImportedField, readonly string[]>;
  /** By canonical name of the section, else by a title of its own. */
  readonly sections: ReadonlyMap<string, readonly string[]>;
  /** By the export's word as it is written. */
  readonly states: ReadonlyMap<string, string>;
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** The columns that a mapping reads. */
export function columnsRead({ id, url, fields, sections }: Mapping): Set<string> {
  const inAddress = [...(url ?? '').matchAll(/\{([^{}]+)\}/g)].flatMap(([, name]) => name ?? []);
  return new Set([id ?? '', url ?? '', ...inAddress, ...[...fields.values(), ...sections.values()].flat()]);
}
