import { zoneFor } from '../config/recordZone';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { Finding } from '../findings/finding';
import type { Report } from '../findings/report';
import type { RecordSummary, WaiverFacts } from '../index/recordSummary';
import type { ParsedRecord, RecordOf } from '../model/parse/record';
import { momentOf } from '../model/time/dateTime';
import { clockAt } from '../model/time/ruleClock';
import { asWaived, holds } from '../rules/applyWaivers';
import { inLines, subjectOf, type WorkspaceCheckInput } from '../rules/checkRecord';
import { effectiveRules } from '../rules/effectiveRules';
import { overrideFlaw } from '../rules/overrideFlaw';
import { phaseViews } from '../rules/phaseViews';
import { reportsOf } from '../rules/reportsOf';
import type { RuleData, SummaryReport } from '../rules/rule';
import { movedSchedule, movedWindows } from './movedPhases';

/** A change that needs another start, as it was read and as the index has it. */
export interface StartQuery {
  readonly file: string;
  readonly record: RecordOf<'change'>;
  readonly summary: RecordSummary;
  /** A start in the form that the change uses, for sentences that repeat it. */
  readonly write?: (start: number) => string | undefined;
}

/** What a rule says of a start, and the next start that it may allow; Infinity where it allows none. */
export interface StartFinding {
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
function askedRules(
  { record, file, summary }: StartQuery,
  input: WorkspaceCheckInput,
  further: ReadonlySet<string>,
): AskedRule[] {
  const { config } = input;
  const rules = effectiveRules('change', subjectOf(summary), { file, config });
  const waiversOf = (id: string): WaiverFacts[] => (summary.waivers ?? []).filter(({ rule }) => rule === id);
  const isAsked = ({ rule }: { readonly rule: RuleData }): boolean =>
    rule.about === 'start' || further.has(rule.id);
  const ofRecord = rules.record.filter(isAsked).map(({ rule, option, keep }): AskedRule => {
    const ask: Ask = (changed) =>
      phaseViews(changed, rule).flatMap((view) =>
        [...rule.check(view, { file, config, option })].map((report) =>
          inLines(forFirst(report, changed, view, config), record.lines),
        ),
      );
    return { ask, keep, waivers: waiversOf(rule.id) };
  });
  const ofWorkspace = rules.workspace.filter(isAsked).map(({ rule, option, keep }): AskedRule => {
    const context = { ...input, file, option, ...clockAt(input.now) };
    const ask: Ask = (_, changed) => reportsOf(rule, { ...context, summary: changed });
    return { ask, keep, waivers: waiversOf(rule.id) };
  });
  return [...ofRecord, ...ofWorkspace];
}

/** What is found of a later phase, with the start of the first one that it means. */
function forFirst(report: Report, first: ParsedRecord, view: ParsedRecord, config: WorkspaceConfig): Report {
  if (first === view || report.retry === undefined) return report;
  const startOf = (record: ParsedRecord): number =>
    (record.type === 'change' && momentOf(record.data.schedule?.start, zoneFor(record, config))) || 0;
  return { ...report, retry: report.retry - (startOf(view) - startOf(first)) };
}

/**
 * Asks the rules of the schedule what they say of other starts of a change. What is waived is information, as it is
 * where the change stands.
 *
 * @param length of its window in milliseconds
 * @param further rules that are asked as well
 */
export function startFindings(
  query: StartQuery,
  input: WorkspaceCheckInput,
  length: number,
  further: ReadonlySet<string> = new Set(),
): (start: number) => StartFinding[] {
  const { record, summary, file, write } = query;
  const zone = zoneFor(record, input.config);
  const duration = `${length / 60_000}m`;
  const reportsAt = (ask: Ask, start: number): Iterable<SummaryReport> => {
    const written = further.size > 0 ? write?.(start) : undefined;
    const moved = movedSchedule(record.data.schedule, start, zone);
    const schedule = {
      ...moved,
      ...(moved.phases ? {} : { duration }),
      ...(written ? { start: written } : {}),
    };
    const change = summary.change && movedWindows(summary.change, start, length);
    return ask(
      { ...record, data: { ...record.data, schedule } },
      { ...summary, ...(change ? { change } : {}) },
    );
  };
  const own = summary.change?.start;
  const rules = askedRules(query, input, further).map((rule) => {
    // A waiver covers the change at its current start. Where the rule reports nothing there, it covers no other start.
    const idle = own !== undefined && rule.waivers.length > 0 && [...reportsAt(rule.ask, own)].length === 0;
    return idle ? { ...rule, waivers: [] } : rule;
  });
  const counts = (waiver: WaiverFacts, { overridableBy: roles }: Finding): boolean => {
    const flaw = roles && overrideFlaw(waiver, roles, { ...input, file });
    return !flaw || flaw.mild === true;
  };
  return (start) =>
    rules.flatMap(({ ask, keep, waivers }) => {
      const holding = waivers.filter((waiver) => holds(waiver, (end) => end <= start));
      return [...reportsAt(ask, start)].map((report): StartFinding => {
        const finding = keep(report);
        const waiver = holding.find((one) => counts(one, finding));
        const retry = report.retry ?? Number.POSITIVE_INFINITY;
        return { finding: waiver ? asWaived(finding, waiver) : finding, retry };
      });
    });
}
