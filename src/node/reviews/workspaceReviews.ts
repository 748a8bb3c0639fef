import { rolesNeeded } from '../../core/actions/approve';
import { approvalKey } from '../../core/approvals/approvalKey';
import { approvalsIn } from '../../core/approvals/approvalsIn';
import { type ApprovedRecord, bindingDigests, isBound } from '../../core/approvals/approvedContent';
import {
  type CountedReview,
  countReviews,
  type ReviewedRequest,
  recordKey,
} from '../../core/approvals/reviews/countReviews';
import { type Reviewer, reviewersOf } from '../../core/approvals/reviews/reviewersOf';
import type { ReviewNote } from '../../core/approvals/reviews/reviewNotes';
import type { ReviewRequest } from '../../core/approvals/reviews/reviewRequest';
import { withoutDoubles } from '../../core/approvals/reviews/withoutDoubles';
import { withReviews } from '../../core/approvals/reviews/withReviews';
import { textsOfPerson } from '../../core/config/personOfLogin';
import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import type { ParsedRecord } from '../../core/model/parse/record';
import type { CommitPerson } from '../../core/model/ports';
import { roleArgs } from '../../core/model/vocabulary/roleArgs';
import { readConfig } from '../../core/rules/readConfig';
import { RecordReader } from '../../core/rules/recordReader';
import { inputOf, type LoadedWorkspace } from '../checkWorkspace';
import { configAt } from '../diff/configAt';
import { readFileText } from '../readText';
import { type ChangedRecords, recordsChangedBy } from './changedRecords';
import { requestAuthors } from './requestAuthors';
import { isBefore, takenOutDenials } from './takenOutDenials';

/** Which reviews count for the records of a workspace in this run, and why others do not. */
export interface WorkspaceReviews {
  /** By file, of the records that were asked about. */
  readonly counted: ReadonlyMap<string, readonly CountedReview[]>;
  readonly notes: readonly ReviewNote[];
  /** Puts the reviews that count among the approvals of a record, as far as they are of what it says. */
  readonly withReviews: (record: ParsedRecord, file: string) => ParsedRecord;
}

/**
 * Finds out which reviews count for records of a workspace, and judges these records with them from here on. Nothing is
 * written.
 *
 * @param files the records that are asked about; without them all that the requests change
 * @param more configurations besides that of each request's base and today's in which a reviewer has to hold a role
 */
export async function countInWorkspace(
  workspace: LoadedWorkspace,
  requests: readonly ReviewRequest[],
  {
    files,
    more = [],
  }: { readonly files?: readonly string[]; readonly more?: readonly WorkspaceConfig[] } = {},
): Promise<{ readonly workspace: LoadedWorkspace; readonly reviews: WorkspaceReviews }> {
  const { root, index, survey, config } = workspace;
  const reader = new RecordReader(survey.texts, config.config);
  const notes: ReviewNote[] = [];
  const known: ReviewedRequest[] = [];
  for (const request of withoutDoubles(requests)) {
    const reviewed = await reviewedRequest(request, [...more, config.config], { workspace, reader, notes });
    if (reviewed) known.push(reviewed);
  }
  const input = inputOf(workspace);
  const counted = new Map<string, readonly CountedReview[]>();
  const byKey = new Map<string, readonly CountedReview[]>();
  for (const file of files ?? filesOf(known, workspace)) {
    const entry = index.entry(file);
    const text = readFileText(root, file);
    const record = text && reader.readRecord(file, text.text, text.options);
    if (!entry || !record || record.type === 'ticket') continue;
    // A procedure that is no offer of standard changes is approved by nobody.
    if (record.type === 'procedure' && !record.data.standard) continue;
    const { needed } = rolesNeeded(entry, { ...input, git: undefined });
    const found = countReviews(record, file, known, needed);
    notes.push(...found.notes);
    const left = await withoutDenied(record, file, found.counted, { workspace, notes });
    if (left.length === 0) continue;
    counted.set(file, left);
    byKey.set(recordKey(record, file), left);
  }
  const changed = (record: ParsedRecord, file: string): ParsedRecord => {
    if (record.type === 'ticket') return record;
    const digests = bindingDigests(record);
    const own = byKey.get(recordKey(record, file)) ?? [];
    const bound = own.filter(
      ({ decision, digest }) => decision === 'denied' || isBound(digest, digests, record),
    );
    return withReviews(record, bound);
  };
  for (const file of counted.keys()) {
    const text = readFileText(root, file);
    const entry = text && reader.read(file, text.text, { ...text.options, changed });
    if (entry) index.update(file, entry);
  }
  return {
    workspace: { ...workspace, withReviews: changed },
    reviews: { counted, notes, withReviews: changed },
  };
}

/** Reviews without approvals after which somebody denied the record, and the denial was taken out of its list. */
async function withoutDenied(
  record: ApprovedRecord,
  file: string,
  counted: readonly CountedReview[],
  { workspace, notes }: { workspace: LoadedWorkspace; notes: ReviewNote[] },
): Promise<readonly CountedReview[]> {
  const { root, config } = workspace;
  if (!counted.some(({ decision }) => decision === 'approved')) return counted;
  const standing = new Set((approvalsIn(record) ?? []).map(approvalKey));
  const denials = await takenOutDenials(root, file, standing);
  if (!denials) {
    // What git cannot show may be a denial that somebody took out.
    const requests = new Set(counted.map(({ request }) => request));
    for (const request of requests)
      notes.push({ code: 'unknownDenials', args: { request, record: record.data.id ?? file } });
    return counted.filter(({ decision }) => decision !== 'approved');
  }
  const { people } = config.config;
  const real = denials.filter(({ denial: { by }, author }) => by === undefined || people.isBy(by, author));
  const left: CountedReview[] = [];
  for (const review of counted) {
    const { role, digest, commit: seen = '', by, request } = review;
    const against = real.filter(({ denial }) => denial.role === role || denial.digest === digest);
    const isLater = await Promise.all(
      against.map(async ({ commit }) => !(await isBefore(root, commit, seen))),
    );
    const later = review.decision === 'approved' ? against.find((_, at) => isLater[at]) : undefined;
    if (!later) left.push(review);
    else {
      const args = { request, by, who: later.author.name, commit: later.commit.slice(0, 9) };
      const about = { record: record.data.id ?? file, ...roleArgs('role', later.denial.role ?? '?') };
      notes.push({ code: 'takenOut', args: { ...args, ...about } });
    }
  }
  return left;
}

/** A request with what git says of it; undefined where none of its reviews can count, which is noted. */
async function reviewedRequest(
  request: ReviewRequest,
  today: readonly WorkspaceConfig[],
  { workspace, reader, notes }: { workspace: LoadedWorkspace; reader: RecordReader; notes: ReviewNote[] },
): Promise<ReviewedRequest | undefined> {
  const { root, now } = workspace;
  const { name, author, base, head } = request;
  const note = (code: ReviewNote['code'], args: ReviewNote['args'] = {}): undefined => {
    notes.push({ code, args: { request: name, ...args } });
  };
  if (author === undefined && base === undefined && head === undefined) return note('noRequest');
  if (author === undefined) return note('noAuthor');
  if (base === undefined || head === undefined) return note('noCommits');
  if (request.lacksReviews) return note('noReviews');
  const changed = await recordsChangedBy(root, base, head, reader);
  const authors = await requestAuthors(root, base, head);
  if (!changed || !authors) return note('noHistory', { commit: head.slice(0, 9) });
  if (changed.size === 0) return note('noRecords');
  // Who holds what is said by the branch that the request is for, never by the request.
  const configs = [readConfig(await configAt(root, base)).config, ...today];
  const { reviewers: all, notes: own } = reviewersOf(request, configs, now);
  notes.push(...own);
  const reviewers = all.filter((reviewer) => {
    if (reviewer.review.decision !== 'approved' || !isAmong(reviewer, authors, configs)) return true;
    return note('committed', { by: reviewer.by });
  });
  const then = new Map<string, ChangedRecords>([[head, changed]]);
  for (const { review } of reviewers) {
    const { commit, decision } = review;
    if (decision !== 'approved' || commit === undefined || then.has(commit)) continue;
    const records = await recordsChangedBy(root, base, commit, reader);
    if (records) then.set(commit, records);
  }
  return { name, configs, reviewers, changed, then };
}

/** Whether a reviewer, as any of the configurations knows them, is somebody who committed. */
function isAmong(
  { people }: Reviewer,
  authors: readonly CommitPerson[],
  configs: readonly WorkspaceConfig[],
): boolean {
  return configs.some((config, index) => {
    const person = people[index];
    const texts = person ? textsOfPerson(person) : [];
    return authors.some(({ name, address }) =>
      texts.some((text) => config.people.related(text, `${name} <${address}>`)),
    );
  });
}

/** The files of today that hold what requests change. */
function filesOf(requests: readonly ReviewedRequest[], { index }: LoadedWorkspace): string[] {
  const keys = new Set(requests.flatMap(({ changed }) => [...changed.keys()]));
  return [...keys].flatMap((key) =>
    key.startsWith('id ') ? [...index.filesWithId(key.slice(3))] : key.slice('file '.length),
  );
}
