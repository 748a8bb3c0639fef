import { customerKeyOf, type WorkspaceConfig } from '../config/workspaceConfig';
import type { FieldPath } from '../model/parse/problem';
import type { RecordOf } from '../model/parse/record';
import type { Step } from '../model/parse/step';
import { type PackedRange, packRange } from '../model/text/range';
import { isMajorStep } from '../model/text/versions';
import { durationMinutes } from '../model/time/duration';
import { given, momentOf, placeOf, zoneFor } from '../rules/places';
import { isOpen } from '../workflow/stages';
import type { ChangeFacts, FactPlace, RoleDecision } from './changeFacts';

const paths: { readonly [P in FactPlace]: FieldPath } = {
  status: ['status'],
  start: ['schedule', 'start'],
  customer: ['customer'],
  environments: ['environments'],
  approvals: ['approvals'],
  notifications: ['notifications'],
  outcome: ['outcome'],
  tests: ['tests'],
  tag: ['release', 'tag'],
  branch: ['release', 'branch'],
  version: ['release', 'version'],
  actual: ['actual'],
  steps: ['procedure'],
};
const noReleasePlaces: ReadonlySet<string> = new Set(['tag', 'branch', 'version']);
const reviewTitle = /^(review|revisión|revision|post-?mortem)$/i;

/** Takes from a change what rules across records and rules about time need. */
export function changeFacts(record: RecordOf<'change'>, stage: string, config: WorkspaceConfig): ChangeFacts {
  const { data } = record;
  const facts = {
    changeType: data.change_type,
    deploymentType: data.deployment_type,
    configurationChange: data.configuration_change,
    severity: data.severity,
    impact: data.impact?.level,
    performedBy: data.performed_by,
    outcome: data.outcome,
    customer: customerKeyOf(config, data.customer) ?? data.customer?.toLowerCase(),
    environments: data.environments ?? [],
    components: (data.components ?? []).flatMap(({ name }) => (name ? [name] : [])),
    majorSteps: (data.components ?? []).filter(({ from, to }) => isMajorStep(from, to)).length,
    irreversible: data.database?.some(({ reversible }) => reversible === false) ?? false,
    expensive: data.database?.some(({ expensive }) => expensive === true) ?? false,
    assignee: config.people.keyOf(data.assignee) || undefined,
    involved: data.waivers ? involvedIn(data, config) : undefined,
    ...times(record, config),
    approvals: decisions(data.approvals ?? []),
    tickets: (data.tickets ?? []).flatMap(({ id, status }) => (id ? [status ? { id, status } : { id }] : [])),
    tests: testFigures(data.tests),
    release: releaseNames(data.release),
    steps: data.procedure && isOpen(stage) ? record.body.steps.map(stepKey) : undefined,
    reviewed: record.body.headings.some(({ title, empty }) => !empty && reviewTitle.test(title.trim())),
    at: placesOf(record, stage),
  };
  // What is not there takes no room, in memory and in the cache.
  return withoutNothing(facts);
}

/** Keys of whoever asked for a change or performs it: they decide nothing about it. */
export function involvedIn(data: RecordOf<'change'>['data'], config: WorkspaceConfig): string[] {
  const { requested_by, assignee } = data;
  return [requested_by, assignee].map((person) => config.people.keyOf(person)).filter(Boolean);
}

function times(record: RecordOf<'change'>, config: WorkspaceConfig) {
  const zone = zoneFor(record, config);
  const { schedule, actual, reported_at } = record.data;
  const start = momentOf(schedule?.start, zone);
  const minutes = durationMinutes(schedule?.duration ?? '') ?? 0;
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

/** The latest decision of each role: the last one written. */
function decisions(approvals: NonNullable<RecordOf<'change'>['data']['approvals']>): RoleDecision[] {
  const latest = new Map<string, RoleDecision>();
  for (const { role, by, decision } of approvals) {
    if (role && decision) latest.set(role, by ? { role, by, decision } : { role, decision });
  }
  return [...latest.values()];
}

function testFigures(tests: RecordOf<'change'>['data']['tests']): ChangeFacts['tests'] {
  const { passed, total } = tests ?? {};
  return passed === undefined || total === undefined ? undefined : { passed, total };
}

function releaseNames(release: RecordOf<'change'>['data']['release']): ChangeFacts['release'] {
  if (!release) return undefined;
  const { version, tag, branch } = release;
  return withoutNothing({ version, tag, branch });
}

/** What a step is recognised by in another record: its name, else its text. */
export function stepKey(step: Step): string {
  return (step.name ?? step.text).slice(0, 200);
}

/** A record that has ended needs only the places that rules still point at. */
function placesOf(record: RecordOf<'change'>, stage: string): ChangeFacts['at'] {
  const places: { [P in FactPlace]?: PackedRange } = {};
  const names: readonly FactPlace[] = isOpen(stage) ? allPlaces : lastPlaces;
  for (const name of names) {
    if (noReleasePlaces.has(name) && !given(record, paths[name])) continue;
    places[name] = packRange(record.lines.rangeAt(placeOf(record, paths[name])));
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
];

function withoutNothing<T extends object>(all: T): Compact<T> {
  const some: { [name: string]: unknown } = {};
  for (const [name, value] of Object.entries(all)) if (value !== undefined) some[name] = value;
  // The entries are exactly those that hold something, which is what the type says.
  return some as Compact<T>;
}

type Compact<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
