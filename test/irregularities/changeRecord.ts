import { createHash } from 'node:crypto';
import { digestOf } from '../../src/core/approvals/approvedContent';
import { parseRecord } from '../../src/core/model/parse/parseRecord';
import { people } from './people';
import { day, hour, type PlannedChange } from './plannedChanges';

/** A decision that stands in a record: the role, who, and the moment that it names. */
export interface GivenApproval {
  readonly role: 'peer' | 'operations';
  readonly at: number;
}

/** How far a record has come. */
export interface RecordProgress {
  readonly status: string;
  readonly approvals?: readonly GivenApproval[];
  /** Whether its text was edited after it was approved. */
  readonly edited?: boolean;
  /** When it was deployed. */
  readonly deployed?: { readonly start: number; readonly end: number };
}

/** Where a change lies. */
export function fileOf({ id }: PlannedChange): string {
  return `changes/${id}.md`;
}

/** A moment as records of the prepared repository write it, whose zone is UTC. */
export function written(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}

/** The artifact of a version, by its digest. */
export function artifactOf(version: string): string {
  return `portal@sha256:${createHash('sha256').update(`portal ${version}`).digest('hex')}`;
}

/** The text of a record as it stands at some moment. */
export function recordText(plan: PlannedChange, progress: RecordProgress): string {
  const bare = textWith(plan, progress, []);
  const approved = progress.approvals ?? [];
  if (approved.length === 0) return bare;
  // What is approved is what stood there before anything was deployed.
  const digest = digestOfText(textWith(plan, { status: 'to_be_released' }, []));
  const lines = approved.map(
    ({ role, at }) =>
      `  - { role: ${role}, by: ${people[role].name}, at: ${written(at)}, decision: approved, digest: "${digest}" }`,
  );
  return textWith(plan, progress, ['approvals:', ...lines]);
}

function digestOfText(text: string): string {
  const record = parseRecord(text);
  if (record?.type !== 'change') throw new Error('a planned change is none');
  return digestOf(record);
}

function textWith(plan: PlannedChange, progress: RecordProgress, approvals: readonly string[]): string {
  const { id, version, opens, type, ends } = plan;
  const { status, deployed, edited } = progress;
  const emergency = type === 'emergency';
  const isDone = status === 'done';
  const back = isDone && ends === 'rolled_back';
  const front = [
    `id: ${id}`,
    'type: change',
    `title: Portal ${version}`,
    `status: ${status}`,
    `change_type: ${type}`,
    'deployment_type: 2',
    'environments: [production]',
    'performed_by: provider',
    'owner: portal',
    `created: ${written(opens - 6 * day).slice(0, 10)}`,
    `requested_by: ${people.asks.name}`,
    `requested_at: ${written(emergency ? opens - 3 * hour : opens - 6 * day)}`,
    `assignee: ${people.deploys.name}`,
    `schedule: { start: ${written(opens)}, duration: 2h }`,
    ...(deployed
      ? [
          `actual: { start: ${written(deployed.start)}, end: ${written(deployed.end)}${backOf(back, deployed.end)} }`,
        ]
      : []),
    'impact: { level: low, description: Nobody notices }',
    `components: [{ name: portal, from: "1.0.0", to: "${version}" }]`,
    `release: { version: "${version}", tag: v${version}, artifact: "${artifactOf(version)}" }`,
    `tests: { validated_in: [staging], passed: 12, total: 12, run: R-${version}, artifact: "${artifactOf(version)}" }`,
    'rollback: { to: "1.0.0", steps_section: Rollback, duration: 15m }',
    ...(isDone && emergency ? ['justification: People could not sign in'] : []),
    `agreement: { by: Nuria Campos, at: ${written(opens - (emergency ? 2 : 96) * hour)}, start: ${written(opens)} }`,
    ...noticesOf(plan, deployed, isDone),
    ...approvals,
    ...(isDone ? [`outcome: ${ends}`] : []),
  ];
  const box = isDone ? '[x]' : '[ ]';
  // A section that comes after the approvals would not be what was approved.
  const looksBack = plan.wrong !== 'failedUnreviewed';
  return `---\n${front.join('\n')}\n---\n# Portal ${version}

## Summary

What is new in ${version}.

## Components

The portal becomes ${version}.

## Impact

Nobody notices.

## Tickets

None.

## Changelog

- What is new in ${version}

## Deployment

- ${box} Deploy ${version}${edited ? ', and the new search beside it' : ''}

## Rollback

Deploy the version before.

## Tests

### Progression

- What is new works

### Regression

- People sign in and find a document

## Checklist

- ${box} The portal answers
${looksBack ? '\n## Review\n\nWhoever is on duty looks back on the next working day.\n' : ''}`;
}

function noticesOf({ ends }: PlannedChange, deployed: RecordProgress['deployed'], isDone: boolean): string[] {
  if (!deployed) return [];
  const sent: [kind: string, at: number][] = [
    ['start', deployed.start],
    ['end', deployed.end + 5 * 60_000],
    ...(isDone && ends === 'rolled_back' ? ([['rollback', deployed.end]] as [string, number][]) : []),
    ...(isDone ? ([['closing', deployed.end + day]] as [string, number][]) : []),
  ];
  const lines = sent.map(
    ([kind, at]) => `  - { kind: ${kind}, at: ${written(at)}, channel: mail, by: ${people.deploys.name} }`,
  );
  return ['notifications:', ...lines];
}

function backOf(back: boolean, end: number): string {
  return back ? `, rollback: { at: ${written(end - 30 * 60_000)}, reason: The portal was slow }` : '';
}
