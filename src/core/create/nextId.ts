import type { RecordIndex } from '../index/recordIndex';
import { type RecordType, recordTypes } from '../model/vocabulary/vocabulary';

/**
 * The next free id of a type of record: `CHG-2026-0048` after the highest number of the year. Gaps are not filled,
 * since such an id may be meant elsewhere. Where the team's pattern has another form, the next id of that form.
 *
 * @returns undefined where no id that matches the pattern can be made
 */
export function nextId(
  index: Pick<RecordIndex, 'ids'>,
  pattern: RegExp,
  year: number,
  type: RecordType = 'change',
): string | undefined {
  const { prefix } = recordTypes[type];
  const usual = after(`${prefix}-${year}-`, 4, index, pattern);
  if (usual) return usual;
  // The form of a team's own ids is taken from the existing ones.
  const beginnings = new Map<string, number>();
  for (const id of index.ids()) {
    const [, start, digits] = /^(.*?)(\d{1,12})$/.exec(id) ?? [];
    if (!start?.startsWith(prefix) || !digits || !pattern.test(id)) continue;
    beginnings.set(start, Math.max(beginnings.get(start) ?? 0, digits.length));
  }
  const last = [...beginnings].sort().at(-1);
  return last && after(last[0], last[1], index, pattern);
}

/** The id with the highest number after a prefix, plus one; undefined where it does not match the pattern. */
function after(
  start: string,
  width: number,
  index: Pick<RecordIndex, 'ids'>,
  pattern: RegExp,
): string | undefined {
  let highest = 0;
  for (const id of index.ids()) {
    const number = id.startsWith(start) ? id.slice(start.length) : '';
    if (/^\d{1,12}$/.test(number)) highest = Math.max(highest, Number(number));
  }
  const id = `${start}${String(highest + 1).padStart(width, '0')}`;
  return pattern.test(id) ? id : undefined;
}
