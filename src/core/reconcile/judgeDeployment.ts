import { calendarFor } from '../config/calendarFor';
import { environmentScope } from '../config/environments';
import { settingOf } from '../config/ruleSetting';
import { zoneOrUtc } from '../config/workspaceConfig';
import { plainName } from '../model/text/plainName';
import { saysSomething } from '../model/text/saysSomething';
import { dayOf, momentAt } from '../model/time/zoneClock';
import { freezeRule } from '../rules/schedule/freeze';
import {
  bareVersion,
  type ComparedChange,
  environmentKey,
  type KnownVersions,
  sameArtifact,
} from './comparedChange';
import { type ApprovalInput, approvalExceptions } from './deploymentApprovals';
import type { ListedDeployment } from './listedDeployment';
import { type DeploymentMatch, mayRun } from './matchDeployments';
import type { ReconcileException } from './reconcileException';

/** What a deployment and its change are judged by. */
export interface JudgeInput extends Omit<ApprovalInput, 'change' | 'at' | 'entry'> {
  readonly git: KnownVersions;
  /** Whether git lacks a part of its history, so that what it does not know may well be there. */
  readonly cut: boolean;
  readonly entry: ApprovalInput['entry'] | undefined;
}

type Matched = Extract<DeploymentMatch, { readonly kind: 'change' }>;

/** What speaks against a deployment of a change. */
export function judgeDeployment(match: Matched, input: JudgeInput): ReconcileException[] {
  const { deployment, change, by } = match;
  if (!mayRun(change)) return [{ kind: 'notReleased', deployment, change }];
  const { entry } = input;
  const { at } = deployment;
  // What runs after a change was rolled back is what was approved before.
  const approvals = entry && by !== 'rollback' ? approvalExceptions({ ...input, entry, change, at }) : [];
  const found: (ReconcileException | undefined)[] = [
    by === 'rollback' ? undefined : outsideWindow(deployment, change, input),
    inFreeze(deployment, change, input),
    ...approvals.map((exception) => ({ ...exception, deployment })),
    ...(by === 'rollback' ? [] : otherThings(deployment, change, input)),
    ...people(deployment, change, input),
  ];
  return found.filter((exception) => exception !== undefined);
}

/** What git says against what ran, whichever change it is of. */
export function judgeVersion(deployment: ListedDeployment, { git, cut }: JudgeInput): ReconcileException[] {
  const { commit } = deployment;
  if (commit === undefined || deployment.place.row === undefined) return [];
  const known = git.commitOf(commit);
  const tag = tagOf(deployment, git);
  if (!known) return cut ? [] : [{ kind: 'unknownCommit', deployment, commit, ...(tag ? { tag } : {}) }];
  if (!tag || tag.commit === known.commit) return [];
  return [{ kind: 'tagMoved', deployment, tag, commit: known.commit }];
}

/** The tag that a deployment names. */
export function tagOf({ version, ref }: ListedDeployment, { tags }: KnownVersions) {
  const named = [ref, version].filter((name) => name !== undefined);
  for (const name of named) {
    const tag = tags.get(name) ?? tags.get(`v${name}`) ?? tags.get(name.replace(/^v(?=\d)/, ''));
    if (tag) return tag;
  }
  return undefined;
}

function outsideWindow(
  deployment: ListedDeployment,
  change: ComparedChange,
  { config }: JudgeInput,
): ReconcileException | undefined {
  const { start, end, phases, customer, changeType } = change.facts;
  const { environment, at } = deployment;
  const wanted = environment === undefined ? undefined : environmentKey(config, customer, environment);
  const own = phases?.filter(
    ({ environments }) =>
      wanted === undefined ||
      (environments?.some((name) => environmentKey(config, customer, name) === wanted) ?? true),
  );
  const windows = (own?.length ? own : [{ start, end }]).flatMap((window) =>
    window.start === undefined || window.end === undefined || window.end <= window.start
      ? []
      : [{ start: window.start, end: window.end }],
  );
  const distance = (window: { readonly start: number; readonly end: number }): number =>
    Math.max(window.start - at, at - window.end);
  const [nearest] = [...windows].sort((one, other) => distance(one) - distance(other));
  if (!nearest) return changeType === 'emergency' ? undefined : { kind: 'noWindow', deployment, change };
  if (windows.some((window) => window.start <= at && at < window.end)) return undefined;
  return { kind: 'outsideWindow', deployment, change, from: nearest.start, to: nearest.end };
}

/** Whether it ran in a freeze, unless somebody waived that in the record. */
function inFreeze(
  deployment: ListedDeployment,
  change: ComparedChange,
  { config }: JudgeInput,
): ReconcileException | undefined {
  const { file, facts } = change;
  if (settingOf(freezeRule.id, { file, config })?.severity === 'off') return undefined;
  if (isWaived(freezeRule.id, deployment.at, change, zoneOrUtc(config, facts.customer))) return undefined;
  const calendar = calendarFor(config, facts.customer);
  const environments = [deployment.environment ?? []].flat();
  const scope = calendar.variesByEnvironment
    ? environmentScope(
        {
          environments: environments.length > 0 ? environments : [...facts.environments],
          ...(facts.customer === undefined ? {} : { customer: facts.customer }),
        },
        config,
      )
    : undefined;
  const freezes = calendar.freezesIn(deployment.at, deployment.at + 1, scope);
  const freeze = freezes.find(({ entry }) => entry.hard) ?? freezes[0];
  if (!freeze) return undefined;
  const { start: from, end: to, entry } = freeze;
  return { kind: 'freeze', deployment, change, from, to, ...(entry.reason ? { reason: entry.reason } : {}) };
}

function isWaived(rule: string, at: number, { facts }: ComparedChange, zone: string): boolean {
  return (facts.waivers ?? []).some((waiver) => {
    if (waiver.rule !== rule || !waiver.by || !saysSomething(waiver.reason)) return false;
    if (waiver.until === undefined) return true;
    const last = dayOf(waiver.until);
    return last !== undefined && at < momentAt(last + 1, 0, zone);
  });
}

/** Where what ran is not what the record names. */
function otherThings(
  deployment: ListedDeployment,
  change: ComparedChange,
  { git }: JudgeInput,
): ReconcileException[] {
  const { release } = change.facts;
  const found: ReconcileException[] = [];
  const named = [deployment.version, tagOf(deployment, git)?.name].filter((name) => name !== undefined);
  const own = [release?.version, release?.tag].filter((name) => name !== undefined).map(bareVersion);
  const plainTag = plainName(release?.tag ?? '');
  const isSame = named.some((name) => own.includes(bareVersion(name)) || plainName(name) === plainTag);
  if (named.length > 0 && own.length > 0 && !isSame) found.push({ kind: 'otherVersion', deployment, change });
  const { artifact } = deployment;
  const same =
    artifact === undefined || release?.artifact === undefined
      ? undefined
      : sameArtifact(artifact, release.artifact);
  if (same === false) found.push({ kind: 'otherArtifact', deployment, change });
  return found;
}

/** Where one person did what two have to do. */
function people(
  deployment: ListedDeployment,
  change: ComparedChange,
  { config, git }: JudgeInput,
): ReconcileException[] {
  // Who made a tag need not be who deployed it.
  const listed = deployment.place.row === undefined ? undefined : deployment.by;
  const by = listed ?? change.facts.assignee;
  if (by === undefined) return [];
  const found: ReconcileException[] = [];
  const roles = (change.facts.approvals ?? []).flatMap(({ role, by: who, decision }) =>
    role !== undefined && decision === 'approved' && config.people.related(who, by) ? [role] : [],
  );
  if (roles.length > 0)
    found.push({ kind: 'byApprover', deployment, change, by, roles: [...new Set(roles)] });
  const known = deployment.commit === undefined ? undefined : git.commitOf(deployment.commit);
  if (listed !== undefined && known) {
    const { name, address } = known.author;
    const isAuthor = config.people.related(by, address) || config.people.related(by, name);
    if (isAuthor) found.push({ kind: 'byAuthor', deployment, change, by, commit: known.commit });
  }
  return found;
}
