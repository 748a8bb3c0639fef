import { basename, dirname } from 'node:path';
import { type ReviewsFault, readReviews } from '../../core/approvals/reviews/readReviews';
import type { ReviewRequest } from '../../core/approvals/reviews/reviewRequest';
import { LineMap } from '../../core/model/text/lineMap';
import { readRegular } from '../openFile';
import { readOnlyGit } from '../readOnlyGit';

/** Two thousand reviews with long words take a tenth of it. */
const longestFile = 64_000_000;

/** Why a file of reviews is not taken. */
export type ReviewFileFault =
  | Exclude<ReviewsFault, { kind: 'json' }>
  | { readonly kind: 'cut' | 'json'; readonly line: number }
  /** It is a file of the repository, which any branch can write. */
  | { readonly kind: 'tracked' }
  | { readonly kind: 'unread'; readonly code: string };

/** Reads a file of reviews: a regular one that is none of the repository's own. */
export async function readReviewFile(path: string): Promise<readonly ReviewRequest[] | ReviewFileFault> {
  let text: string;
  try {
    const { bytes, size } = readRegular(path, longestFile);
    if (size > longestFile) return { kind: 'unread', code: 'EFBIG' };
    text = bytes.toString('utf8');
  } catch (error) {
    return { kind: 'unread', code: (error as NodeJS.ErrnoException).code ?? '' };
  }
  const listed = ['--literal-pathspecs', 'ls-files', '--error-unmatch', '--', basename(path)];
  if ((await readOnlyGit(dirname(path), listed)).code === 0) return { kind: 'tracked' };
  const read = readReviews(text);
  if (!('kind' in read) || read.kind !== 'json') return read;
  const line = new LineMap(text).positionAt(read.at).line + 1;
  return { kind: read.isCut ? 'cut' : 'json', line };
}
