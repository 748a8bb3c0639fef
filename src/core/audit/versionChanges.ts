import { stateOf } from '../actions/stepAction';
import { identityOf, stepWith } from '../actions/stepIdentity';
import type { ParsedRecord } from '../model/parse/record';
import type { Step } from '../model/parse/step';
import type { ChangeData } from '../model/schema/recordData';
import type { AuditEvent } from './auditEvent';

/** What of an event the versions of a record tell by themselves. */
export type VersionChange = Pick<AuditEvent, 'action'> &
  Partial<Pick<AuditEvent, 'step' | 'from' | 'to' | 'role' | 'decidedBy' | 'reason'>>;

/**
 * What happened in a record's own words between two versions of it: steps, state, decisions. A merge has several
 * versions before it; what one of them had already is none of its doing.
 */
export function versionChanges(
  before: readonly (ParsedRecord | undefined)[],
  after: ParsedRecord | undefined,
): VersionChange[] {
  const [first, ...others] = before.map((version) => changesSince(version, after));
  if (!first) return changesSince(undefined, after);
  const elsewhere = others.map((changes) => new Set(changes.map((change) => JSON.stringify(change))));
  return first.filter((change) => elsewhere.every((known) => known.has(JSON.stringify(change))));
}

function changesSince(before: ParsedRecord | undefined, after: ParsedRecord | undefined): VersionChange[] {
  if (!after) return [];
  return [...statusChange(before, after), ...stepChanges(before, after), ...decisions(before, after)];
}

function statusChange(before: ParsedRecord | undefined, after: ParsedRecord): VersionChange[] {
  const [from, to] = [statusOf(before), statusOf(after)];
  if (!before || to === undefined || from === to) return [];
  return [{ action: 'advance', ...(from === undefined ? {} : { from }), to }];
}

function statusOf(record: ParsedRecord | undefined): string | undefined {
  return record && record.type !== 'procedure' ? record.data.status : undefined;
}

function stepChanges(before: ParsedRecord | undefined, after: ParsedRecord): VersionChange[] {
  const steps = after.body.steps;
  const known = sameSteps(before?.body.steps ?? [], steps);
  return steps.flatMap((step) => {
    const old = known.get(step);
    const action = stepChange(old ? stateOf(old) : 'open', stateOf(step));
    if (!action) return [];
    const { path, text, reason } = step;
    return [{ action, step: { path, text }, ...(action === 'skip' && reason ? { reason } : {}) }];
  });
}

/**
 * Each step's counterpart in an older version: by what it is recognised by, else by its text below another heading.
 * What is then left over on both sides was reworded, if it is as much on the one as on the other.
 */
function sameSteps(old: readonly Step[], now: readonly Step[]): Map<Step, Step> {
  const pairs = new Map<Step, Step>();
  const left = new Set(old);
  const pair = (step: Step, other: Step | undefined): void => {
    if (!other || pairs.has(step) || !left.delete(other)) return;
    pairs.set(step, other);
  };
  for (const step of now) pair(step, stepWith(identityOf(step, now), old));
  for (const step of now)
    if (!pairs.has(step))
      pair(
        step,
        [...left].find(({ text }) => text === step.text),
      );
  const open = now.filter((step) => !pairs.has(step));
  const rest = [...left];
  if (open.length === rest.length) for (const [index, step] of open.entries()) pair(step, rest[index]);
  return pairs;
}

type State = ReturnType<typeof stateOf>;

function stepChange(from: State, to: State): string | undefined {
  if (from === to) return undefined;
  if (to === 'ticked') return 'tick';
  if (to === 'skipped') return 'skip';
  return from === 'ticked' ? 'untick' : 'unskip';
}

function decisions(before: ParsedRecord | undefined, after: ParsedRecord): VersionChange[] {
  if (after.type !== 'change') return [];
  const known = new Set(before?.type === 'change' ? (before.data.approvals ?? []).map(keyOf) : []);
  return (after.data.approvals ?? []).flatMap((approval) => {
    if (known.has(keyOf(approval))) return [];
    const { role, by, decision } = approval;
    const action = decision === 'denied' ? 'deny' : 'approve';
    return [{ action, ...(role ? { role } : {}), ...(by ? { decidedBy: by } : {}) }];
  });
}

type Approval = NonNullable<ChangeData['approvals']>[number];

function keyOf({ role, by, at, decision }: Approval): string {
  return JSON.stringify([role, by, at, decision]);
}

/** How many steps of a record are ticked. */
export function tickedSteps(steps: readonly Step[]): number {
  return steps.filter((step) => stateOf(step) === 'ticked').length;
}
