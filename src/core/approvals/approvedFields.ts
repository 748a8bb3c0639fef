import type { ParsedRecord } from '../model/parse/record';
import { readComments, type YamlComments } from '../model/parse/yamlComments';
import {
  isNothing,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from '../model/parse/yamlTree';
import type { FieldKind, FieldTable, FieldType } from '../model/vocabulary/fieldType';
import { choiceNamed, fieldsByName, recordTypes } from '../model/vocabulary/vocabulary';
import { partsNotApproved, standardApprovals } from './partsNotApproved';

/** What is hashed: a text as it is, null, or a list whose first item names its kind. */
export type Canonical = string | null | readonly Canonical[];

/** A field under its canonical name, with its value and its comments. */
type ApprovedField = readonly [name: Canonical, value: Canonical, ...comments: Canonical[]];

/** All of them, and the comments behind. */
export type ApprovedFields = readonly [fields: readonly ApprovedField[], ...comments: readonly string[]];

/** The kinds of field whose values are text, quoted or not. */
const textKinds: ReadonlySet<string> = new Set<FieldKind>([
  'text',
  'id',
  'version',
  'date',
  'dateTime',
  'duration',
  'timeOfDay',
  'timeSpan',
  'dateOrTime',
  'percentage',
]);
/** Plain scalars that a version of YAML reads as a number, a date, a boolean or null. */
const otherThanText =
  /^(?:[-+]?(?:0[box][\da-f_]+|\.?\d[\d_:.]*(?:e[-+]?\d*)?|\.[\d_.]*|\.inf|\.nan)|\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?|~|=|<<|null|true|false|yes|no|on|off|y|n)$/i;

/**
 * The fields in the front matter of a record that its approvals cover, sorted by name (duplicates in their order), and
 * the comments at its end. They are read from the tree, since the data lacks unknown fields. Names and closed values
 * are canonical.
 *
 * @param unjustified whether the justification of an emergency is left out
 */
export function approvedFields(record: ParsedRecord, root: YamlMap, unjustified = false): ApprovedFields {
  const left = record.type === 'procedure' ? standardApprovals(root) : partsNotApproved(root, unjustified);
  const comments = readComments(record.lines, record.content, root, left);
  const reader = new FieldsReader(record.lines.text, left, comments);
  return [reader.entries(root, recordTypes[record.type].fields, undefined), ...(comments.get(root) ?? [])];
}

class FieldsReader {
  constructor(
    private readonly text: string,
    private readonly left: ReadonlySet<YamlEntry | YamlNode>,
    private readonly comments: YamlComments,
  ) {}

  entries(map: YamlMap, table: FieldTable | undefined, item: FieldType | undefined): ApprovedField[] {
    const names = table && fieldsByName(table);
    const fields: ApprovedField[] = [];
    for (const entry of map.entries) {
      if (this.left.has(entry)) continue;
      const named = names?.get(entry.key);
      const value = this.value(entry.value, named ? named.field.type : item);
      fields.push([named?.name ?? this.ownName(entry), value, ...(this.comments.get(entry) ?? [])]);
    }
    return fields.sort(byName);
  }

  private value(node: YamlNode, type: FieldType | undefined): Canonical {
    const value = this.plainValue(node, type);
    const comments = this.comments.get(node);
    return comments ? ['comments', value, ...comments] : value;
  }

  private plainValue(node: YamlNode, type: FieldType | undefined): Canonical {
    if (isNothing(node)) return null;
    if (node.kind === 'map') {
      const item = type?.kind === 'map' ? type.item : undefined;
      return ['map', ...this.entries(node, type?.fields, item)];
    }
    const item = type?.kind === 'list' ? type.item : undefined;
    if (node.kind === 'list') {
      const items = node.items.filter((part) => !this.left.has(part));
      return ['list', ...items.map((part) => this.value(part, item))];
    }
    if (type?.loneItem) return ['list', this.plainValue(node, item)];
    return type?.shorthand ? ['map', [type.shorthand, node.value]] : scalar(node, type);
  }

  /** A key that the format does not define. A plain one may be read as something else than text. */
  private ownName({ key, keyRange }: YamlEntry): Canonical {
    const plain = this.text.slice(keyRange.start, keyRange.end) === key;
    return plain && otherThanText.test(key) ? ['plain', key] : key;
  }
}

function scalar({ style, value }: YamlScalar, type: FieldType | undefined): Canonical {
  if (type?.choices) return choiceNamed(type.choices, value) ?? value;
  const asWritten = style !== 'plain' || (type && textKinds.has(type.kind));
  return asWritten || !otherThanText.test(value) ? value : ['plain', value];
}

/** A field's name as text, for sorting and for people. */
export function nameText(name: Canonical): string {
  return typeof name === 'string' ? name : JSON.stringify(name);
}

function byName([one]: ApprovedField, [other]: ApprovedField): number {
  const a = nameText(one);
  const b = nameText(other);
  return a === b ? 0 : a < b ? -1 : 1;
}
