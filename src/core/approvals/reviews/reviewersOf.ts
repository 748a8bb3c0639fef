import type { KnownPerson } from '../../config/people';
import { isSamePerson, loginKey, personOfLogin, textsOfPerson } from '../../config/personOfLogin';
import type { WorkspaceConfig } from '../../config/workspaceConfig';
import { clockSlackMs } from '../../model/time/clockSlack';
import { localText } from '../../model/time/localText';
import type { ReviewNote } from './reviewNotes';
import type { Review, ReviewRequest } from './reviewRequest';

/** So many logins that nobody knows are named. */
const mostNamed = 8;
/** A login is shown to no more than this length. */
const longestLogin = 60;

/** What somebody whom the configuration knows said last of a request. */
export interface Reviewer {
  readonly login: string;
  /** As each configuration knows them; all of them do where it is an approval. */
  readonly people: readonly (KnownPerson | undefined)[];
  /** As they are written. */
  readonly by: string;
  readonly review: Review & { readonly decision: 'approved' | 'denied' };
}

/** At the same moment the stricter decision counts. */
const strictness = { approved: 0, dismissed: 1, denied: 2 } as const;

/**
 * The last decision of each reviewer, as far as it can count for anything. An approval needs somebody whom all
 * configurations know, and so does what takes a denial back; for a denial one is enough, so that no branch gets rid of it.
 *
 * @param configs the request's base comes first
 * @param now in milliseconds since 1970
 */
export function reviewersOf(
  request: ReviewRequest,
  configs: readonly WorkspaceConfig[],
  now: number,
): { readonly reviewers: readonly Reviewer[]; readonly notes: readonly ReviewNote[] } {
  const { name, author = '' } = request;
  const [base] = configs;
  const notes: ReviewNote[] = [];
  const unknown: string[] = [];
  const shared = new Set<string>();
  const latest = new Map<KnownPerson, Omit<Reviewer, 'review'> & { review: Review }>();
  const note = (code: ReviewNote['code'], args: ReviewNote['args']): void => {
    notes.push({ code, args: { request: name, ...args } });
  };
  for (const review of request.reviews) {
    const login = (review.login ?? '').slice(0, longestLogin);
    const found = configs.map((config) => personOfLogin(review.login ?? '', config));
    const people = found.map((one) => (typeof one === 'object' ? one : undefined));
    const first = people.find((one) => one !== undefined);
    if (!first || (review.decision !== 'denied' && people.includes(undefined))) {
      if (found.includes('several')) shared.add(login);
      else unknown.push(login || '?');
      continue;
    }
    const by = first.name ?? first.addresses[0] ?? login;
    const approves = review.decision === 'approved';
    if (approves && isBy(author, review.login ?? '', people, configs)) note('author', { by });
    else if (approves && review.at === undefined) note('noTime', { by });
    else if (approves && (review.at ?? 0) > now + clockSlackMs)
      note('future', { by, at: localText(review.at ?? 0, 'UTC') });
    else if (approves && review.flaw === 'otherRequest') note('otherRequest', { by });
    else {
      const key = [...latest.keys()].find((known) => base && isSamePerson(known, first, base)) ?? first;
      const known = latest.get(key);
      if (!known || isAfter(review, known.review)) latest.set(key, { login, people, by, review });
    }
  }
  for (const login of shared) note('shared', { login });
  if (unknown.length > 0) {
    const names = [...new Set(unknown)];
    const logins = names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ', …' : '');
    note('unknown', { count: unknown.length, logins });
  }
  const reviewers = [...latest.values()].flatMap(({ review, ...who }): Reviewer[] => {
    const { decision, flaw } = review;
    if (decision === 'dismissed') note('dismissed', { by: who.by });
    else if (decision === 'approved' && flaw) note(flaw, { by: who.by });
    else return [{ ...who, review: { ...review, decision } }];
    return [];
  });
  return { reviewers, notes };
}

function isAfter(one: Review, other: Review): boolean {
  const [time, before] = [one, other].map(({ at }) => at ?? Number.POSITIVE_INFINITY);
  if (time !== before) return (time ?? 0) > (before ?? 0);
  return strictness[one.decision] >= strictness[other.decision];
}

/** Whether whoever opened a request has a login, or another one of the same person. */
function isBy(
  author: string,
  login: string,
  people: Reviewer['people'],
  configs: readonly WorkspaceConfig[],
): boolean {
  if (loginKey(author) === loginKey(login)) return true;
  return configs.some((config, index) => {
    const opener = personOfLogin(author, config);
    const reviewer = people[index];
    // A login of several people may be the reviewer's.
    if (opener === 'several') return true;
    if (!opener || !reviewer) return false;
    const keys = textsOfPerson(opener).flatMap((text) => config.people.allKeys(text));
    return textsOfPerson(reviewer).some((text) =>
      config.people.allKeys(text).some((key) => keys.includes(key)),
    );
  });
}
