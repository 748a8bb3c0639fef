import { type Located, locate } from '../model/parse/located';
import { previousEntry } from '../model/parse/previousEntry';
import type { ParsedRecord } from '../model/parse/record';
import { entryRange, isNothing, type YamlMap } from '../model/parse/yamlTree';
import { lineBreakOf, type TextEdit } from '../model/text/edit';
import type { Language } from '../model/text/localized';
import { textRange } from '../model/text/range';
import type { FieldTable } from '../model/vocabulary/fieldType';
import { keyIn, recordTypes } from '../model/vocabulary/vocabulary';
import { ownPlace } from './namedPlace';

/**
 * New values of fields by canonical name: a text, parts of an object, YAML that is written as it is (`yaml`), or
 * `undefined` to remove a field.
 */
export type NewValues = {
  readonly [name: string]: string | { readonly parts: NewParts } | { readonly yaml: string } | undefined;
};

/** New values of the parts of an object, each a text or YAML that is written as it is. */
type NewParts = { readonly [part: string]: string | { readonly yaml: string } };

/**
 * Edits that set fields of the front matter and change nothing else. An existing field keeps its key and place. A new
 * one is written at its usual place, in the record's language.
 *
 * @returns undefined where the front matter cannot be edited
 */
export function setFields(record: ParsedRecord, values: NewValues): TextEdit[] | undefined {
  const root = record.located.node;
  if (root.kind !== 'map' || root.flow || record.content.end === 0) return undefined;
  const writer = new FieldWriter(record, root);
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) writer.remove(name);
    else if (typeof value === 'string') writer.set(name, scalarText(value));
    else if ('yaml' in value) writer.set(name, value.yaml);
    else writer.setParts(name, value.parts);
  }
  return writer.edits();
}

/** Edits that set parts of an object that stands somewhere in the front matter; undefined where that has none yet. */
export function setParts(record: ParsedRecord, holder: Located, parts: NewParts): TextEdit[] | undefined {
  const root = record.located.node;
  if (root.kind !== 'map' || holder.node.kind !== 'map' || holder.node.entries.length === 0) return undefined;
  const writer = new FieldWriter(record, root);
  writer.setPartsOf(holder, parts);
  return writer.edits();
}

/** A text as a YAML scalar, quoted where it would otherwise be read as something else. */
export function scalarText(value: string): string {
  const plain = /^[\p{L}\p{N}][\p{L}\p{N} ._/:+@-]*$/u.test(value) && !/: |:$| #|^\s|\s$/.test(value);
  const other = /^(?:true|false|null|yes|no|on|off|y|n|~|[-+]?[\d.]+(?:e\d+)?)$/i.test(value);
  return plain && !other ? value : JSON.stringify(value);
}

class FieldWriter {
  private readonly replacements: TextEdit[] = [];
  /** Insertions by offset. Several at one offset become one edit, in their order. */
  private readonly insertions = new Map<number, string>();
  private readonly table: FieldTable;
  private readonly lineBreak: string;

  constructor(
    private readonly record: ParsedRecord,
    private readonly root: YamlMap,
  ) {
    this.table = recordTypes[record.type].fields;
    this.lineBreak = lineBreakOf(record.lines.text);
  }

  edits(): TextEdit[] {
    const inserted = [...this.insertions].map(([place, text]) => ({ range: textRange(place), text }));
    return [...this.replacements, ...inserted].sort((a, b) => a.range.start - b.range.start);
  }

  set(name: string, text: string): void {
    const place = this.place(name);
    if (place) this.replace(place, text);
    else this.insertLine(name, `${this.key(name)}:${/^[\r\n]/.test(text) ? '' : ' '}${text}`);
  }

  private place(name: string): Located | undefined {
    const { located } = this.record;
    return locate(located, [name]) ?? ownPlace(located, name);
  }

  remove(name: string): void {
    const place = this.place(name);
    const entry = place && this.root.entries.find(({ key }) => key === place.key);
    if (!entry) return;
    const { lines } = this.record;
    const range = entryRange(entry);
    const start = lines.startOf(lines.lineAt(range.start));
    this.replacements.push({ range: textRange(start, lines.startAfter(range)), text: '' });
  }

  setParts(name: string, parts: NewParts): void {
    const holder = locate(this.record.located, [name]);
    const fields = this.table[name]?.type.fields ?? {};
    if (holder?.node.kind !== 'map' || holder.node.entries.length === 0)
      this.set(name, flowMapping(parts, fields, this.record.language));
    else this.setPartsOf(holder, parts);
  }

  setPartsOf({ node, type, fields }: Located, parts: NewParts): void {
    if (node.kind !== 'map') return;
    for (const [part, value] of Object.entries(parts)) {
      const place = fields?.[part];
      const text = typeof value === 'object' ? value.yaml : node.flow ? flowText(value) : scalarText(value);
      if (place) this.replace(place, text);
      else this.insertPart(node, type.fields ?? {}, part, text);
    }
  }

  /** An empty value has no range of its own, and a block begins on another line: the text goes after the key's colon. */
  private replace(place: Located, text: string): void {
    const { node, keyRange } = place;
    const block = isBlock(node);
    if (block && keyRange) {
      const value = this.record.lines.text.slice(keyRange.end + 1, node.range.end).trimEnd();
      const range = textRange(keyRange.end + 1, keyRange.end + 1 + value.length);
      this.replacements.push({ range, text: /^[\r\n]/.test(text) ? text : ` ${text}` });
    } else if (!isNothing(node) || node.range.end > node.range.start || !keyRange)
      this.replacements.push({ range: node.range, text });
    else
      this.replacements.push({
        range: textRange(keyRange.end + 1),
        text: /^[\r\n]/.test(text) ? text : ` ${text}`,
      });
  }

  private insertLine(name: string, line: string): void {
    // What the format does not define has no usual place, and comes last.
    const last = this.root.entries.at(-1);
    const before = this.table[name] ? previousEntry(this.root, this.table, name) : last;
    const { lines, content } = this.record;
    const indent = this.indentOf(this.root);
    this.insert(
      before ? lines.startAfter(entryRange(before)) : lines.startOf(lines.lineAt(content.start)),
      indent + line,
    );
  }

  private insertPart(map: YamlMap, fields: FieldTable, part: string, text: string): void {
    const line = `${this.key(part, fields)}: ${text}`;
    const before = previousEntry(map, fields, part) ?? map.entries.at(-1);
    if (!before) return;
    if (map.flow) this.append(entryRange(before).end, `, ${line}`);
    else this.insert(this.record.lines.startAfter(entryRange(before)), this.indentOf(map) + line);
  }

  private insert(place: number, line: string): void {
    this.append(place, line + this.lineBreak);
  }

  private append(place: number, text: string): void {
    this.insertions.set(place, (this.insertions.get(place) ?? '') + text);
  }

  private indentOf(map: YamlMap): string {
    const first = map.entries[0];
    return ' '.repeat(first ? this.record.lines.positionAt(first.keyRange.start).column : 0);
  }

  private key(name: string, table: FieldTable = this.table): string {
    const row = table[name];
    return row ? keyIn(this.record.language, name, row) : name;
  }
}

/** Whether a value is written over several lines, none of which is that of its key. */
function isBlock(node: Located['node']): boolean {
  return node.kind === 'scalar' ? node.style === 'block' : !node.flow;
}

/** A mapping of texts in braces, with its keys in a language. */
export function flowMapping(parts: NewParts, table: FieldTable, language: Language): string {
  const entries = Object.entries(parts).map(([part, value]) => {
    const field = table[part];
    const text = typeof value === 'object' ? value.yaml : flowText(value);
    return `${field ? keyIn(language, part, field) : part}: ${text}`;
  });
  return `{ ${entries.join(', ')} }`;
}

/** A text as a scalar inside braces or brackets, where more characters need quotes. */
export function flowText(value: string): string {
  return /[,[\]{}]/.test(value) ? JSON.stringify(value) : scalarText(value);
}
