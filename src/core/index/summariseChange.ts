import { environmentNamed, sameName } from '../config/environments';
import { zoneFor } from '../config/recordZone';
import { releaseRepository } from '../config/releaseRepository';
import { settingOf } from '../config/ruleSetting';
import { customerKeyFor, idNamed, type WorkspaceConfig } from '../config/workspaceConfig';
import { gapIn, given, placeOf } from '../findings/places';
import { latestApprovals } from '../model/parse/latestApprovals';
import type { FieldPath } from '../model/parse/problem';
import type { RecordOf } from '../model/parse/record';
import type { Step } from '../model/parse/step';
import { isOpenStep, progressOf, relevantSteps } from '../model/parse/stepGates';
import type { PackedRange } from '../model/text/range';
import { isMajorStep } from '../model/text/versions';
import { momentOf } from '../model/time/dateTime';
import { durationMinutes, windowMinutes } from '../model/time/duration';
import { isOpen } from '../workflow/stages';
import { decidedRoles, involvedIn, roleDecision, staleApprovals } from './approvalFacts';
import type { ChangeFacts, Checklist, FactPlace, StepFacts, StepKey } from './changeFacts';
import { packTicks } from './tickFacts';
import { withoutNothing } from './withoutNothing';

const paths: { readonly [P in FactPlace]: FieldPath } = {
  status: ['status'],
  start: ['schedule', 'start'],
  customer: ['customer'],
  environments: ['environments'],
  approvals: ['approvals'],
  notifications: ['notifications'],
  outcome: ['outcome'],
  tests: ['tests', 'passed'],
  tag: ['release', 'tag'],
  branch: ['release', 'branch'],
  version: ['release', 'version'],
  begun: ['actual', 'start'],
  actual: ['actual', 'end'],
  tickets: ['tickets'],
  procedure: ['procedure'],
};
/** What no rule points at where it is not given. */
const givenPlaces: ReadonlySet<string> = new Set(['tag', 'branch', 'version', 'begun']);
/** Lists about which rules say that something is missing from them. */
const lists: ReadonlySet<string> = new Set(['approvals', 'notifications', 'tickets']);

/** Takes from a change what rules across records and rules about time need. */
export function changeFacts(
  record: RecordOf<'change'>,
  { file, stage }: { readonly file: string; readonly stage: string },
  config: WorkspaceConfig,
): ChangeFacts {
  const { data } = record;
  const ended = stage === 'rejected' || stage === 'cancelled';
  const latest = latestApprovals(data.approvals, zoneFor(record, config));
  const decided = isOpen(stage) ? decidedRoles(record, latest, file, config) : undefined;
  const asked = settingOf('checklist/unattributed', { file, config })?.severity !== 'off';
  const facts = {
    changeType: data.change_type,
    deploymentType: data.deployment_type,
    configurationChange: data.configuration_change,
    severity: data.severity,
    impact: data.impact?.level,
    performedBy: data.performed_by,
    follows: data.procedure ? (true as const) : undefined,
    outcome: data.outcome,
    customer: data.customer ? customerKeyFor(config, data.customer) : undefined,
    environments: (data.environments ?? []).map((name) => {
      const known = environmentNamed(config, data.customer, name)?.name;
      // An alias is the environment that it stands for; how a name is written is left alone.
      return known === undefined || sameName(known, name) ? name : known;
    }),
    components: (data.components ?? []).flatMap(({ name }) => (name ? [name] : [])),
    majorSteps: (data.components ?? []).filter(({ from, to }) => isMajorStep(from, to)).length,
    ...(data.severity && isOpen(stage) ? fixPlaces(record) : {}),
    irreversible: data.database?.some(({ reversible }) => reversible === false) ?? false,
    expensive: data.database?.some(({ expensive }) => expensive === true) ?? false,
    assignee: config.people.keyOf(data.assignee) || undefined,
    assigneeName: data.assignee,
    involved: data.waivers || decided ? involvedIn(data, config) : undefined,
    ...times(record, config),
    approvals: latest.map((decision) => roleDecision(decision, data, stage, config)),
    ...ticketFacts(record, stage, config),
    ...openSteps(record, stage),
    tests: testFigures(data.tests),
    release: releaseNames(data.release, config),
    ...(isOpen(stage) ? pendingFacts(record, config) : {}),
    ticks: asked && !ended ? packTicks(record) : undefined,
    checklist: data.procedure && isOpen(stage) ? checklistOf(record) : undefined,
    stale: staleApprovals(record, latest),
    decided,
    reviewed: record.body.headings.some(({ section, empty }) => !empty && section === 'review'),
    at: placesOf(record, stage),
  };
  // What is not there takes no room, in memory and in the cache.
  return withoutNothing(facts);
}

/** Where a fix names what it is deployed onto. */
function fixPlaces(record: RecordOf<'change'>): Pick<ChangeFacts, 'environmentsAt' | 'majorStepAt'> {
  const { environments, components } = record.data;
  const place = (path: FieldPath): PackedRange => {
    const range = given(record, path)?.node.range ?? placeOf(record, path.slice(0, 1));
    return record.lines.packedAt(range);
  };
  const major = (components ?? []).findIndex(({ from, to }) => isMajorStep(from, to));
  return {
    environmentsAt: (environments ?? []).map((_, index) => place(['environments', index])),
    ...(major < 0 ? {} : { majorStepAt: place(['components', major, 'to']) }),
  };
}

/** What a view of pending changes shows or filters by. */
function pendingFacts(
  record: RecordOf<'change'>,
  config: WorkspaceConfig,
): Pick<ChangeFacts, 'progress' | 'people'> {
  const { data } = record;
  const { done, all } = progressOf(relevantSteps(record));
  const { project, support, qa } = data.reviewers ?? {};
  const named = [data.owner, data.requested_by, data.assignee, project, support, qa];
  const deciders = (data.approvals ?? []).slice(0, 100).map(({ by }) => by);
  const people = new Set([...named, ...deciders].map((name) => config.people.keyOf(name)));
  people.delete('');
  return {
    ...(all > 0 ? { progress: [done, all] as const } : {}),
    ...(people.size > 0 ? { people: [...people] } : {}),
  };
}

function checklistOf(record: RecordOf<'change'>): Checklist {
  const paths: (readonly string[])[] = [];
  const places = new Map<readonly string[], number>();
  const rollback: [path: number, above: number][] = [];
  const steps = record.body.steps.map((step): StepFacts => {
    let place = places.get(step.path);
    if (place === undefined) {
      place = paths.push(step.path.map((title) => title.slice(0, 200))) - 1;
      places.set(step.path, place);
      if (step.rollback !== undefined) rollback.push([place, step.rollback]);
    }
    const state = !step.applicable ? 'notApplicable' : step.checked ? 'ticked' : 'open';
    return [place, state, stepKey(step), record.lines.packedAt(step.range)];
  });
  return { paths, steps, ...(rollback.length > 0 ? { rollback } : {}) };
}

function times(record: RecordOf<'change'>, config: WorkspaceConfig) {
  const zone = zoneFor(record, config);
  const { schedule, actual, reported_at } = record.data;
  const start = momentOf(schedule?.start, zone);
  const minutes = windowMinutes(schedule?.duration);
  return {
    start,
    end: start === undefined ? undefined : start + minutes * 60_000,
    outageMinutes: durationMinutes(schedule?.outage ?? ''),
    actualStart: momentOf(actual?.start, zone),
    actualEnd: momentOf(actual?.end, zone),
    reportedAt: momentOf(reported_at, zone),
    notices: (record.data.notifications ?? []).flatMap(({ kind, at }) => {
      const moment = momentOf(at, zone);
      return kind ? [moment === undefined ? { kind } : { kind, at: moment }] : [];
    }),
  };
}

function ticketFacts(record: RecordOf<'change'>, stage: string, config: WorkspaceConfig) {
  const listed = record.data.tickets ?? [];
  const tickets = listed.flatMap(({ id, status }, index) => {
    if (!id) return [];
    // Only of a change that is done does a rule point at single tickets.
    const range =
      stage === 'done'
        ? record.lines.packedAt(placeOf(record, ['tickets', index, status ? 'status' : 'id']))
        : undefined;
    return [withoutNothing({ id: idNamed(config, id), status, range })];
  });
  return { tickets, ticketCount: listed.length > 0 ? listed.length : undefined };
}

function openSteps(record: RecordOf<'change'>, stage: string) {
  const open = stage === 'done' ? relevantSteps(record).filter(isOpenStep) : [];
  if (open.length === 0) return {};
  const openSteps = open.slice(0, 11).map((step) => record.lines.packedAt(step.range));
  return { openSteps, openCount: open.length };
}

function testFigures(tests: RecordOf<'change'>['data']['tests']): ChangeFacts['tests'] {
  const { passed, total } = tests ?? {};
  return passed === undefined || total === undefined ? undefined : { passed, total };
}

function releaseNames(
  release: RecordOf<'change'>['data']['release'],
  { data }: WorkspaceConfig,
): ChangeFacts['release'] {
  if (!release) return undefined;
  const { version, tag, branch } = release;
  const elsewhere = releaseRepository(release, data.release) === undefined ? undefined : (true as const);
  return withoutNothing({ version, tag, branch, elsewhere });
}

/** What a step is recognised by in another record: its name, else its text. */
export function stepKey({ name, text }: Step): StepKey {
  const short = text.slice(0, 200);
  return name ? { name, text: short } : { text: short };
}

/** A record that has ended needs only the places that rules still point at. */
function placesOf(record: RecordOf<'change'>, stage: string): ChangeFacts['at'] {
  const places: { [P in FactPlace]?: PackedRange } = {};
  const names: readonly FactPlace[] = isOpen(stage) ? allPlaces : lastPlaces;
  for (const name of names) {
    if (givenPlaces.has(name) && !given(record, paths[name])) continue;
    const placeIn = lists.has(name) ? gapIn : placeOf;
    places[name] = record.lines.packedAt(placeIn(record, paths[name]));
  }
  return places;
}

const allPlaces = Object.keys(paths) as FactPlace[];
const lastPlaces: readonly FactPlace[] = [
  'outcome',
  'tests',
  'actual',
  'approvals',
  'tag',
  'branch',
  'version',
  'tickets',
];
