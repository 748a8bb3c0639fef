import * as z from 'zod/mini';
import { commitId, momentIn, type Review, type ReviewFlaw, webAddress } from './reviewRequest';

const user = z.object({ username: z.string() });

/** What `GET /projects/:id/merge_requests/:iid` of GitLab tells, as far as it matters here. */
export const gitlabRequest = z.object({
  id: z.optional(z.int()),
  iid: z.int(),
  web_url: z.optional(z.string()),
  author: z.nullable(user),
  sha: z.optional(z.nullable(z.string())),
  diff_refs: z.optional(
    z.nullable(
      z.object({
        base_sha: z.nullable(z.string()),
        head_sha: z.nullable(z.string()),
        start_sha: z.optional(z.nullable(z.string())),
      }),
    ),
  ),
});

/** `GET /projects/:id/merge_requests/:iid/approvals`. */
export const gitlabApprovals = z.object({
  id: z.optional(z.int()),
  iid: z.optional(z.int()),
  approved_by: z.array(z.object({ user: z.nullable(user), approved_at: z.optional(z.nullable(z.string())) })),
});

/** `GET /projects/:id/merge_requests/:iid/versions`: what was pushed, and when. */
export const gitlabVersionList = z.array(
  z.object({
    merge_request_id: z.optional(z.int()),
    head_commit_sha: z.string(),
    created_at: z.string(),
  }),
);

/** `GET /projects/:id/merge_requests/:iid/reviewers`, which tells who asked for changes. */
export const gitlabReviewerList = z.array(z.object({ user: z.nullable(user), state: z.string() }));

/** What GitLab tells of one merge request, in as many answers. */
export interface GitlabParts {
  readonly request: z.infer<typeof gitlabRequest> | undefined;
  readonly approvals: readonly z.infer<typeof gitlabApprovals>[];
  readonly versions: z.infer<typeof gitlabVersionList>;
  /** Undefined where nobody asked who wants changes. */
  readonly reviewers: z.infer<typeof gitlabReviewerList> | undefined;
}

/**
 * The reviews of a merge request. GitLab does not say which commit somebody approved, so an approval is one of the last
 * version where it came after that; who asked for changes did so whenever it was.
 */
export function reviewsOfGitlab({ request, approvals, versions, reviewers }: GitlabParts): Review[] {
  const url = webAddress(request?.web_url);
  const last = lastVersion(versions);
  const head = request?.diff_refs?.head_sha ?? request?.sha ?? last?.commit;
  const isOther = ({ id: own, iid }: (typeof approvals)[number]): boolean =>
    (iid ?? request?.iid) !== request?.iid ||
    (own ?? request?.id) !== request?.id ||
    versions.some(({ merge_request_id: id }) => id !== undefined && (request?.id ?? id) !== id);
  const flawOf = (answer: (typeof approvals)[number], at: number | undefined): ReviewFlaw | undefined => {
    if (isOther(answer)) return 'otherRequest';
    if (approvals.length > 1) return 'toldTwice';
    if (!last) return 'noVersions';
    if (last.commit !== head) return 'oldVersion';
    if (at !== undefined && at <= last.at) return 'beforeVersion';
    return reviewers ? undefined : 'noReviewers';
  };
  const approved = approvals.flatMap((answer) =>
    answer.approved_by.map((one): Review => {
      const at = momentIn(one.approved_at);
      const flaw = flawOf(answer, at);
      const common = {
        login: one.user?.username,
        decision: 'approved',
        commit: last?.commit,
        at,
        url,
      } as const;
      return flaw ? { ...common, flaw } : common;
    }),
  );
  const denied = (reviewers ?? [])
    .filter(({ state }) => state === 'requested_changes')
    .map((one): Review => {
      return { login: one.user?.username, decision: 'denied', commit: last?.commit, at: undefined, url };
    });
  return [...approved, ...denied];
}

/** The version that was pushed last; undefined where one of them does not say when it was, or there is none. */
function lastVersion(versions: GitlabParts['versions']): { commit: string; at: number } | undefined {
  let last: { commit: string; at: number } | undefined;
  for (const { head_commit_sha, created_at } of versions) {
    const [commit, at] = [commitId(head_commit_sha), momentIn(created_at)];
    if (commit === undefined || at === undefined) return undefined;
    if (!last || at > last.at) last = { commit, at };
  }
  return last;
}
