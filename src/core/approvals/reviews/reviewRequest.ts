import { dayOf } from '../../model/time/zoneClock';

/** What somebody said of a request, as far as it decides anything. */
export interface Review {
  /** The reviewer's login; undefined where the account is gone. */
  readonly login: string | undefined;
  readonly decision: 'approved' | 'denied' | 'dismissed';
  /** The commit that was reviewed, in full. */
  readonly commit: string | undefined;
  /** When, in milliseconds since 1970. */
  readonly at: number | undefined;
  /** Its address, for people. */
  readonly url: string | undefined;
  /** Why it cannot count as an approval, whoever it is by. */
  readonly flaw?: ReviewFlaw;
}

export type ReviewFlaw = (typeof reviewFlaws)[number];

/** What a file may say, or leave open, so that no approval in it counts. */
export const reviewFlaws = [
  'otherRequest',
  'noVersions',
  'oldVersion',
  'beforeVersion',
  'noReviewers',
  'onePage',
  'toldTwice',
] as const;

/** A pull or merge request with its reviews, as its host tells of it. */
export interface ReviewRequest {
  /** Its address, else its number, for people. */
  readonly name: string;
  /** The login of whoever opened it. */
  readonly author: string | undefined;
  /** The tip of the branch that it is for, and its own, as commits in full. */
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly reviews: readonly Review[];
  /** What of it the file does not hold, where it should hold a list of its own: its reviews. */
  readonly lacksReviews?: true;
}

/** A commit's id in full; undefined where a text is none. */
export function commitId(written: string | null | undefined): string | undefined {
  return written && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(written) ? written : undefined;
}

/** A moment with its zone, in milliseconds since 1970; undefined where a text is none. */
export function momentIn(written: string | null | undefined): number | undefined {
  if (!written || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/.test(written))
    return undefined;
  const moment = Date.parse(written);
  // A 30th of February would be taken for a day in March.
  return Number.isNaN(moment) || dayOf(written.slice(0, 10)) === undefined ? undefined : moment;
}

/** A login; undefined where nobody is named, or only whom hosts put in the place of an account that is gone. */
export function loginIn(written: string | undefined): string | undefined {
  const login = written?.trim();
  return !login || login.toLowerCase() === 'ghost' ? undefined : login;
}

/** An address that a reader may follow; undefined where a text is none. */
export function webAddress(written: string | null | undefined): string | undefined {
  return written && written.length <= 500 && /^https?:\/\/[!-~]+$/.test(written) ? written : undefined;
}
