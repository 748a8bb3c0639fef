import type { RecordIndex } from '../index/recordIndex';
import { type RecordType, recordTypes } from '../model/vocabulary/vocabulary';

/**
 * The next free id of a type of record: `CHG-2026-0048` behind the highest number of the year. Numbers of ids that were
 * left out are not used again, since somebody may have meant them. Where the team's pattern wants other ids, the
 * highest one that there is counts on.
 *
 * @returns nothing where no id can be made that the pattern takes
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
  // The kind of a team's own id is told by how those that fit begin.
  const beginnings = new Map<string, number>();
  for (const id of index.ids()) {
    const [, start, digits] = /^(.*?)(\d{1,12})$/.exec(id) ?? [];
    if (!start?.startsWith(prefix) || !digits || !pattern.test(id)) continue;
    beginnings.set(start, Math.max(beginnings.get(start) ?? 0, digits.length));
  }
  const last = [...beginnings].sort().at(-1);
  return last && after(last[0], last[1], index, pattern);
}

/** The highest number behind a beginning, plus one; nothing where the pattern takes no such id. */
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
