import { given } from '../findings/places';
import { type Located, locate } from '../model/parse/located';
import type { RecordOf } from '../model/parse/record';
import { lineBreakOf, type TextEdit } from '../model/text/edit';
import { textRange } from '../model/text/range';
import { isoWithOffset } from '../model/time/isoWithOffset';
import { scheduledMinutes } from '../model/time/scheduledMinutes';
import { writeMoment } from '../model/time/writeMoment';
import { keyIn, recordTypes } from '../model/vocabulary/vocabulary';

/**
 * The edit that sets the start of a change: it replaces the value, or adds the key at its usual place.
 *
 * @returns undefined where the front matter cannot hold it
 */
export function startEdit(record: RecordOf<'change'>, start: string): TextEdit | undefined {
  const { lines, located, language } = record;
  const value = given(record, ['schedule', 'start'])?.node;
  if (value) {
    // A quoted value stays quoted.
    const quote = /^["']/.exec(lines.text.slice(value.range.start, value.range.end))?.[0] ?? '';
    return { range: value.range, text: `${quote}${start}${quote}` };
  }
  const { schedule } = recordTypes.change.fields;
  const line = `${keyIn(language, 'start', schedule.type.fields.start)}: ${start}`;
  const empty = locate(located, ['schedule', 'start']);
  if (empty) return fill(empty, start);
  const holder = locate(located, ['schedule']);
  const map = holder?.node.kind === 'map' ? holder.node : undefined;
  const first = map?.entries[0];
  const lineBreak = lineBreakOf(lines.text);
  if (map && first) {
    const indent = ' '.repeat(lines.positionAt(first.keyRange.start).column);
    const behind = map.flow ? ', ' : `${lineBreak}${indent}`;
    return { range: textRange(first.keyRange.start), text: `${line}${behind}` };
  }
  if (map?.flow) return { range: map.range, text: `{ ${line} }` };
  if (holder) return fill(holder, `{ ${line} }`);
  const root = located.node;
  if (root.kind !== 'map' || root.flow || root.entries.length === 0) return undefined;
  const key = keyIn(language, 'schedule', schedule);
  return { range: textRange(record.content.end), text: `${key}: { ${line} }${lineBreak}` };
}

/** The edit that keeps the length of a window that is given by its end, where the start moves to another moment. */
export function endEdit(record: RecordOf<'change'>, start: number, zone: string): TextEdit | undefined {
  const { schedule } = record.data;
  const minutes = scheduledMinutes(schedule, zone);
  const value = given(record, ['schedule', 'end'])?.node;
  if (minutes === undefined || !value || schedule?.duration !== undefined) return undefined;
  const end = start + minutes * 60_000;
  const text = writeMoment(end, zone, schedule?.end) ?? isoWithOffset(end, zone);
  const quote = /^["']/.exec(record.lines.text.slice(value.range.start, value.range.end))?.[0] ?? '';
  return { range: value.range, text: `${quote}${text}${quote}` };
}

/** Fills an empty value: in place of a `~`, else after its key's colon. */
function fill({ node, keyRange }: Located, text: string): TextEdit {
  const written = node.range.end > node.range.start;
  if (written || !keyRange) return { range: node.range, text };
  return { range: textRange(keyRange.end + 1), text: ` ${text}` };
}
