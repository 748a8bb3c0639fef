import type { RecordCalendar } from '../calendar/recordCalendar';
import type { Language } from '../model/text/localized';
import { dateOf, dayMs, momentAt, wallTime } from '../model/time/zoneClock';
import type { Background } from './timeline';

/**
 * The backgrounds of a customer's rows: days off, freezes and maintenance windows, in the customer's time zone.
 *
 * @param start and `end`, which is not included: the time span that is drawn. Backgrounds are cut to it.
 */
export function backgroundsOf(
  calendar: RecordCalendar,
  start: number,
  end: number,
  language: Language,
): Background[] {
  const { zone } = calendar;
  const first = wallTime(start, zone).day;
  const last = wallTime(end - 1, zone).day;
  const found = daysOff(calendar, first, last, language);
  for (const hours of calendar.hoursOffIn(start, end)) {
    // Longer ones have whole days, which are drawn already.
    if (hours.end - hours.start >= dayMs) continue;
    const { name } = hours.entry;
    found.push({ kind: 'holiday', start: hours.start, end: hours.end, ...(name ? { name } : {}) });
  }
  for (const opening of calendar.openings(start, end)) {
    found.push({ kind: 'maintenance', start: opening.start, end: opening.end });
  }
  for (const freeze of calendar.freezesIn(start, end)) {
    const { hard, reason, environments } = freeze.entry;
    const name = [reason, environments && `(${[...environments.values()].join(', ')})`]
      .filter(Boolean)
      .join(' ');
    found.push({
      kind: hard ? 'freeze' : 'softFreeze',
      start: freeze.start,
      end: freeze.end,
      ...(name ? { name } : {}),
    });
  }
  return found.flatMap((background) => {
    const cut = { start: Math.max(background.start, start), end: Math.min(background.end, end) };
    return cut.start < cut.end ? [{ ...background, ...cut }] : [];
  });
}

/** Days off. Adjacent days of the same kind and name are merged. */
function daysOff(calendar: RecordCalendar, first: number, last: number, language: Language): Background[] {
  const found: Background[] = [];
  for (let day = first; day <= last; day++) {
    const off = calendar.dayOff(day);
    if (!off) continue;
    const start = momentAt(day, 0, calendar.zone);
    const end = momentAt(day + 1, 0, calendar.zone);
    // Only a holiday has a place in the configuration; a weekend has none.
    const kind = off.at ? 'holiday' : 'dayOff';
    const name = off.at ? off.name[language] : undefined;
    const before = found.at(-1);
    if (before?.kind === kind && before.name === name && before.end === start)
      found[found.length - 1] = { ...before, end };
    else found.push({ kind, start, end, ...(name ? { name } : {}) });
  }
  return found;
}

/** The years whose public holidays a range of days may need in any time zone. */
export function yearsOf(first: number, last: number): number[] {
  const year = (day: number): number => Number(dateOf(day).slice(0, 4));
  const years: number[] = [];
  for (let at = year(first - 2); at <= year(last + 2); at++) years.push(at);
  return years;
}
