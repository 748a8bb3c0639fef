import type { MoveInput } from '../actions/planMove';
import { zoneOrUtc } from '../config/workspaceConfig';
import type { ChangePhase } from '../index/changeSummary';
import { factsOf } from '../index/factSource';
import type { IndexEntry } from '../index/indexEntry';
import type { ChangeKeys, IndexKeys } from '../index/indexKeys';
import { hintArgs, nearestName } from '../model/parse/nearest';
import type { Language } from '../model/text/localized';
import { plainName } from '../model/text/plainName';
import { localText } from '../model/time/localText';
import { phaseAt } from '../model/time/phaseWindows';
import { checklistFacts } from '../rules/checklist/checklistFacts';
import { openBelow, procedureOf } from '../rules/checklist/followedProcedure';
import { type GateReason, gateReason } from './gateReason';

/** What a call says of the window that it asks about. */
export interface AskedWindow {
  /** Name of a phase; without it the one that is on or comes next. */
  readonly phase?: string | undefined;
  /** Only phases that are about this environment count. */
  readonly environment?: string | undefined;
}

/** Whether a moment is in a change's window, or in that of one of its phases. The end is not part of it. */
export function isInWindow({ change }: IndexKeys, now: number, environment?: string): boolean {
  const windows = change?.phases ? phasesIn(change, environment) : [change];
  return windows.some((window) => {
    const { start, end } = window ?? {};
    return start !== undefined && end !== undefined && start <= now && now < end;
  });
}

/** The phases of a change that are about an environment; all where none is named. */
export function phasesIn(
  { phases = [] }: Pick<ChangeKeys, 'phases'>,
  environment?: string,
): readonly ChangePhase[] {
  if (environment === undefined) return phases;
  const wanted = plainName(environment);
  return phases.filter(
    ({ environments }) => environments?.some((name) => plainName(name) === wanted) ?? true,
  );
}

/** The phase of a change that a call asks about: the named one, else the one that is on or comes next. */
export function askedPhase(
  change: Pick<ChangeKeys, 'phases'>,
  { phase, environment }: AskedWindow,
  now: number,
): ChangePhase | undefined {
  const phases = phasesIn(change, environment);
  if (phase === undefined) return phaseAt(phases, now);
  return phases.find(({ name }) => plainName(name) === plainName(phase));
}

/** Why the window of a change is shut: its only one, or that of a phase, which may also wait for steps. */
export function windowReasons(
  entry: IndexEntry,
  { config, now, index }: MoveInput,
  language: Language,
  asked: AskedWindow,
): GateReason[] {
  const { summary } = entry;
  const { change } = summary;
  const phase = change && askedPhase(change, asked, now);
  if (!phase && (change?.phases || asked.phase !== undefined)) {
    const names = phasesIn(change ?? {}, asked.environment).map(({ name }) => name);
    const args = { phase: asked.phase ?? '', ...hintArgs(nearestName(asked.phase ?? '', names) ?? names[0]) };
    return [gateReason('noPhase', language, args)];
  }
  const { start, end } = phase ?? change ?? {};
  // Without a duration the end is the start.
  if (start === undefined || end === undefined || end <= start) return [gateReason('noWindow', language)];
  const zone = zoneOrUtc(config, summary.customer);
  const args = {
    ...{ start: localText(start, zone), end: localText(end, zone), now: localText(now, zone), zone },
    phase: phase?.name ?? '',
  };
  const waits = phase ? phaseGates(entry, phase, index, language) : [];
  if (now < start) return [gateReason(phase ? 'phaseNotYet' : 'notYet', language, args), ...waits];
  if (now < end) return waits;
  return [gateReason(phase ? 'phaseOver' : 'over', language, args), ...waits];
}

/** The open steps that the procedure requires before a phase, or before one that comes earlier. */
function phaseGates(
  { summary }: IndexEntry,
  phase: ChangePhase,
  index: MoveInput['index'],
  language: Language,
): GateReason[] {
  const procedure = procedureOf(summary, index);
  const checklist = factsOf(summary, checklistFacts);
  if (!procedure || !checklist) return [];
  const begun = (summary.change?.phases ?? []).filter(({ start }) => start <= phase.start);
  const names = new Map(begun.map(({ name }) => [plainName(name), name]));
  return (procedure.summary.gates ?? []).flatMap((gate) => {
    const name = names.get(plainName(gate.phase ?? ''));
    return (name === undefined ? [] : gate.requires).flatMap(({ heading }) => {
      const open = openBelow(checklist, heading, false);
      if (open.length === 0) return [];
      const args = {
        count: open.length,
        required: heading,
        procedure: procedure.summary.id ?? '',
        phase: name ?? '',
      };
      return [gateReason('phaseGate', language, args)];
    });
  });
}
