import { type CalendarEntry, calendarEntriesOf, type EntryGap, type EntrySource } from './calendarEntry';

/** Entries in the order of their windows, and the changes without an entry. */
export interface CalendarEntries {
  readonly entries: readonly CalendarEntry[];
  readonly skipped: readonly { readonly source: number; readonly gap: EntryGap | 'twice' }[];
}

/**
 * Makes the entries of several changes. Of changes with the same id, which calendars could not tell apart, only the
 * first gets one.
 *
 * @returns skipped changes by their index among the sources
 */
export function calendarEntries(sources: readonly EntrySource[]): CalendarEntries {
  const entries = new Map<string, CalendarEntry>();
  const left: CalendarEntries['skipped'][number][] = [];
  sources.forEach((source, index) => {
    const own = calendarEntriesOf(source);
    if (typeof own === 'string') left.push({ source: index, gap: own });
    else if (own.some(({ uid }) => entries.has(uid))) left.push({ source: index, gap: 'twice' });
    else for (const entry of own) entries.set(entry.uid, entry);
  });
  const inOrder = [...entries.values()].sort((a, b) => a.start - b.start || (a.uid < b.uid ? -1 : 1));
  return { entries: inOrder, skipped: left };
}
