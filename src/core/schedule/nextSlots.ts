import type { RecordSummary } from '../index/recordSummary';
import type { RecordOf } from '../model/parse/record';
import { windowMinutes } from '../model/time/duration';
import { dayMs } from '../model/time/zoneClock';
import { holds } from '../rules/applyWaivers';
import { inLines, type WorkspaceCheckInput } from '../rules/checkRecord';
import { keeper, optionOf } from '../rules/effectiveRules';
import type { Finding } from '../rules/finding';
import { recordRules, workspaceRules } from '../rules/registry';
import type { RuleContext, RuleData, SummaryReport } from '../rules/rule';
import { clockAt } from '../rules/ruleClock';
import { settingOf } from '../rules/ruleSetting';
import { severityOf } from '../rules/severity';

/** A change that looks for another start: as it was read, and as the index keeps it. */
export interface SlotSeeker {
  readonly file: string;
  readonly record: RecordOf<'change'>;
  readonly summary: RecordSummary;
  /** Whether a start can be written the way that this change writes it. */
  readonly canWrite: (start: number) => boolean;
}

/** A window that nothing speaks against, in milliseconds since 1970. */
export interface Slot {
  readonly start: number;
  readonly end: number;
}

/** The next slots; where there is none, what stands in the way. */
export interface SlotSearch {
  readonly slots: readonly Slot[];
  readonly blocked: readonly Finding[];
}

/** Starts are looked for on quarters of an hour; every zone's offset is a multiple of them. */
const quarterMs = 900_000;
/** How far ahead anybody plans. */
const horizonMs = 90 * dayMs;

/**
 * Finds the next starts after now at which no rule of the schedule reports anything that is not waived. The rules
 * themselves are asked; each says which later start is worth trying, so that most of them are passed over. Slots do not
 * overlap.
 */
export function nextSlots(seeker: SlotSeeker, input: WorkspaceCheckInput, count: number): SlotSearch {
  const hurdlesAt = hurdleFinder(seeker, input);
  const { start: given, end = given } = seeker.summary.change ?? {};
  const length = given === undefined || end === undefined ? lengthOf(seeker) : end - given;
  const slots: Slot[] = [];
  const met = new Map<string, Finding>();
  const last = input.now + horizonMs;
  for (let start = quarterAfter(input.now); start <= last && slots.length < count; ) {
    const hurdles = hurdlesAt(start, start + length);
    let next = start + quarterMs;
    if (hurdles.length > 0) {
      const first = met.size === 0;
      for (const { finding } of hurdles) if (!met.has(finding.rule)) met.set(finding.rule, finding);
      const final = hurdles.filter(({ retry }) => retry === Number.POSITIVE_INFINITY);
      if (final.length > 0)
        return ended(slots, first ? final.map(({ finding }) => finding) : [...met.values()]);
      next = Math.max(next, ...hurdles.map(({ retry }) => retry));
    } else if (seeker.canWrite(start)) {
      slots.push({ start, end: start + length });
      next = Math.max(next, start + length);
    }
    start = Math.ceil(next / quarterMs) * quarterMs;
  }
  return ended(slots, [...met.values()]);
}

function ended(slots: readonly Slot[], blocked: readonly Finding[]): SlotSearch {
  return { slots, blocked: slots.length > 0 ? [] : blocked };
}

function quarterAfter(moment: number): number {
  return (Math.floor(moment / quarterMs) + 1) * quarterMs;
}

/** The length of a window that has no start yet. */
function lengthOf({ record }: SlotSeeker): number {
  return windowMinutes(record.data.schedule?.duration) * 60_000;
}

/** Something that speaks against a start, and the next one that it might not; Infinity where there is none. */
interface Hurdle {
  readonly finding: Finding;
  readonly retry: number;
}

type Ask = (record: RecordOf<'change'>, summary: RecordSummary) => Iterable<SummaryReport>;

function hurdleFinder(
  seeker: SlotSeeker,
  input: WorkspaceCheckInput,
): (start: number, end: number) => Hurdle[] {
  const { record, summary, file } = seeker;
  const asked = [
    ...recordRules.map((rule) =>
      prepared(
        rule,
        seeker,
        input,
        (context): Ask =>
          (changed) => {
            return [...rule.check(changed, context)].map((report) => inLines(report, record.lines));
          },
      ),
    ),
    ...workspaceRules.map((rule) =>
      prepared(
        rule,
        seeker,
        input,
        (context): Ask =>
          (_, changed) => {
            return rule.check(changed, { ...input, ...context, file, ...clockAt(input.now) });
          },
      ),
    ),
  ].filter((rule) => rule !== undefined);
  return (start, end) => {
    const schedule = { ...record.data.schedule, start: new Date(start).toISOString() };
    const moved = { ...record, data: { ...record.data, schedule } };
    const change = summary.change && { ...summary.change, start, end };
    const movedSummary = { ...summary, ...(change ? { change } : {}) };
    return asked.flatMap(({ ask, kept }) =>
      [...ask(moved, movedSummary)].map((report) => ({
        finding: kept(report),
        retry: report.retry ?? Number.POSITIVE_INFINITY,
      })),
    );
  };
}

/** A rule of the schedule ready to be asked; nothing where it does not count for this change, or is waived. */
function prepared(
  rule: RuleData,
  { file, summary }: SlotSeeker,
  input: WorkspaceCheckInput,
  make: (context: RuleContext) => Ask,
): { ask: Ask; kept: (report: SummaryReport) => Finding } | undefined {
  if (!rule.id.startsWith('schedule/') || !rule.appliesTo.includes('change')) return undefined;
  if (
    summary.waivers?.some(
      (waiver) => waiver.rule === rule.id && holds(waiver, (moment) => moment <= input.now),
    )
  )
    return undefined;
  const setting = settingOf(rule.id, { file, config: input.config });
  const subject = { stage: summary.stage, changeType: summary.change?.changeType };
  const severity = severityOf(rule, setting, subject);
  if (!severity) return undefined;
  const context = { file, config: input.config, option: optionOf(rule, setting) };
  return { ask: make(context), kept: keeper(rule, setting, severity, subject) };
}
