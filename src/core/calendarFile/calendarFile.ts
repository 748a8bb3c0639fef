import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEvent,
  ICalEventStatus,
} from 'ical-generator';
import type { Language } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { temporal } from '../model/time/lazyTemporal';
import { momentAt, wallTime } from '../model/time/zoneClock';
import type { Mailbox } from '../notices/recipients';
import type { CalendarEntry } from './calendarEntry';
import { zoneDefinition } from './zoneDefinition';

// The only file that uses the library for calendar files. The library escapes texts and folds lines. What it writes
// without escaping (ids, names, addresses, zones) is checked before.

/** The options of a calendar file. */
export interface CalendarFileOptions {
  readonly language: Language;
  /** Name of the calendar in calendar programs. */
  readonly name: string;
  /** The contact for the entries, which calendar programs require. */
  readonly organizer: Mailbox;
  /** Minutes between each reminder and the start. */
  readonly alarms: readonly number[];
  /** Whether the people of the entry are invited. Only with a single entry. */
  readonly invite: boolean;
  /** When the file is made, in milliseconds since 1970. */
  readonly now: number;
}

const certainties = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/** Writes an iCalendar file (RFC 5545), whose entries update earlier versions of themselves (RFC 5546). */
export function calendarFile(entries: readonly CalendarEntry[], options: CalendarFileOptions): string {
  const calendar = ical({
    prodId: { company: 'Changebook', product: 'Changebook', language: options.language.toUpperCase() },
    method: methodOf(entries, options),
    // The library does not escape the name.
    name: oneLineValue(options.name, 100).replace(/[\\;,]/g, '\\$&'),
  });
  const zones = zoneTexts(entries);
  calendar.timezone({ name: null, generator: (zone) => zones.get(zone) ?? null });
  for (const entry of entries) addEntry(calendar, entry, options);
  return `${calendar.toString()}\r\n`;
}

/**
 * What calendar programs should do with the file. Invitations and cancellations are for a single entry. In a file of
 * several, the status of an entry says that it is cancelled.
 */
function methodOf(entries: readonly CalendarEntry[], { invite }: CalendarFileOptions): ICalCalendarMethod {
  const [first, ...more] = entries;
  if (first?.certainty === 'cancelled' && more.length === 0) return ICalCalendarMethod.CANCEL;
  return invite && more.length === 0 ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.PUBLISH;
}

/** The definitions of all zones, each for the time span of its entries. */
function zoneTexts(entries: readonly CalendarEntry[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const zone of new Set(entries.map((entry) => entry.zone))) {
    const own = entries.filter((entry) => entry.zone === zone);
    const first = own.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
    const last = own.reduce((most, { end }) => Math.max(most, end), first);
    texts.set(zone, zoneDefinition(zone, first, last));
  }
  return texts;
}

function addEntry(calendar: ICalCalendar, entry: CalendarEntry, options: CalendarFileOptions): void {
  const { start, end, certainty, description, place } = entry;
  const zone = isPlain(start, entry.zone) && isPlain(end, entry.zone) ? entry.zone : 'UTC';
  const at = (moment: number) => temporal().Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: new Date(options.now),
    lastModified: new Date(entry.changedAt),
    start: at(start),
    ...(end > start ? { end: at(end) } : {}),
    timezone: zone === 'UTC' ? null : zone,
    summary: entry.title,
    description: description.join('\n'),
    ...(place ? { location: { title: place } } : {}),
    status: certainties[certainty],
    organizer: { name: cleanName(options.organizer), email: options.organizer.address },
  });
  if (options.invite) addAttendees(event, entry);
  if (certainty === 'cancelled') return;
  for (const minutes of options.alarms)
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: minutes * 60, description: entry.title });
}

function addAttendees(event: ICalEvent, { performers, informed }: CalendarEntry): void {
  const add = (mailbox: Mailbox, role: ICalAttendeeRole): void => {
    const who = { name: cleanName(mailbox), email: mailbox.address };
    event.createAttendee({ ...who, role, rsvp: true, status: ICalAttendeeStatus.NEEDSACTION });
  };
  for (const mailbox of performers) add(mailbox, ICalAttendeeRole.REQ);
  for (const mailbox of informed) add(mailbox, ICalAttendeeRole.NON);
}

/** A name without quotes, because it is written in quotes and they cannot be escaped there. */
function cleanName({ name, address }: Mailbox): string {
  return oneLineValue(name ?? address, 80).replace(/["\\]/g, '') || address;
}

/**
 * Whether local time identifies a moment. In an hour that a clock change repeats, local time in a file means the first
 * one by definition, so a moment in the second one is written in UTC.
 */
function isPlain(moment: number, zone: string): boolean {
  const { day, minute } = wallTime(moment, zone);
  return momentAt(day, minute, zone) === moment;
}
