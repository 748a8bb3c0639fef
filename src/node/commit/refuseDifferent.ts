import { runGit } from '../gitProcess';
import { refused } from './faultError';
import type { Repository } from './repository';
import type { StoredFile } from './storedCopies';
import { filesOnDisk } from './workTree';

/** Refuses the first commit of a file that has one, where it reads differently by now, in the folder or staged. */
export async function refuseDifferent(
  { top }: Pick<Repository, 'top'>,
  files: readonly { readonly path: string; readonly isNew?: boolean }[],
  stored: readonly StoredFile[],
): Promise<void> {
  for (const [at, { path, isNew }] of files.entries()) {
    const file = stored[at];
    if (!isNew || !file) continue;
    const { committed, staged, flags } = file;
    const text = await filesOnDisk().read(path);
    if (text === undefined && flags.includes('--skip-worktree')) continue;
    // As git would store it: line endings may be others in the folder.
    const args = ['hash-object', `--path=${file.path}`, '--stdin'];
    const answer = text === undefined ? undefined : await runGit(top, args, { input: text });
    const same = answer?.out.toString('latin1').trim() === committed.blob;
    if (!same || staged.blob !== committed.blob)
      throw refused({ code: 'differsFromCommit', args: { file: file.path } });
  }
}
