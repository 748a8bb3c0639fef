import { type Approval, approvalReader } from '../approvalOrigins';
import type { LoggedCommit } from '../audit/parseLog';
import { readCommits } from '../audit/readCommits';
import { readBlobs } from '../readBlobs';
import { readOnlyGit } from '../readOnlyGit';

/** A denial that a record had and has no more, and the commit that brought it. */
export interface TakenOutDenial extends Pick<LoggedCommit, 'commit' | 'author'> {
  readonly denial: Approval;
}

/**
 * The denials that a record had once and that stand no longer in its list, wherever its file was then.
 *
 * @param standing keys of the decisions that stand there
 * @returns undefined where git cannot tell
 */
export async function takenOutDenials(
  root: string,
  file: string,
  standing: ReadonlySet<string>,
): Promise<readonly TakenOutDenial[] | undefined> {
  const commits = await readCommits(root, file).catch(() => undefined);
  const blobs =
    commits &&
    (await readBlobs(
      root,
      commits.flatMap(({ after }) => after ?? []),
    ));
  if (!commits || !blobs) return undefined;
  const read = approvalReader();
  const seen = new Set(standing);
  const found: TakenOutDenial[] = [];
  // The first commit that has it is whose denial it is, whoever puts it back.
  for (const { commit, author, after } of commits) {
    const bytes = after === undefined ? undefined : blobs.get(after);
    for (const denial of bytes ? read(bytes) : []) {
      if (!denial.isDenial || seen.has(denial.key)) continue;
      seen.add(denial.key);
      found.push({ denial, commit, author });
    }
  }
  return found;
}

/** Whether a commit was there when another one was made, so that whoever saw that one could know of it. */
export async function isBefore(root: string, commit: string, other: string): Promise<boolean> {
  const { code } = await readOnlyGit(root, ['merge-base', '--is-ancestor', commit, other]);
  return code === 0;
}
