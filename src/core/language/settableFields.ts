import { notSettable } from '../actions/ownedFields';
import { recordFields } from '../config/ownFields';
import { itemName, placeNamed } from '../edits/namedPlace';
import type { Located } from '../model/parse/located';
import type { ParsedRecord } from '../model/parse/record';
import type { Field, FieldTable } from '../model/vocabulary/fieldType';
import { choiceIn, keyIn } from '../model/vocabulary/vocabulary';
import type { ValueName } from './completion';
import type { LanguageInput } from './languageInput';
import { readOutline } from './readOutline';
import { valueNames } from './valueNames';

/** A field of a record that somebody may set, down to the parts of objects and of the items of lists. */
export interface SettableField {
  /** As it is written in front of the equals sign. */
  readonly name: string;
  /** What stands there now; a list with commas. */
  readonly value: string;
  readonly field: Field;
  /** What it may be, as far as that is known; nothing else where it is closed. */
  readonly choices: readonly ValueName[];
  readonly closed: boolean;
}

/** The fields that can be set, in their usual order, with what stands there and what may. */
export function settableFields(record: ParsedRecord, input: LanguageInput): SettableField[] {
  const table = recordFields(record.type, input.config);
  const own = new FieldLister(record, input);
  return Object.entries(table).flatMap(([name, field]) =>
    notSettable(name, record) ? [] : own.fieldsOf([name], keyIn(record.language, name, field), field),
  );
}

class FieldLister {
  private readonly root;

  constructor(
    private readonly record: ParsedRecord,
    private readonly input: LanguageInput,
  ) {
    const { lines, content } = record;
    this.root = readOutline(lines.text, content, content.start).root;
  }

  fieldsOf(path: readonly string[], name: string, field: Field, inItems = path): SettableField[] {
    const { fields, item, kind } = field.type;
    const place = placeNamed(this.record.located, path);
    if (kind === 'object' && fields) return this.partsOf(path, name, fields, inItems);
    const parts = item?.fields;
    if (!parts) return [this.one(path, name, field, inItems)];
    return (place?.items ?? []).flatMap((own) => {
      const key = itemName(own);
      return key === undefined ? [] : this.partsOf([...path, key], `${name}.${key}`, parts, inItems);
    });
  }

  private partsOf(path: readonly string[], name: string, table: FieldTable, inItems: readonly string[]) {
    return Object.entries(table).flatMap(([part, row]) =>
      this.fieldsOf([...path, part], `${name}.${keyIn(this.record.language, part, row)}`, row, [
        ...inItems,
        part,
      ]),
    );
  }

  private one(
    path: readonly string[],
    name: string,
    field: Field,
    inItems: readonly string[],
  ): SettableField {
    const { language } = this.record;
    const type = field.type.item ?? field.type;
    const listed = Object.entries(type.choices ?? {}).map(([value, [, meaning]]): ValueName => {
      const written = choiceIn(language, type.choices ?? {}, value);
      return { value: written, kind: 'value', detail: meaning[this.input.language] };
    });
    const fixed = type.kind === 'boolean' ? ['true', 'false'] : (type.values?.map(String) ?? []);
    const plain = fixed.map((value): ValueName => ({ value, kind: 'value' }));
    const known = [...listed, ...plain];
    const closed = known.length > 0 && type.beside === undefined && field.type.kind !== 'list';
    const choices = known.length > 0 ? known : valueNames(inItems.join('.'), this.input, this.root);
    return { name, value: this.valueAt(placeNamed(this.record.located, path)), field, choices, closed };
  }

  private valueAt(place: Located | undefined): string {
    if (place?.items)
      return place.items.map(({ node }) => (node.kind === 'scalar' ? node.value : '')).join(', ');
    return place?.node.kind === 'scalar' ? place.node.value : '';
  }
}
