import { involvedIn } from '../../config/involvedIn';
import type { KnownPerson } from '../../config/people';
import { textsOfPerson } from '../../config/personOfLogin';
import type { WorkspaceConfig } from '../../config/workspaceConfig';
import type { ApprovedRecord } from '../approvedContent';
import { bindingDigests, isBound } from '../approvedContent';
import { roleHolders } from '../roleHolders';
import type { Reviewer } from './reviewersOf';
import type { ReviewNote } from './reviewNotes';

/** A review that counts as a decision about a record, for one run. */
export interface CountedReview {
  readonly role: string;
  readonly decision: 'approved' | 'denied';
  /** Who decided, as the configuration names them, and with which login. */
  readonly by: string;
  readonly login: string;
  /** When, in milliseconds since 1970; undefined of a denial that the host gives no time of. */
  readonly at: number | undefined;
  /** The commit that was reviewed. */
  readonly commit: string | undefined;
  /** Of the content that was reviewed, as far as it was approved. */
  readonly digest: string | undefined;
  /** The request and, where the host names one, the review: addresses, for people. */
  readonly request: string;
  readonly review: string | undefined;
}

/** What a commit of a request holds of a record that the request had changed by then. */
export type RecordThen = { readonly file: string; readonly digest: string } | 'doubled';

/** A request with what git and the configurations say of it. */
export interface ReviewedRequest {
  readonly name: string;
  /** All that a reviewer has to hold a role in to approve, and any of them to deny; the request's base comes first. */
  readonly configs: readonly WorkspaceConfig[];
  readonly reviewers: readonly Reviewer[];
  /** The records that it changes, by what recognises them. */
  readonly changed: ReadonlyMap<string, RecordThen>;
  /** The same by commits that were reviewed; a commit that git does not have is left out. */
  readonly then: ReadonlyMap<string, ReadonlyMap<string, RecordThen>>;
}

/** What recognises a record in other commits: its id, else its file. */
export function recordKey(record: ApprovedRecord, file: string): string {
  return record.data.id ? `id ${record.data.id}` : `file ${file}`;
}

/**
 * Which reviews of requests count for a record as it stands now, in which roles, and why others do not.
 *
 * @param needed the roles that it needs
 */
export function countReviews(
  record: ApprovedRecord,
  file: string,
  requests: readonly ReviewedRequest[],
  needed: readonly string[],
): { readonly counted: readonly CountedReview[]; readonly notes: readonly ReviewNote[] } {
  const counted: CountedReview[] = [];
  const notes: ReviewNote[] = [];
  const key = recordKey(record, file);
  const digests = bindingDigests(record);
  for (const request of requests) {
    const changed = request.changed.get(key);
    const about = { request: request.name, record: record.data.id ?? file };
    if (!changed || changed === 'doubled') {
      notes.push({ code: changed ?? 'notChanged', args: about });
      continue;
    }
    for (const reviewer of request.reviewers) {
      const { by, login, review } = reviewer;
      const { decision, at, commit, url } = review;
      const held = rolesOf(reviewer, request.configs);
      const common = { decision, by, login, at, commit, request: request.name, review: url };
      if (decision === 'denied') {
        const all = new Set(held.flat());
        counted.push(...[...all].map((role) => ({ ...common, role, digest: undefined })));
        continue;
      }
      const roles = needed.filter((role) => held.every((own) => own.includes(role)));
      const flaw = flawOf(record, reviewer, request, roles, { key, digests });
      if (typeof flaw === 'object') counted.push(...roles.map((role) => ({ ...common, role, ...flaw })));
      else notes.push({ code: flaw, args: { ...about, by, commit: commit?.slice(0, 9) ?? '?' } });
    }
  }
  return { counted, notes };
}

/** Why an approval does not count for a record; its digest where it does. */
function flawOf(
  record: ApprovedRecord,
  { people, review: { commit } }: Reviewer,
  { then, configs }: ReviewedRequest,
  roles: readonly string[],
  { key, digests }: { readonly key: string; readonly digests: readonly string[] },
):
  | 'noRole'
  | 'involved'
  | 'noCommit'
  | 'lostCommit'
  | 'notThere'
  | 'doubled'
  | 'otherContent'
  | { digest: string } {
  if (roles.length === 0) return 'noRole';
  if (configs.some((config, index) => isInvolved(record, people[index], config))) return 'involved';
  if (commit === undefined) return 'noCommit';
  const records = then.get(commit);
  if (!records) return 'lostCommit';
  const found = records.get(key);
  if (!found) return 'notThere';
  if (found === 'doubled') return 'doubled';
  return isBound(found.digest, digests, record) ? { digest: found.digest } : 'otherContent';
}

/** The roles that somebody holds, by configuration. A role that nobody is named for is held by nobody. */
function rolesOf({ people }: Reviewer, configs: readonly WorkspaceConfig[]): string[][] {
  return configs.map((config, index) => {
    const person = people[index];
    const texts = person ? textsOfPerson(person) : [];
    return [...roleHolders(config)]
      .filter(([, holders]) =>
        holders.some((holder) => texts.some((text) => config.people.same(holder, text))),
      )
      .map(([role]) => role);
  });
}

function isInvolved(
  record: ApprovedRecord,
  person: KnownPerson | undefined,
  config: WorkspaceConfig,
): boolean {
  if (record.type !== 'change' || !person) return false;
  const involved = involvedIn(record.data, config);
  return textsOfPerson(person)
    .flatMap((text) => config.people.allKeys(text))
    .some((key) => involved.includes(key));
}
