import { resolve } from 'node:path';
import type { ReviewRequest } from '../../core/approvals/reviews/reviewRequest';
import type { Language } from '../../core/model/text/localized';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import { readReviewFile } from '../../node/reviews/readReviewFile';
import { countInWorkspace, type WorkspaceReviews } from '../../node/reviews/workspaceReviews';
import { type Call, say } from './command';
import { UsageError } from './io';
import { reasonFor } from './tellUnreadable';

/** A workspace whose records are judged with the reviews that a call names, and which of them count. */
export interface WithReviews {
  readonly workspace: LoadedWorkspace;
  readonly reviews: WorkspaceReviews;
}

/**
 * Reads the files of reviews that a call names, and judges records with those that count.
 *
 * @param asked the records that are asked about, and more configurations that reviewers have to hold roles in
 */
export async function countCalled(
  call: Call,
  workspace: LoadedWorkspace,
  language: Language,
  asked: Parameters<typeof countInWorkspace>[2] = {},
): Promise<WithReviews> {
  const requests = await calledReviews(call, call.texts('reviews'), language);
  return countInWorkspace(workspace, requests, asked);
}

/** The requests in files of reviews. What cannot be read ends the call. */
export async function calledReviews(
  call: Call,
  names: readonly string[],
  language: Language,
): Promise<ReviewRequest[]> {
  const requests: ReviewRequest[] = [];
  for (const path of names) {
    const file = resolve(call.io.cwd, path);
    const read = await readReviewFile(file);
    if (!('kind' in read)) requests.push(...read);
    else if (read.kind === 'unread') {
      const { code } = read;
      throw new UsageError(`--reviews: ${say(language, reasonFor(file, code), { path, code })}`);
    } else throw new UsageError(say(language, `reviews_${read.kind}`, { path, ...read }));
  }
  return requests;
}
