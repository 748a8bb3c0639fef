import type { PackedRange } from '../model/text/range';
import { isOpen } from '../workflow/stages';
import type { IndexEntry } from './indexEntry';
import type { RecordIndex } from './recordIndex';
import type { RecordSummary } from './recordSummary';
import { type SharedPlace, sharedPlaces } from './sharedPlaces';
import { stretchesOf } from './stretchesOf';
import { supersededBy } from './supersededBy';
import { withoutNothing } from './withoutNothing';

/** Another open change whose window meets one's own, and what they have in common. */
export interface Conflict {
  readonly entry: IndexEntry;
  readonly shared: readonly SharedPlace[];
  /** Whether one of the two follows up the other. */
  readonly followUp: boolean;
  readonly start: number;
  readonly end: number;
  readonly otherStart: number;
  readonly otherEnd: number;
  /** Where the starts stand, as far as they do. */
  readonly at?: PackedRange;
  readonly otherAt?: PackedRange;
}

interface Found {
  readonly shared: SharedPlace[];
  followUp: boolean;
}

/**
 * The open changes that a change must not take place at once with, by their starts: each once for each of its windows.
 *
 * @param most where some are enough: how many; a hostile workspace could hold thousands for each
 */
export function conflictsOf(
  summary: RecordSummary,
  file: string,
  index: RecordIndex,
  most = Number.POSITIVE_INFINITY,
): Conflict[] {
  if (!summary.change || !isOpen(summary.stage)) return [];
  const conflicts = stretchesOf(summary.change).flatMap((change) =>
    conflictsAt({ ...summary, change }, file, index, most),
  );
  conflicts.sort((a, b) => a.otherStart - b.otherStart || (a.entry.file < b.entry.file ? -1 : 1));
  return conflicts.slice(0, most);
}

/** The same for one window. */
function conflictsAt(summary: RecordSummary, file: string, index: RecordIndex, most: number): Conflict[] {
  const { change } = summary;
  const { start, end = start, startAt } = change ?? {};
  if (!change || start === undefined || end === undefined) return [];
  const found = new Map<string, Found>();
  const foundAt = (other: string): Found => {
    const known = found.get(other) ?? { shared: [], followUp: false };
    found.set(other, known);
    return known;
  };
  for (const place of sharedPlaces(change)) {
    for (const other of index.windows.meeting(place.key, start, end)) {
      if (found.size > most) break;
      // Of those that have ended none stands in the way of an open one.
      if (!isOpen(index.keys(other.file)?.stage ?? 'done')) continue;
      const { shared } = foundAt(other.file);
      if (!shared.includes(place)) shared.push(place);
    }
  }
  for (const other of followUps(summary, index)) foundAt(other).followUp = true;
  found.delete(file);
  return [...found].flatMap(([other, what]): Conflict[] => {
    const entry = index.entry(other);
    if (!entry?.summary.change || !isOpen(entry.summary.stage)) return [];
    const keys = new Set(what.shared.map(({ key }) => key));
    for (const stretch of stretchesOf(entry.summary.change)) {
      const { start: otherStart, end: otherEnd = otherStart, startAt: otherAt } = stretch;
      if (otherStart === undefined || otherEnd === undefined) continue;
      // A window without a length is its first moment.
      if (Math.max(otherEnd, otherStart + 1) <= start || Math.max(end, start + 1) <= otherStart) continue;
      if (!what.followUp && !sharedPlaces(stretch).some(({ key }) => keys.has(key))) continue;
      const places = withoutNothing({ at: startAt, otherAt });
      return [{ entry, ...what, start, end, otherStart, otherEnd, ...places }];
    }
    return [];
  });
}

/** The files of the change that one follows up, and of those that follow it up. */
function* followUps(summary: RecordSummary, index: RecordIndex): Iterable<string> {
  const followed = supersededBy(summary);
  if (followed !== undefined) yield* index.filesWithId(followed);
  if (summary.id === undefined) return;
  for (const { file } of index.referrersOf(summary.id, 'supersedes')) yield file;
}
