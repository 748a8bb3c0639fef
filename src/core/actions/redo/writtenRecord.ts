import { parseRecord } from '../../model/parse/parseRecord';
import type { ParsedRecord } from '../../model/parse/record';
import { entryRange } from '../../model/parse/yamlTree';
import { type TextRange, textRange } from '../../model/text/range';
import { fieldsByName, recordTypes } from '../../model/vocabulary/vocabulary';

/** One field of a front matter, as it is written. */
interface WrittenField {
  /** Canonical name; the key itself where it is unknown. */
  readonly name: string;
  /** Its whole lines. */
  readonly range: TextRange;
  readonly text: string;
}

/** A record whose front matter can be taken apart into fields. */
export interface WrittenRecord {
  readonly record: ParsedRecord;
  /** In the order of the text. */
  readonly fields: readonly WrittenField[];
}

/** Takes the front matter of a record apart; undefined where it cannot be read or edited field by field. */
export function writtenRecord(text: string): WrittenRecord | undefined {
  const record = parseRecord(text, { expected: true });
  const root = record?.located.node;
  if (!record || root?.kind !== 'map' || root.flow || record.content.end === 0) return undefined;
  const names = fieldsByName(recordTypes[record.type].fields);
  const { lines } = record;
  const fields = root.entries.map((entry) => {
    const { start, end } = entryRange(entry);
    const range = textRange(
      lines.startOf(lines.lineAt(start)),
      lines.startOf(lines.lineAt(Math.max(start, end - 1)) + 1),
    );
    const name = names.get(entry.key)?.name ?? entry.key;
    return { name, range, text: lines.text.slice(range.start, range.end) };
  });
  return { record, fields };
}
