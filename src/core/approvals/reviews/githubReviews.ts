import * as z from 'zod/mini';
import { commitId, momentIn, type Review, webAddress } from './reviewRequest';

const user = z.nullable(z.object({ login: z.string() }));
const tip = z.object({ sha: z.string() });

/** What `GET /repos/{owner}/{repo}/pulls/{number}` of GitHub tells, as far as it matters here. */
export const githubRequest = z.object({
  number: z.int(),
  url: z.optional(z.string()),
  html_url: z.optional(z.string()),
  user,
  base: tip,
  head: tip,
});

/** An item of `GET /repos/{owner}/{repo}/pulls/{number}/reviews`. One that is pending is seen by its author alone. */
const githubReview = z.object({
  user,
  state: z.enum(['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED', 'COMMENTED', 'PENDING']),
  commit_id: z.optional(z.nullable(z.string())),
  submitted_at: z.optional(z.nullable(z.string())),
  html_url: z.optional(z.nullable(z.string())),
  pull_request_url: z.optional(z.string()),
});
export const githubReviewList = z.array(githubReview);

const decisions: { readonly [state: string]: Review['decision'] } = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'denied',
  DISMISSED: 'dismissed',
};

/** So many reviews are in one page: without being asked, and at most. */
const pages = [30, 100];

/** Whether a list may be a page behind which more reviews follow, newer ones than these. */
export function isFullPage({ length }: readonly unknown[]): boolean {
  return pages.includes(length);
}

/**
 * The reviews that decide anything; a comment leaves what its author decided before.
 *
 * @param mayGoOn whether more of them may follow than are there
 */
export function reviewsOfGithub(
  list: z.infer<typeof githubReviewList>,
  request: Pick<z.infer<typeof githubRequest>, 'url'> | undefined,
  mayGoOn: boolean,
): Review[] {
  return list.flatMap((one): Review[] => {
    const decision = decisions[one.state];
    if (!decision) return [];
    const isOther = one.pull_request_url !== undefined && one.pull_request_url !== request?.url;
    return [
      {
        login: one.user?.login,
        decision,
        commit: commitId(one.commit_id),
        at: momentIn(one.submitted_at),
        url: webAddress(one.html_url),
        ...(isOther ? { flaw: 'otherRequest' } : mayGoOn ? { flaw: 'onePage' } : {}),
      },
    ];
  });
}
