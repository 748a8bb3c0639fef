import { isOpen } from '../workflow/stages';
import type { IndexEntry } from './indexEntry';
import { type RecordIndex, supersededBy } from './recordIndex';
import type { RecordSummary } from './recordSummary';
import { type SharedPlace, sharedPlaces } from './sharedPlaces';

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
}

interface Found {
  readonly shared: SharedPlace[];
  followUp: boolean;
}

/**
 * The open changes that a change must not take place at once with, each once, by their starts.
 *
 * @param most where some are enough: how many; a hostile workspace could hold thousands for each
 */
export function conflictsOf(
  summary: RecordSummary,
  file: string,
  index: RecordIndex,
  most = Number.POSITIVE_INFINITY,
): Conflict[] {
  const { change } = summary;
  const { start, end = start } = change ?? {};
  if (!change || start === undefined || end === undefined || !isOpen(summary.stage)) return [];
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
      if (isOpen(index.keys(other.file)?.stage ?? 'done')) foundAt(other.file).shared.push(place);
    }
  }
  for (const other of followUps(summary, index)) foundAt(other).followUp = true;
  found.delete(file);
  const conflicts = [...found].flatMap(([other, what]): Conflict[] => {
    const entry = index.entry(other);
    const { start: otherStart, end: otherEnd = otherStart } = entry?.summary.change ?? {};
    if (!entry || !isOpen(entry.summary.stage) || otherStart === undefined || otherEnd === undefined)
      return [];
    // A window without a length is its first moment.
    if (Math.max(otherEnd, otherStart + 1) <= start || Math.max(end, start + 1) <= otherStart) return [];
    return [{ entry, ...what, start, end, otherStart, otherEnd }];
  });
  conflicts.sort((a, b) => a.otherStart - b.otherStart || (a.entry.file < b.entry.file ? -1 : 1));
  return conflicts.slice(0, most);
}

/** The files of the change that one follows up, and of those that follow it up. */
function* followUps(summary: RecordSummary, index: RecordIndex): Iterable<string> {
  const followed = supersededBy(summary);
  if (followed !== undefined) yield* index.filesWithId(followed);
  if (summary.id === undefined) return;
  for (const { file } of index.referrersOf(summary.id, 'supersedes')) yield file;
}
