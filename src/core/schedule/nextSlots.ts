import { calendarFor } from '../config/calendarFor';
import { environmentScope } from '../config/environments';
import { zoneFor } from '../config/recordZone';
import type { Finding } from '../findings/finding';
import type { RecordOf } from '../model/parse/record';
import { momentOf } from '../model/time/dateTime';
import { windowMinutes } from '../model/time/duration';
import { scheduledMinutes } from '../model/time/scheduledMinutes';
import { dayMs, momentAt, wallTime } from '../model/time/zoneClock';
import { agreementStale } from '../rules/agreement/stale';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { type StartQuery, startFindings } from './startFindings';

/** A change that needs another start. */
interface SlotQuery extends StartQuery {
  /** Whether a start can be written in the form that this change uses. */
  readonly canWrite: (start: number) => boolean;
}

/** What moved a slot on, and by how many minutes. */
export interface SlotMove {
  /** The rule; undefined for what people prefer: working days, on the hour or half past. */
  readonly rule: string | undefined;
  readonly minutes: number;
}

/** A free window, in milliseconds since 1970. */
export interface Slot {
  readonly start: number;
  readonly end: number;
  /** Why it does not start at the moment that was asked about, or when the slot before it ends. */
  readonly moved: readonly SlotMove[];
}

/** The next slots, or the findings because of which there are none. */
export interface SlotSearch {
  readonly slots: readonly Slot[];
  readonly blocked: readonly Finding[];
  /** The first finding of each rule that ruled out a start. */
  readonly passedOver: readonly Finding[];
  /** Whether the change names no duration, so that a default was used. */
  readonly assumed: boolean;
}

/** Urgent changes start at any quarter of an hour; all zone offsets are multiples of it. */
const quarterMs = 900_000;
/** Other changes start on the hour or half past, in the customer's zone. */
const usualStepMinutes = 30;
/** The default duration of a change. */
const usualDurationMinutes = 60;
/** How far ahead slots are searched. */
const horizonMs = 90 * dayMs;

/**
 * Finds the next starts after a moment at which no rule of the schedule reports an error or a warning, unless it is
 * waived. The rules themselves are asked. Each gives the next start that is worth trying, so that most starts are
 * skipped. Slots do not overlap. They are on days off only where the customer has maintenance windows or the change is
 * urgent.
 */
export function nextSlots(
  query: SlotQuery,
  input: WorkspaceCheckInput,
  count: number,
  after = input.now,
): SlotSearch {
  const { length, assumed } = windowLength(query.record, input);
  const findingsAt = startFindings(query, input, length);
  const preferredFrom = preferredStart(query, input);
  const slots: Slot[] = [];
  const firstByRule = new Map<string, Finding>();
  const ended = (blocked: readonly Finding[]): SlotSearch => ({
    slots,
    blocked: slots.length > 0 ? [] : blocked,
    passedOver: [...firstByRule.values()],
    assumed,
  });
  const last = after + horizonMs;
  const moves = new Moves(after);
  moves.to(quarterAfter(after), undefined);
  for (let start = quarterAfter(after); start <= last && slots.length < count; ) {
    const blockers = findingsAt(start).filter(({ finding }) => finding.severity !== 'info');
    const better = preferredFrom(start);
    let next = start + quarterMs;
    let by: string | undefined;
    if (blockers.length > 0) {
      const first = firstByRule.size === 0;
      for (const { finding } of blockers)
        if (!firstByRule.has(finding.rule)) firstByRule.set(finding.rule, finding);
      const final = blockers.filter(({ retry }) => retry === Number.POSITIVE_INFINITY);
      if (final.length > 0)
        return ended(first ? final.map(({ finding }) => finding) : [...firstByRule.values()]);
      const furthest = blockers.reduce((one, other) => (other.retry > one.retry ? other : one));
      next = Math.max(next, furthest.retry);
      by = furthest.finding.rule;
    } else if (better > start) next = better;
    else if (query.canWrite(start)) {
      slots.push({ start, end: start + length, moved: moves.until(start) });
      next = Math.max(next, start + length);
      moves.restart(next);
    }
    start = Math.ceil(next / quarterMs) * quarterMs;
    moves.to(start, by);
  }
  return ended([...firstByRule.values()]);
}

/** Adds up by how much each rule moves a start. */
class Moves {
  private readonly byRule = new Map<string | undefined, number>();

  constructor(private at: number) {}

  /** A start that is tried next, and the rule because of which the one before it was not taken. */
  to(start: number, rule: string | undefined): void {
    if (start > this.at) this.byRule.set(rule, (this.byRule.get(rule) ?? 0) + start - this.at);
    this.at = Math.max(start, this.at);
  }

  /** What moved a start that is taken, the largest move first. */
  until(start: number): SlotMove[] {
    this.to(start, undefined);
    const moves = [...this.byRule].map(([rule, ms]) => ({ rule, minutes: Math.ceil(ms / 60_000) }));
    return moves.sort((a, b) => b.minutes - a.minutes);
  }

  restart(at: number): void {
    this.byRule.clear();
    this.at = at;
  }
}

/** What speaks against any other start than the one agreed on, so that no slot is looked for by it. */
const alsoAgainst: ReadonlySet<string> = new Set([agreementStale.id]);

/** What the rules of the schedule say of one start, and when the window that begins there ends. */
export function judgeStart(
  query: StartQuery,
  input: WorkspaceCheckInput,
  start: number,
): { readonly end: number; readonly findings: readonly Finding[]; readonly assumed: boolean } {
  const { length, assumed } = windowLength(query.record, input);
  const findings = startFindings(query, input, length, alsoAgainst)(start).map(({ finding }) => finding);
  return { end: start + length, findings, assumed };
}

/** The length of a change's window in milliseconds, and whether it is assumed. */
function windowLength(
  record: RecordOf<'change'>,
  { config }: WorkspaceCheckInput,
): { length: number; assumed: boolean } {
  const { schedule } = record.data;
  const minutes = scheduledMinutes(schedule, zoneFor(record, config)) ?? 0;
  if (minutes > 0) return { length: minutes * 60_000, assumed: false };
  return { length: Math.max(usualDurationMinutes, windowMinutes(schedule?.outage)) * 60_000, assumed: true };
}

function quarterAfter(moment: number): number {
  return (Math.floor(moment / quarterMs) + 1) * quarterMs;
}

/** Moves a start to the next one that people prefer: a working day, on the hour or half past. Urgent changes keep it. */
function preferredStart(
  { summary, record }: SlotQuery,
  { config }: WorkspaceCheckInput,
): (start: number) => number {
  const { changeType, severity } = summary.change ?? {};
  const isReported = momentOf(record.data.reported_at, zoneFor(record, config)) !== undefined;
  if (changeType === 'emergency' || (severity && isReported)) return (start) => start;
  const calendar = calendarFor(config, summary.customer);
  const environments = environmentScope(record.data, config);
  const hasWindows = calendar.hasWindows(environments);
  return (start) => {
    const { day, minute } = wallTime(start, calendar.zone);
    if (!hasWindows && calendar.dayOff(day, environments)) return momentAt(day + 1, 0, calendar.zone);
    return start + ((usualStepMinutes - (minute % usualStepMinutes)) % usualStepMinutes) * 60_000;
  };
}
