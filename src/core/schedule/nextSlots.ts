import { calendarFor } from '../config/calendarFor';
import { environmentScope } from '../config/environments';
import { zoneFor } from '../config/recordZone';
import type { Finding } from '../findings/finding';
import type { RecordSummary, WaiverFacts } from '../index/recordSummary';
import type { RecordOf } from '../model/parse/record';
import { momentOf } from '../model/time/dateTime';
import { windowMinutes } from '../model/time/duration';
import { clockAt } from '../model/time/ruleClock';
import { dayMs, momentAt, wallTime } from '../model/time/zoneClock';
import { holds } from '../rules/applyWaivers';
import { inLines, subjectOf, type WorkspaceCheckInput } from '../rules/checkRecord';
import { effectiveRules } from '../rules/effectiveRules';
import { reportsOf } from '../rules/reportsOf';
import type { RuleData, SummaryReport } from '../rules/rule';

/** A change that needs another start, as it was read and as the index has it. */
interface SlotQuery {
  readonly file: string;
  readonly record: RecordOf<'change'>;
  readonly summary: RecordSummary;
  /** Whether a start can be written in the form that this change uses. */
  readonly canWrite: (start: number) => boolean;
}

/** A free window, in milliseconds since 1970. */
export interface Slot {
  readonly start: number;
  readonly end: number;
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
  const { length, assumed } = windowLength(query.record);
  const blockersAt = blockerFinder(query, input, length);
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
  for (let start = quarterAfter(after); start <= last && slots.length < count; ) {
    const blockers = blockersAt(start);
    const better = preferredFrom(start);
    let next = start + quarterMs;
    if (blockers.length > 0) {
      const first = firstByRule.size === 0;
      for (const { finding } of blockers)
        if (!firstByRule.has(finding.rule)) firstByRule.set(finding.rule, finding);
      const final = blockers.filter(({ retry }) => retry === Number.POSITIVE_INFINITY);
      if (final.length > 0)
        return ended(first ? final.map(({ finding }) => finding) : [...firstByRule.values()]);
      next = Math.max(next, ...blockers.map(({ retry }) => retry));
    } else if (better > start) next = better;
    else if (query.canWrite(start)) {
      slots.push({ start, end: start + length });
      next = Math.max(next, start + length);
    }
    start = Math.ceil(next / quarterMs) * quarterMs;
  }
  return ended([...firstByRule.values()]);
}

/** The length of a change's window in milliseconds, and whether it is assumed. */
function windowLength({ data }: RecordOf<'change'>): { length: number; assumed: boolean } {
  const { duration, outage } = data.schedule ?? {};
  const minutes = windowMinutes(duration);
  if (minutes > 0) return { length: minutes * 60_000, assumed: false };
  return { length: Math.max(usualDurationMinutes, windowMinutes(outage)) * 60_000, assumed: true };
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

/** A finding that rules out a start, and the next start that it may allow; Infinity where it allows none. */
interface Blocker {
  readonly finding: Finding;
  readonly retry: number;
}

type Ask = (record: RecordOf<'change'>, summary: RecordSummary) => Iterable<SummaryReport>;

/** A rule of the schedule with its waivers, ready to be asked. */
interface AskedRule {
  readonly ask: Ask;
  readonly keep: (report: SummaryReport) => Finding;
  readonly waivers: readonly WaiverFacts[];
}

/** The rules of the schedule that apply to a change. */
function askedRules({ record, file, summary }: SlotQuery, input: WorkspaceCheckInput): AskedRule[] {
  const { config } = input;
  const rules = effectiveRules('change', subjectOf(summary), { file, config });
  const waiversOf = (id: string): WaiverFacts[] => (summary.waivers ?? []).filter(({ rule }) => rule === id);
  const isAsked = ({ rule }: { readonly rule: RuleData }): boolean => rule.about === 'start';
  const ofRecord = rules.record.filter(isAsked).map(({ rule, option, keep }): AskedRule => {
    const ask: Ask = (changed) =>
      [...rule.check(changed, { file, config, option })].map((report) => inLines(report, record.lines));
    return { ask, keep, waivers: waiversOf(rule.id) };
  });
  const ofWorkspace = rules.workspace.filter(isAsked).map(({ rule, option, keep }): AskedRule => {
    const context = { ...input, file, option, ...clockAt(input.now) };
    const ask: Ask = (_, changed) => reportsOf(rule, { ...context, summary: changed });
    return { ask, keep, waivers: waiversOf(rule.id) };
  });
  return [...ofRecord, ...ofWorkspace];
}

function blockerFinder(
  query: SlotQuery,
  input: WorkspaceCheckInput,
  length: number,
): (start: number) => Blocker[] {
  const { record, summary } = query;
  const duration = `${length / 60_000}m`;
  const reportsAt = (ask: Ask, start: number): Iterable<SummaryReport> => {
    const schedule = { ...record.data.schedule, duration, start: new Date(start).toISOString() };
    const change = summary.change && { ...summary.change, start, end: start + length };
    return ask(
      { ...record, data: { ...record.data, schedule } },
      { ...summary, ...(change ? { change } : {}) },
    );
  };
  const own = summary.change?.start;
  const rules = askedRules(query, input).map((rule) => {
    // A waiver covers the change at its current start. Where the rule reports nothing there, it covers no other start.
    const idle = own !== undefined && rule.waivers.length > 0 && [...reportsAt(rule.ask, own)].length === 0;
    return idle ? { ...rule, waivers: [] } : rule;
  });
  return (start) =>
    rules
      .filter(({ waivers }) => !waivers.some((waiver) => holds(waiver, (end) => end <= start)))
      .flatMap(({ ask, keep }) =>
        [...reportsAt(ask, start)].map((report) => ({
          finding: keep(report),
          retry: report.retry ?? Number.POSITIVE_INFINITY,
        })),
      )
      .filter(({ finding }) => finding.severity !== 'info');
}
