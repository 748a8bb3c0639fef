import { slugOf } from '../core/index/anchors';
import { wholeTableOf } from '../core/model/vocabulary/defaultFields';
import type {
  ChoiceTable,
  Field,
  FieldKind,
  FieldTable,
  FieldType,
} from '../core/model/vocabulary/fieldType';
import { bothNames, code, listed, table } from './markdown';

/** What a field of each kind holds; kinds that are made of others are put together below. */
const kindWords: { readonly [kind in FieldKind]?: string } = {
  text: 'text',
  id: 'id of a record',
  version: '[version](#versions)',
  date: '[day](#days-and-times)',
  dateTime: '[date and time](#days-and-times)',
  duration: '[duration](#days-and-times)',
  integer: 'whole number',
  percentage: 'percentage, 0 to 100',
  boolean: '`true` or `false`',
  timeOfDay: 'time of day, quoted',
  timeSpan: 'span of the day, quoted',
  dateOrTime: '[day, day with an hour, or hour](#times-that-recur)',
  monthDay: '`1` to `31`, or `-1` to `-31` from the end',
  raw: 'see the example',
};
const beside = {
  address: 'mail addresses too',
  configuredRole: 'and roles that the configuration adds',
  configuredState: 'and states that the configuration adds',
};
/** More values than this get a table of their own instead of a place in the cell. */
const mostInCell = 7;

/** The part of a page that lists fields: a table for each mapping, those of nested ones below a heading each. */
export class FieldTables {
  /** Headings by the table that stands below them: what two places share is listed once. */
  private readonly headings = new Map<FieldTable, string>();

  /** @param valuesHeading heading of the table that explains a closed set of values */
  constructor(private readonly valuesHeading: (choices: ChoiceTable) => string) {}

  /**
   * The table of some fields, then those of the mappings in them.
   *
   * @param where whose fields they are, where another file has mappings of the same name
   * @param inside the mapping whose fields they are
   */
  blocks(table: FieldTable, level: number, where = '', inside = ''): string[] {
    const nested = mappingsOf(table).filter(({ fields }) => !this.headings.has(fields));
    for (const { name, field, fields } of nested) {
      const heading = `Inside ${bothNames(name, field.es)}${where}`;
      const isTaken = [...this.headings.values()].includes(heading);
      this.headings.set(fields, isTaken ? `${heading} of ${inside}` : heading);
    }
    return [
      this.table(table),
      ...nested.flatMap(({ name, field, fields }) => [
        `${'#'.repeat(level)} ${this.headings.get(fields)}`,
        ...this.blocks(fields, level, where, bothNames(name, field.es)),
      ]),
    ];
  }

  private table(fields: FieldTable): string {
    const rows = Object.entries(fields).map(([name, field]) => [
      keyCell(name, field),
      this.kind(field.type),
      `${field.description.en}<br>*${field.description.es}*`,
      code(field.example),
    ]);
    return table(['Key', 'Holds', 'What it says', 'Example'], rows);
  }

  private kind(type: FieldType): string {
    if (type.values) return type.values.map((value) => code(String(value))).join(', ');
    if (type.choices) return this.choices(type.choices, type);
    if (type.item && type.kind === 'list') {
      const one = type.loneItem ? ', or one alone' : '';
      return `list of: ${this.kind(type.item)}${one}`;
    }
    if (type.fields && type.shorthand) return `its ${code(type.shorthand)}, or ${this.mapping(type.fields)}`;
    return type.fields ? this.mapping(type.fields) : (kindWords[type.kind] ?? 'mapping of names to values');
  }

  private mapping(fields: FieldTable): string {
    if (wholeTableOf(fields)) return '[fields of a change](#fields-of-a-change)';
    const heading = this.headings.get(fields);
    return heading ? `[mapping](#${slugOf(heading)})` : 'mapping';
  }

  private choices(choices: ChoiceTable, type: FieldType): string {
    const values = Object.entries(choices);
    const more = type.beside ? `<br>${beside[type.beside]}` : '';
    if (values.length > mostInCell) return `one of [these](#${slugOf(this.valuesHeading(choices))})${more}`;
    return values.map(([en, [es]]) => bothNames(en, es)).join('<br>') + more;
  }
}

function keyCell(name: string, field: Field): string {
  const others = (field.alsoNamed ?? []).map(code);
  const names = name === field.es ? code(name) : `${code(name)}<br>${code(field.es)}`;
  return others.length > 0 ? `${names}<br>also ${listed(others)}` : names;
}

interface Mapping {
  readonly name: string;
  readonly field: Field;
  readonly fields: FieldTable;
}

/** The mappings that fields hold, alone or in a list, but for those that only hold some of other fields. */
function mappingsOf(table: FieldTable): Mapping[] {
  return Object.entries(table).flatMap(([name, field]) => {
    const fields = field.type.fields ?? field.type.item?.fields;
    return fields && !wholeTableOf(fields) ? [{ name, field, fields }] : [];
  });
}
