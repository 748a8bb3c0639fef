import {
  type ApprovedRecord,
  approvedContent,
  bindingDigests,
  changedParts,
} from '../approvals/approvedContent';
import type { RecordChange } from '../diff/recordChange';
import { recordDiff } from '../diff/recordDiff';
import { type Decision, latestApprovals } from '../model/parse/latestApprovals';
import type { ParsedRecord, RecordOf } from '../model/parse/record';
import { momentOf } from '../model/time/dateTime';
import { endOfSaidMinute } from '../model/time/endOfSaidMinute';
import { hasReached, initialStatus, stageOf } from '../workflow/stages';

/** A version of a change, with the commit that made it. */
export interface ContentVersion {
  readonly commit: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
  /** Id of its bytes in git. */
  readonly blob: string;
  readonly record: RecordOf<'change'>;
}

/** What is known of the content that an approval was given to. */
export type ApprovedState =
  /** A version has the digest that the approval names. */
  | 'known'
  /** It names none: what counts is the version that came with it. */
  | 'noDigest'
  /** No version in git has the digest that it names. */
  | 'lost';

/** A decision that counts, with what was decided on. */
export interface StoryApproval {
  readonly decision: Decision;
  readonly state: ApprovedState;
  /** The commit that brought it. */
  readonly brought?: ContentVersion;
  /** The version that was approved; undefined where it is lost. */
  readonly approved?: ContentVersion;
  /** Its commit came after it began, whatever time it names. */
  readonly isLate?: true;
  /** Somebody wrote another digest into it later: what counts is what it named first. */
  readonly isRewritten?: true;
  /** Names of the covered parts that were carried out otherwise; undefined where there is nothing to compare. */
  readonly differs?: readonly string[];
}

/** What of a change was approved, what was carried out, and what became of it since. */
export interface ContentStory {
  readonly approvals: readonly StoryApproval[];
  /** Each approved content once, in the order of the approvals. */
  readonly approved: readonly ContentVersion[];
  /** The version that first says that it was carried out; undefined where none does. */
  readonly carriedOut?: ContentVersion;
  /** It began and has not ended: the newest version stands for what is carried out. */
  readonly isUnderWay?: true;
  /** The newest version. */
  readonly last?: ContentVersion;
  /** From what was approved last to what was carried out. */
  readonly difference: readonly RecordChange[];
  /** From what was carried out to the newest version. */
  readonly since: readonly RecordChange[];
}

/**
 * Tells the story of a change's content from its versions.
 *
 * @param versions oldest first
 * @param zone of its local times
 * @param stages what the states of a team's own workflow count as
 */
export function contentStory(
  versions: readonly ContentVersion[],
  zone: string,
  stages: ReadonlyMap<string, string>,
): ContentStory {
  const last = versions.at(-1);
  if (!last) return { approvals: [], approved: [], difference: [], since: [] };
  const ended = versions.find(({ record }) => hasEnded(record, stages));
  const isUnderWay = !ended && hasBegun(last.record, stages);
  const carriedOut = ended ?? (isUnderWay ? last : undefined);
  const began = momentOf(last.record.data.actual?.start, zone);
  const decisions = latestApprovals(last.record.data.approvals, zone);
  const digests = new Map<ContentVersion, readonly string[]>();
  const digestsOf = (version: ContentVersion): readonly string[] => {
    const known = digests.get(version) ?? bindingDigests(version.record);
    digests.set(version, known);
    return known;
  };
  const approvals = decisions.map((decision): StoryApproval => {
    const brought = versions.find(({ record }) => entryIn(record, decision, last.record));
    const given = brought && entryIn(brought.record, decision, last.record);
    const digest = given ? given.digest : decision.digest;
    const { state, approved } = approvedVersion(digest, brought, versions, digestsOf);
    const differs = approved && carriedOut ? partsThatDiffer(approved, carriedOut, digestsOf) : undefined;
    const isLate = brought && began !== undefined && brought.at > endOfSaidMinute(began);
    return {
      decision,
      state,
      ...(isLate ? { isLate } : {}),
      ...(digest === decision.digest ? {} : { isRewritten: true }),
      ...(brought && { brought }),
      ...(approved && { approved }),
      ...(differs && { differs }),
    };
  });
  const approved = new Map(
    approvals.flatMap(({ decision, approved: one }) =>
      one && decision.decision === 'approved' ? [[digestsOf(one)[0], one] as const] : [],
    ),
  );
  const newest = [...approved.values()].sort((a, b) => versions.indexOf(b) - versions.indexOf(a))[0];
  return {
    approvals,
    approved: [...approved.values()],
    ...(carriedOut ? { carriedOut } : {}),
    ...(isUnderWay ? { isUnderWay } : {}),
    last,
    difference: newest && carriedOut ? recordDiff(newest.record, carriedOut.record) : [],
    since: carriedOut && carriedOut !== last ? recordDiff(carriedOut.record, last.record) : [],
  };
}

function stageIn({ data }: RecordOf<'change'>, stages: ReadonlyMap<string, string>): string {
  return stageOf(data.status ?? initialStatus('change'), data.hold?.from, stages);
}

function hasEnded(record: RecordOf<'change'>, stages: ReadonlyMap<string, string>): boolean {
  return record.data.actual?.end !== undefined || hasReached(stageIn(record, stages), 'in_testing');
}

function hasBegun(record: RecordOf<'change'>, stages: ReadonlyMap<string, string>): boolean {
  return record.data.actual?.start !== undefined || hasReached(stageIn(record, stages), 'releasing');
}

/** A decision of the newest version as another one has it, whatever digest it names there. */
function entryIn({ data }: RecordOf<'change'>, { index }: Decision, last: RecordOf<'change'>) {
  const wanted = last.data.approvals?.[index];
  return data.approvals?.find(
    ({ role, by, at, decision }) =>
      role === wanted?.role && by === wanted?.by && at === wanted?.at && decision === wanted?.decision,
  );
}

function approvedVersion(
  digest: string | undefined,
  brought: ContentVersion | undefined,
  versions: readonly ContentVersion[],
  digestsOf: (version: ContentVersion) => readonly string[],
): Pick<StoryApproval, 'state' | 'approved'> {
  if (digest === undefined) return { state: 'noDigest', ...(brought ? { approved: brought } : {}) };
  const fits = (version: ContentVersion): boolean => digestsOf(version).includes(digest);
  const approved = brought && fits(brought) ? brought : versions.findLast(fits);
  return approved ? { state: 'known', approved } : { state: 'lost' };
}

/** The parts that approvals cover and that are not the same; none where the digests are. */
function partsThatDiffer(
  one: ContentVersion,
  other: ContentVersion,
  digestsOf: (version: ContentVersion) => readonly string[],
): readonly string[] {
  const known = digestsOf(one);
  if (digestsOf(other).some((digest) => known.includes(digest))) return [];
  return changedParts(approvedContent(one.record), approvedContent(other.record));
}

/** Whether a record is a change. */
export function isChange(record: ParsedRecord | ApprovedRecord | undefined): record is RecordOf<'change'> {
  return record?.type === 'change';
}
