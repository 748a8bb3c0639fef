import { itemName } from '../edits/namedPlace';
import { setFields } from '../edits/setFields';
import type { Located } from '../model/parse/located';
import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord } from '../model/parse/record';
import { applyEdits } from '../model/text/edit';
import { type CheckInput, checkRecord } from '../rules/checkRecord';
import { field } from '../rules/format/field';
import { placeholder } from '../rules/format/placeholder';

/** What of a new record nobody knows yet: one field, or one section. */
export interface OpenPlace {
  /** The field as the record writes it, its parts joined by dots, or the title of the section. */
  readonly name: string;
  /** Whether it is a field that `set` takes. */
  readonly settable: boolean;
  /** Its line, from 1. */
  readonly line: number;
}

/** What is to be filled in before a new record can be released, in the order of the text. */
export function openPlaces(text: string, input: CheckInput): OpenPlace[] {
  const record = parseRecord(text, { expected: true, file: input.file });
  if (!record) return [];
  const found = checkRecord(asForRelease(record), input);
  const open = new Map<string, OpenPlace>();
  for (const { rule, message, args, range } of found) {
    const { line } = range.start;
    const missing = rule === field.id && (message === 'missing' || message === 'empty');
    if (!missing && (rule !== placeholder.id || message !== 'left')) continue;
    const place = missing ? { name: String(args.key), settable: true } : placeAt(record, line);
    if (!open.has(place.name)) open.set(place.name, { ...place, line: line + 1 });
  }
  return [...open.values()];
}

/** The record as it would be checked for its release; lines stay the same. */
function asForRelease(record: ParsedRecord): ParsedRecord {
  const edits = record.type === 'change' ? setFields(record, { status: 'to_be_released' }) : undefined;
  if (!edits) return record;
  const later = applyEdits(record.lines.text, edits).text;
  return parseRecord(later, { expected: true }) ?? record;
}

/** What stands on a line: a field of the front matter, else the section around it. */
function placeAt({ body, located, lines, bodyStart }: ParsedRecord, line: number): Omit<OpenPlace, 'line'> {
  if (lines.startOf(line) >= bodyStart) {
    const heading = body.headings.findLast((one) => one.line <= line);
    return { name: heading?.title ?? '', settable: false };
  }
  const at = (
    place: Located,
    path: readonly string[],
    unnamed: boolean,
  ): Omit<OpenPlace, 'line'> | undefined => {
    for (const part of Object.values(place.fields ?? {})) {
      const found = at(part, [...path, part.key ?? ''], unnamed);
      if (found) return found;
    }
    for (const item of place.items ?? []) {
      const name = item.fields ? (itemName(item) ?? '') : undefined;
      const found = at(
        item,
        name === undefined ? path : [...path, name],
        unnamed || (name !== undefined && !/^[\w@/-]+$/.test(name)),
      );
      if (found) return found;
    }
    const { node } = place;
    const here = node.kind === 'scalar' && lines.lineAt(node.range.start) === line && /TBD/.test(node.value);
    return here ? { name: path.join('.'), settable: !unnamed } : undefined;
  };
  return at(located, [], false) ?? { name: '', settable: false };
}
