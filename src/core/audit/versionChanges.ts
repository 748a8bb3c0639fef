import { stateOf, stepActionBetween } from '../actions/stepAction';
import type { Step } from '../model/parse/step';
import type { AuditEvent } from './auditEvent';
import type { RecordVersion } from './recordVersion';

/** The parts of an event that can be derived from two versions of a record. */
export type VersionChange = Pick<AuditEvent, 'action'> &
  Partial<Pick<AuditEvent, 'step' | 'from' | 'to' | 'role' | 'decidedBy' | 'reason' | 'details'>>;

/**
 * What changed between two versions of a record: steps, state, decisions. A merge has several previous versions. What
 * one of them already had is not the merge's own change.
 */
export function versionChanges(
  before: readonly (RecordVersion | undefined)[],
  after: RecordVersion | undefined,
): VersionChange[] {
  const [first, ...others] = before.map((version) => changesSince(version, after));
  if (!first) return changesSince(undefined, after);
  const elsewhere = others.map((changes) => new Set(changes.map((change) => JSON.stringify(change))));
  return first.filter((change) => elsewhere.every((known) => known.has(JSON.stringify(change))));
}

function changesSince(before: RecordVersion | undefined, after: RecordVersion | undefined): VersionChange[] {
  if (!after) return [];
  return [
    ...statusChange(before, after),
    ...rollbackChange(before, after),
    ...stepChanges(before, after),
    ...decisions(before, after),
    ...agreement(before, after),
    ...waivers(before, after),
    ...notices(before, after),
  ];
}

function statusChange(before: RecordVersion | undefined, { status: to }: RecordVersion): VersionChange[] {
  if (!before || to === undefined || before.status === to) return [];
  const action = to === 'on_hold' ? 'hold' : before.status === 'on_hold' ? 'resume' : 'advance';
  return [{ action, ...(before.status === undefined ? {} : { from: before.status }), to }];
}

/** Work that begins again ends a rollback as well, which its move to another state says. */
function rollbackChange(
  before: RecordVersion | undefined,
  { status, rollback: now }: RecordVersion,
): VersionChange[] {
  const was = before?.rollback !== undefined;
  if (!before || was === (now !== undefined)) return [];
  if (now) return [{ action: 'rollback', ...(now.reason ? { reason: now.reason } : {}) }];
  return before.status === status ? [{ action: 'undo-rollback' }] : [];
}

function stepChanges(before: RecordVersion | undefined, after: RecordVersion): VersionChange[] {
  const { steps } = after;
  const known = matchSteps(before?.steps ?? [], steps);
  return steps.flatMap((step) => {
    const old = known.get(step);
    const action = stepActionBetween(old ? stateOf(old) : 'open', stateOf(step));
    if (!action) return [];
    const { path, text, reason } = step;
    return [{ action, step: { path, text }, ...(action === 'skip' && reason ? { reason } : {}) }];
  });
}

/**
 * Each step's counterpart in an older version: by name or by headings, text and ordinal, else by its text under another
 * heading. Steps that are then left over count as reworded if both sides have the same number of them.
 */
export function matchSteps(old: readonly Step[], now: readonly Step[]): Map<Step, Step> {
  if (old.length === now.length && now.every((step, index) => reads(step, old[index])))
    return new Map(now.map((step, index) => [step, old[index] ?? step]));
  const pairs = new Map<Step, Step>();
  const left = new Set(old);
  const pair = (step: Step, other: Step | undefined): void => {
    if (!other || pairs.has(step) || !left.delete(other)) return;
    pairs.set(step, other);
  };
  const recognised = stepFinder(old, now);
  for (const step of now) pair(step, recognised(step));
  const byText = grouped(left, ({ text }) => text);
  // Reversed, because steps are taken from the end.
  for (const steps of byText.values()) steps.reverse();
  for (const step of now) if (!pairs.has(step)) pair(step, byText.get(step.text)?.pop());
  const open = now.filter((step) => !pairs.has(step));
  const rest = [...left];
  if (open.length === rest.length) for (const [index, step] of open.entries()) pair(step, rest[index]);
  return pairs;
}

/**
 * Finds steps in another version of their record, as `identityOf` and `stepWith` do for one step: by a name that is
 * unique on both sides, else by headings, text and ordinal. A hostile record may have twenty thousand steps, so the
 * lists are indexed once and not searched for each.
 */
function stepFinder(old: readonly Step[], now: readonly Step[]): (step: Step) => Step | undefined {
  const [oldNames, names] = [old, now].map((steps) => grouped(steps, ({ name }) => name ?? ''));
  const whole = ({ path, text }: Step): string => JSON.stringify([path, text]);
  const byWhole = grouped(old, whole);
  const met = new Map<string, number>();
  return (step) => {
    const key = whole(step);
    const ordinal = met.get(key) ?? 0;
    met.set(key, ordinal + 1);
    const same = step.name && names?.get(step.name)?.length === 1 ? oldNames?.get(step.name) : undefined;
    return same?.length === 1 ? same[0] : byWhole.get(key)?.[ordinal];
  };
}

function grouped(steps: Iterable<Step>, keyOf: (step: Step) => string): Map<string, Step[]> {
  const groups = new Map<string, Step[]>();
  for (const step of steps) {
    const group = groups.get(keyOf(step));
    if (group) group.push(step);
    else groups.set(keyOf(step), [step]);
  }
  return groups;
}

function reads({ text, path }: Step, other: Step | undefined): boolean {
  if (text !== other?.text || path.length !== other.path.length) return false;
  return path === other.path || path.every((title, index) => title === other.path[index]);
}

function decisions(before: RecordVersion | undefined, { approvals }: RecordVersion): VersionChange[] {
  if (approvals === before?.approvals) return [];
  const known = new Set(before?.approvals.map(keyOf));
  return approvals.flatMap((approval) => {
    if (known.has(keyOf(approval))) return [];
    const { role, by, decision } = approval;
    const action = decision === 'denied' ? 'deny' : 'approve';
    return [{ action, ...(role ? { role } : {}), ...(by ? { decidedBy: by } : {}) }];
  });
}

function keyOf({ role, by, at, decision }: RecordVersion['approvals'][number]): string {
  return JSON.stringify([role, by, at, decision]);
}

function agreement(before: RecordVersion | undefined, { agreement: now }: RecordVersion): VersionChange[] {
  if (!now || JSON.stringify(now) === JSON.stringify(before?.agreement)) return [];
  const { by, start, risk_accepted_by: accepted, reason } = now;
  if (accepted) return [{ action: 'accept-risk', decidedBy: accepted, ...(reason ? { reason } : {}) }];
  return [
    { action: 'agree', ...(by ? { decidedBy: by } : {}), ...(start ? { details: { Start: start } } : {}) },
  ];
}

function waivers(before: RecordVersion | undefined, { waivers: now }: RecordVersion): VersionChange[] {
  return added(before?.waivers, now).map(({ rule, by, reason }) => ({
    action: 'waive',
    ...(by ? { decidedBy: by } : {}),
    ...(reason ? { reason } : {}),
    ...(rule ? { details: { Rule: rule } } : {}),
  }));
}

function notices(before: RecordVersion | undefined, { notifications: now }: RecordVersion): VersionChange[] {
  return added(before?.notifications, now).map(({ kind, by, channel }) => ({
    action: 'notify',
    ...(by ? { decidedBy: by } : {}),
    ...(kind ? { details: { Notice: kind, ...(channel ? { Channel: channel } : {}) } } : {}),
  }));
}

/** The items that were added to a list. */
function added<T>(before: readonly T[] | undefined, now: readonly T[]): T[] {
  if (now === before) return [];
  const known = new Set(before?.map((item) => JSON.stringify(item)));
  return now.filter((item) => !known.has(JSON.stringify(item)));
}

/** How many steps of a record are ticked. */
export function tickedSteps(steps: readonly Step[]): number {
  return steps.filter((step) => stateOf(step) === 'ticked').length;
}
