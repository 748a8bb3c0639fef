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

// The only file that knows the writer of calendar files. It escapes texts and folds lines; what it writes as it is given (ids,
// names, addresses, zones) was made or checked before.

/** How a calendar file is made. */
export interface CalendarFileOptions {
  readonly language: Language;
  /** What calendar programs call it. */
  readonly name: string;
  /** Whoever can be asked about the entries; calendar programs want somebody to be named. */
  readonly organizer: Mailbox;
  /** Minutes before the start at which an entry reminds of itself. */
  readonly alarms: readonly number[];
  /** Whether those who take part are invited; only where there is one entry. */
  readonly invite: boolean;
  /** When the file is made, in milliseconds since 1970. */
  readonly now: number;
}

const certainties = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/** Writes changes as an iCalendar file (RFC 5545) whose entries update those that were handed out before (RFC 5546). */
export function calendarFile(entries: readonly CalendarEntry[], options: CalendarFileOptions): string {
  const calendar = ical({
    prodId: { company: 'Changebook', product: 'Changebook', language: options.language.toUpperCase() },
    method: methodOf(entries, options),
    // Written as it is given.
    name: oneLineValue(options.name, 100).replace(/[\\;,]/g, '\\$&'),
  });
  const zones = zoneTexts(entries);
  calendar.timezone({ name: null, generator: (zone) => zones.get(zone) ?? null });
  for (const entry of entries) addEntry(calendar, entry, options);
  return `${calendar.toString()}\r\n`;
}

/**
 * What programs are asked to do. Invitations and cancellations are about one entry alone; in a file of several, those
 * that are called off say so themselves.
 */
function methodOf(entries: readonly CalendarEntry[], { invite }: CalendarFileOptions): ICalCalendarMethod {
  const [first, ...more] = entries;
  if (first?.certainty === 'cancelled' && more.length === 0) return ICalCalendarMethod.CANCEL;
  return invite && more.length === 0 ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.PUBLISH;
}

/** The definitions of all zones, each for the time that its entries are about. */
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

/** Names stand between quotes, in which there is no way to write one. */
function cleanName({ name, address }: Mailbox): string {
  return oneLineValue(name ?? address, 80).replace(/["\\]/g, '') || address;
}

/**
 * Whether the clock on the wall tells a moment. Of an hour that a clock change doubles, files mean the first by
 * definition, so a moment in the second one is written in UTC.
 */
function isPlain(moment: number, zone: string): boolean {
  const { day, minute } = wallTime(moment, zone);
  return momentAt(day, minute, zone) === moment;
}
