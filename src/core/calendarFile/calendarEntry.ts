import { sameName } from '../config/environments';
import { zoneFor } from '../config/recordZone';
import { customerNamed, customerNameOf, type WorkspaceConfig } from '../config/workspaceConfig';
import type { IndexEntry } from '../index/indexEntry';
import { titleOf } from '../index/summarise';
import type { RecordOf } from '../model/parse/record';
import type { Language, Localized } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { momentOf } from '../model/time/dateTime';
import { durationMinutes } from '../model/time/duration';
import { windowBetween } from '../model/time/localText';
import { type PhaseWindow, phaseTitle, phaseWindows } from '../model/time/phaseWindows';
import { scheduledMinutes } from '../model/time/scheduledMinutes';
import { stateName } from '../model/vocabulary/stateName';
import { withSpaces } from '../model/vocabulary/vocabulary';
import { type Mailbox, personMailbox, recipientsOf } from '../notices/recipients';
import { hasReached, initialStatus } from '../workflow/stages';

/** A change as an entry of a calendar. All texts are on one line and without control characters. */
export interface CalendarEntry {
  /** The same for a change at all times and on all machines. */
  readonly uid: string;
  /** Higher for a later version of the change. */
  readonly sequence: number;
  /** When the change was last edited, in milliseconds since 1970. */
  readonly changedAt: number;
  readonly start: number;
  /** The start where the window has no length. */
  readonly end: number;
  readonly zone: string;
  readonly certainty: 'tentative' | 'confirmed' | 'cancelled';
  readonly title: string;
  readonly place: string;
  readonly description: readonly string[];
  readonly performers: readonly Mailbox[];
  readonly informed: readonly Mailbox[];
}

/** What an entry is made from. */
export interface EntrySource {
  readonly record: RecordOf<'change'>;
  readonly stage: string;
  readonly config: WorkspaceConfig;
  readonly language: Language;
  /** When the record was last edited, in milliseconds since 1970. */
  readonly changedAt: number;
}

/** Why a change has no calendar entry. */
export type EntryGap = 'noId' | 'noStart';

const words = {
  when: { en: 'When', es: 'Cuándo' },
  status: { en: 'Status', es: 'Estado' },
  outage: { en: 'Outage', es: 'Corte' },
  components: { en: 'Components', es: 'Componentes' },
  performer: { en: 'Carried out by', es: 'Ejecutor' },
  tickets: { en: 'Tickets', es: 'Tickets' },
  procedure: { en: 'Procedure', es: 'Procedimiento' },
} as const satisfies { [name: string]: Localized };

/** Seconds since then fit into the 31 bits that calendar programs allow until 2088. */
const sequenceStart = Date.UTC(2020, 0, 1);
const highestSequence = 2 ** 31 - 1;

/** Makes the entries of a change, one for each of its phases where it has any, or returns why there is none. */
export function calendarEntriesOf(source: EntrySource): readonly CalendarEntry[] | EntryGap {
  const { record, config } = source;
  const phases = phaseWindows(record.data.schedule, zoneFor(record, config));
  const entry = calendarEntry(source);
  if (typeof entry === 'string') return entry;
  return phases.length === 0 ? [entry] : phases.map((phase) => phaseEntry(source, entry, phase));
}

/** The entry of one phase: that of the whole change with another time, title and place. */
function phaseEntry(source: EntrySource, entry: CalendarEntry, phase: PhaseWindow): CalendarEntry {
  const { at, start, end, environments } = phase;
  const [title = '', ...rest] = entry.title.split(' · ');
  return {
    ...entry,
    uid: entry.uid.replace('@', `.${at + 1}@`),
    start,
    end,
    title: joined([title, phaseTitle(phase), ...rest], ' · ', 200),
    place: environments ? joined([customerOf(source), environments.join(', ')], ' · ', 200) : entry.place,
    description: descriptionOf(source, { start, end, zone: entry.zone }),
  };
}

function customerOf({ record: { data }, config }: EntrySource): string {
  return customerNameOf(config, data.customer) ?? '';
}

function calendarEntry(source: EntrySource): CalendarEntry | EntryGap {
  const { record, stage, config, changedAt } = source;
  const { data } = record;
  if (!data.id) return 'noId';
  const zone = zoneFor(record, config);
  const start = momentOf(data.schedule?.start, zone);
  if (start === undefined) return 'noStart';
  const end = start + (scheduledMinutes(data.schedule, zone) ?? 0) * 60_000;
  const customer = customerOf(source);
  const performers = mailboxesOf(config, [data.assignee]);
  const notified = recipientsOf(data, config, 'parties', () => undefined).to;
  const people = mailboxesOf(config, [data.owner, data.requested_by, ...Object.values(data.reviewers ?? {})]);
  return {
    uid: uidOf(data.id, config),
    sequence: sequenceAt(changedAt),
    changedAt,
    start,
    end,
    zone,
    certainty: certaintyOf(stage, data.status),
    title: joined([data.id, titleOf(record), customer], ' · ', 200),
    place: joined([customer, (data.environments ?? []).join(', ')], ' · ', 200),
    description: descriptionOf(source, { start, end, zone }),
    performers,
    informed: without([...people, ...notified], performers),
  };
}

/**
 * The number by which calendar programs recognise a later version of an entry: the second of the record's last edit.
 * The record itself has no such number, as a window that is moved and moved back leaves the same text. The number of
 * its commits falls when commits are squashed. The time of the last commit is the same in every clone, and later than
 * that of any previous version.
 */
export function sequenceAt(changedAt: number): number {
  const seconds = Math.floor((changedAt - sequenceStart) / 1000);
  return Math.min(Math.max(seconds, 0), highestSequence);
}

/** A host name that does not exist, where one is required. */
export const noHost = 'changebook.invalid';

/**
 * An identifier that is always on one line, whatever the record contains. It depends neither on the path of the file
 * nor on the repository's history, which clones may not have.
 */
function uidOf(id: string, { data }: WorkspaceConfig): string {
  const name = encodeURIComponent(id.slice(0, 200).replace(/\p{Cs}/gu, ''));
  return `${name}@${data.calendar?.domain ?? noHost}`;
}

function certaintyOf(stage: string, status: string | undefined): CalendarEntry['certainty'] {
  if (stage === 'rejected' || stage === 'cancelled') return 'cancelled';
  return hasReached(stage, 'to_be_released') && status !== 'on_hold' ? 'confirmed' : 'tentative';
}

function descriptionOf(
  { record: { data }, language }: EntrySource,
  { start, end, zone }: Pick<CalendarEntry, 'start' | 'end' | 'zone'>,
): string[] {
  const outage = durationMinutes(data.schedule?.outage ?? '') ? data.schedule?.outage : undefined;
  const components = data.components?.map(({ name, from, to }) =>
    joined([name, joined([from, to], ' → ', 80)], ' ', 120),
  );
  const facts: readonly (readonly [name: keyof typeof words, value: string | undefined])[] = [
    ['when', `${windowBetween(start, end, zone)} (${zone})`],
    ['status', withSpaces(stateName(data.status ?? initialStatus('change'), language))],
    ['outage', outage],
    ['components', components?.join(', ')],
    ['performer', data.assignee],
    ['procedure', data.procedure],
    ['tickets', data.tickets?.map(({ id, title, mail }) => joined([id, title ?? mail], ' ', 120)).join('; ')],
  ];
  return facts.flatMap(([name, value]) =>
    value ? [`${words[name][language]}: ${oneLineValue(value)}`] : [],
  );
}

/** The mailboxes of those people whose address is given with the name or known. */
function mailboxesOf(config: WorkspaceConfig, people: readonly (string | undefined)[]): Mailbox[] {
  return people.flatMap((written) => (written ? (personMailbox(written, config) ?? []) : []));
}

/** The mailboxes with each address once, without those in another list. */
function without(mailboxes: readonly Mailbox[], others: readonly Mailbox[]): Mailbox[] {
  const seen = new Set(others.map(({ address }) => address.toLowerCase()));
  return mailboxes.filter(({ address }) => {
    const key = address.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function joined(parts: readonly (string | undefined)[], between: string, most: number): string {
  return oneLineValue(parts.filter((part) => part).join(between), most);
}

/**
 * Whether a closed change may still be in people's calendars: it was called off before the end of its window.
 *
 * @param customer key or name of the calendar's customer; undefined for all customers
 */
export function isCalledOff(
  { summary }: IndexEntry,
  config: WorkspaceConfig,
  now: number,
  customer: string | undefined,
): boolean {
  const { change, stage } = summary;
  const calledOff = stage === 'rejected' || stage === 'cancelled';
  if (!calledOff || change?.end === undefined || change.end <= now) return false;
  const name = customerNamed(config, summary.customer)?.name;
  return !customer || sameName(customer, change.customer) || sameName(customer, name);
}
