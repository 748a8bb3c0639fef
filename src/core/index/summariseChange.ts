import { performersOf } from '../approvals/performersOf';
import { bareId } from '../config/conditions';
import { environmentNamed, sameName } from '../config/environments';
import { zoneFor } from '../config/recordZone';
import { releaseRepository } from '../config/releaseRepository';
import { customerKeyFor, type WorkspaceConfig } from '../config/workspaceConfig';
import { placeOf } from '../findings/places';
import { goesBack } from '../model/parse/goesBack';
import type { RecordOf } from '../model/parse/record';
import type { Step } from '../model/parse/step';
import { dueAt, isOpenStep, isRequiredStep, progressOf, relevantSteps } from '../model/parse/stepGates';
import { isMajorStep } from '../model/text/versions';
import { momentOf } from '../model/time/dateTime';
import { durationMinutes } from '../model/time/duration';
import { phaseWindows } from '../model/time/phaseWindows';
import { scheduledMinutes } from '../model/time/scheduledMinutes';
import { isOpen } from '../workflow/stages';
import type { ChangePhase, ChangeSummary, DueStep, ReleaseNames } from './changeSummary';
import { withoutNothing } from './withoutNothing';

/** Takes from a change what the index keeps of it for everybody. */
export function summariseChange(
  record: RecordOf<'change'>,
  stage: string,
  config: WorkspaceConfig,
): ChangeSummary {
  const { data } = record;
  const { components = [], database = [] } = data;
  const open = isOpen(stage);
  // What is not there takes no room, in memory and in the cache.
  return withoutNothing({
    changeType: data.change_type,
    deploymentType: data.deployment_type,
    configurationChange: data.configuration_change,
    severity: data.severity,
    impact: data.impact?.level,
    likelihood: data.risk?.likelihood,
    statedImpact: data.risk?.impact,
    performedBy: data.performed_by,
    procedure: bareId(data.procedure ?? '') || undefined,
    outcome: data.outcome,
    goesBack: goesBack(data) || undefined,
    customer: data.customer ? customerKeyFor(config, data.customer) : undefined,
    environments: placeNames(data.environments ?? [], record, config),
    components: components.flatMap(({ name }) => (name ? [name] : [])),
    majorSteps: components.filter(({ from, to }) => isMajorStep(from, to)).length || undefined,
    irreversible: database.some(({ reversible }) => reversible === false) || undefined,
    expensive: database.some(({ expensive }) => expensive === true) || undefined,
    assignee: config.people.keyOf(data.assignee) || undefined,
    assigneeName: data.assignee,
    ...times(record, config),
    phases: phasesOf(record, open, config),
    startAt: open ? record.lines.packedAt(placeOf(record, ['schedule', 'start'])) : undefined,
    release: releaseNames(data.release, config),
    ...(open ? pendingFacts(record, config) : {}),
  });
}

function times(record: RecordOf<'change'>, config: WorkspaceConfig) {
  const zone = zoneFor(record, config);
  const { schedule, actual } = record.data;
  const start = momentOf(schedule?.start, zone);
  return {
    start,
    end: start === undefined ? undefined : start + (scheduledMinutes(schedule, zone) ?? 0) * 60_000,
    outageMinutes: durationMinutes(schedule?.outage ?? ''),
    actualStart: momentOf(actual?.start, zone),
    actualEnd: momentOf(actual?.end, zone),
    rollbackAt: momentOf(actual?.rollback?.at, zone),
  };
}

function phasesOf(
  record: RecordOf<'change'>,
  open: boolean,
  config: WorkspaceConfig,
): ChangePhase[] | undefined {
  const phases = phaseWindows(record.data.schedule, zoneFor(record, config));
  if (phases.length === 0) return undefined;
  return phases.map(({ at, name, start, end, environments }) =>
    withoutNothing({
      name,
      start,
      end,
      environments: environments && placeNames(environments, record, config),
      startAt: open ? record.lines.packedAt(placeOf(record, ['schedule', 'phases', at, 'start'])) : undefined,
    }),
  );
}

/** An alias is the environment that it stands for; how a name is written is left alone. */
function placeNames(
  names: readonly string[],
  { data }: RecordOf<'change'>,
  config: WorkspaceConfig,
): string[] {
  return names.map((name) => {
    const known = environmentNamed(config, data.customer, name)?.name;
    return known === undefined || sameName(known, name) ? name : known;
  });
}

function releaseNames(
  release: RecordOf<'change'>['data']['release'],
  { data }: WorkspaceConfig,
): ReleaseNames | undefined {
  if (!release) return undefined;
  const { version, tag, branch } = release;
  const elsewhere = releaseRepository(release, data.release) !== undefined || undefined;
  return withoutNothing({ version, tag, branch, elsewhere });
}

/** What a view of pending changes shows or filters by. */
function pendingFacts(
  record: RecordOf<'change'>,
  config: WorkspaceConfig,
): Pick<ChangeSummary, 'progress' | 'people' | 'due'> {
  const { data } = record;
  const steps = relevantSteps(record);
  const { done, all } = progressOf(steps);
  const due = dueSteps(steps, momentOf(data.schedule?.start, zoneFor(record, config)));
  const { project, support, qa } = data.reviewers ?? {};
  const named = [data.owner, data.requested_by, data.assignee, project, support, qa];
  const answering = (data.rollback?.responsible ?? []).slice(0, 100);
  const deciders = (data.approvals ?? []).slice(0, 100).map(({ by }) => by);
  // Whoever still has a step to do has to do with the change.
  const performers = steps
    .filter(isOpenStep)
    .flatMap(({ by }) => (by ? (performersOf(by, config) ?? [by]) : []));
  const people = new Set(
    [...named, ...answering, ...deciders, ...performers].map((name) => config.people.keyOf(name)),
  );
  people.delete('');
  return {
    ...(all > 0 ? { progress: [done, all] as const } : {}),
    ...(people.size > 0 ? { people: [...people] } : {}),
    ...(due.length > 0 ? { due } : {}),
  };
}

/** Nobody looks at more of them in a list. */
const mostDue = 50;

function dueSteps(steps: readonly Step[], start: number | undefined): DueStep[] {
  if (start === undefined) return [];
  return steps
    .flatMap((step) => {
      const at = isRequiredStep(step) ? dueAt(step, start) : undefined;
      return at === undefined ? [] : [{ at, text: step.text.slice(0, 200), line: step.line }];
    })
    .sort((a, b) => a.at - b.at)
    .slice(0, mostDue);
}
