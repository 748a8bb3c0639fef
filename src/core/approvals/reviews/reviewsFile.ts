import * as z from 'zod/mini';
import { commitId, loginIn, momentIn, type Review, type ReviewRequest, webAddress } from './reviewRequest';

/** Reviews of a request on any host, for `--reviews`. */
export const reviewsFileSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  request: z.strictObject({
    /** Its address. */
    url: z.optional(z.string()),
    /** The login of whoever opened it. */
    author: z.string(),
    /** The commit at the tip of the branch that it is for, in full. */
    base: z.string(),
    /** Its own last commit, in full. */
    head: z.string(),
  }),
  reviews: z.array(
    z.strictObject({
      /** The login of the reviewer. */
      by: z.string(),
      /** Of several decisions of one person the last one counts; a comment is none. */
      decision: z.enum(['approved', 'denied', 'dismissed', 'commented']),
      /** The commit that was reviewed, in full. */
      commit: z.optional(z.string()),
      /** When, with the zone. */
      at: z.optional(z.string()),
      /** The review's address. */
      url: z.optional(z.string()),
    }),
  ),
});

/** The request of a file of this form. */
export function requestInFile({ request, reviews }: z.infer<typeof reviewsFileSchema>): ReviewRequest {
  return {
    name: webAddress(request.url) ?? '?',
    author: loginIn(request.author),
    base: commitId(request.base),
    head: commitId(request.head),
    reviews: reviews.flatMap(({ by, decision, commit, at, url }): Review[] =>
      decision === 'commented'
        ? []
        : [{ login: by, decision, commit: commitId(commit), at: momentIn(at), url: webAddress(url) }],
    ),
  };
}
