import { scalarText } from '../edits/setFields';
import { fillIn, type Language, type Localized } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { keyIn, recordTypes } from '../model/vocabulary/vocabulary';
import type { ExportTable } from './exportTable';
import { sectionTitle } from './importedText';
import { technicalColumns } from './importWords';
import { columnsRead, type Mapping, mappingFields } from './mapping';
import type { DateOrder } from './sourceDate';

const texts = {
  top: {
    en: 'Which column of {file} becomes what. Edit it, then: changebook import {file} --mapping FILE',
    es: 'Qué columna de {file} se convierte en qué. Edítalo y después: changebook import {file} --mapping FICHERO',
  },
  noId: {
    en: 'id: no column looks like it; name the one with the original id',
    es: 'id: ninguna columna lo parece; nombra la del identificador original',
  },
  url: {
    en: 'url: a column, or an address with columns in braces: https://example.org/{id}',
    es: 'url: una columna, o una dirección con columnas entre llaves: https://example.org/{id}',
  },
  order: {
    en: '{key}: dmy or mdy, since {example} can be read in two ways',
    es: '{key}: dmy o mdy, porque {example} se puede leer de dos maneras',
  },
  states: {
    en: 'States that are empty here are not known: say which.',
    es: 'Los estados vacíos no se conocen: di cuáles son.',
  },
  sections: {
    en: 'Sections may have titles of your own; several columns follow one another.',
    es: 'Las secciones pueden tener títulos propios; varias columnas van una tras otra.',
  },
  left: { en: 'Columns that go nowhere:', es: 'Columnas que no van a ninguna parte:' },
} as const satisfies { [name: string]: Localized };

/** What a mapping file is made with. */
interface MappingTextInput {
  readonly mapping: Mapping;
  readonly table: ExportTable;
  readonly file: string;
  /** The order of the dates, where the file shows it; else a date that can be read in two ways. */
  readonly order: { readonly order: DateOrder | undefined; readonly example?: string | undefined };
  readonly zone: string;
  readonly folder: string;
}

/** A mapping as a file to be edited, with comments. */
export function mappingText(input: MappingTextInput, language: Language): string {
  const { mapping, table, file, order, zone, folder } = input;
  const key = (name: keyof typeof mappingFields): string => keyIn(language, name, mappingFields[name]);
  const say = (id: keyof typeof texts, args = {}): string =>
    `# ${oneLineValue(fillIn(texts[id][language], args))}`;
  const typeName =
    language === 'es' ? { change: 'cambio', ticket: 'incidencia' }[mapping.type] : mapping.type;
  const lines = [
    say('top', { file }),
    `${key('from')}: ${scalarText(mapping.from)}`,
    `${key('type')}: ${typeName}`,
    mapping.id === undefined ? say('noId') : `id: ${scalarText(mapping.id)}`,
    mapping.url === undefined ? say('url') : `url: ${scalarText(mapping.url)}`,
    order.order
      ? `${key('dates')}: ${order.order}`
      : order.example && say('order', { key: key('dates'), example: order.example }),
    `${key('timezone')}: ${mapping.timezone ?? zone}`,
    `${key('language')}: ${mapping.language ?? language}`,
    `${key('folder')}: ${scalarText(folder)}`,
    `${key('text')}: ${keyIn(language, mapping.text, { ...mappingFields.text, es: markupName(mapping.text) })}`,
    ...group(
      key('fields'),
      named(mapping.fields, (name) => fieldKey(name, mapping.type, language)),
    ),
    say('sections'),
    ...group(
      key('sections'),
      named(mapping.sections, (name) => sectionTitle(name, language)),
    ),
    ...([...mapping.states.values()].includes('') ? [say('states')] : []),
    ...group(
      key('states'),
      [...mapping.states].map(([word, state]) => [
        word,
        state === '' ? '' : stateKey(state, mapping.type, language),
      ]),
    ),
  ];
  const read = columnsRead(mapping);
  const left = table.columns.filter((column) => !read.has(column) && !technicalColumns.test(column));
  if (left.length > 0)
    lines.push(say('left'), ...left.slice(0, 200).map((column) => `#   ${oneLineValue(column, 100)}`));
  return `${lines.filter((line) => line !== undefined).join('\n')}\n`;
}

function markupName(markup: Mapping['text']): string {
  return mappingFields.text.type.choices[markup]?.[0] ?? markup;
}

function named(
  columns: ReadonlyMap<string, readonly string[]>,
  keyOf: (name: string) => string,
): [string, string][] {
  return [...columns].map(([name, list]) => {
    const [first = ''] = list;
    return [
      keyOf(name),
      list.length > 1 ? `[${list.map((column) => JSON.stringify(column)).join(', ')}]` : scalarText(first),
    ];
  });
}

function group(key: string, rows: readonly (readonly [name: string, value: string])[]): string[] {
  if (rows.length === 0) return [`${key}: {}`];
  return [
    `${key}:`,
    ...rows.map(([name, value]) => `  ${scalarText(name)}:${value === '' ? '' : ` ${value}`}`),
  ];
}

/** A field's key in a language, with its parts. */
function fieldKey(name: string, type: Mapping['type'], language: Language): string {
  const [first = '', ...rest] = name.split('.');
  const field = Object.entries(recordTypes[type].fields).find(([known]) => known === first)?.[1];
  if (!field) return name;
  const parts: typeof recordTypes.change.fields | object =
    field.type.kind === 'object' ? field.type.fields : {};
  const inside = rest.map((part) => {
    const known = Object.entries(parts).find(([other]) => other === part)?.[1];
    if (part === 'end' && first === 'schedule') return language === 'es' ? 'fin' : 'end';
    return known ? keyIn(language, part, known) : part;
  });
  return [keyIn(language, first, field), ...inside].join('.');
}

function stateKey(state: string, type: Mapping['type'], language: Language): string {
  const choices = recordTypes[type].fields.status.type.choices;
  const known = Object.entries(choices).find(([name]) => name === state);
  return language === 'es' ? (known?.[1][0] ?? state) : state;
}
