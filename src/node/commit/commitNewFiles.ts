import { realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runGit } from '../gitProcess';
import { gitTopLevelOf } from '../workspaceRoot';
import { commitTree, headIndex, moveBranch } from './commitTree';
import { fault, faultOf, gitOutput } from './faultError';
import { runHook } from './hooks';
import { OwnFolder } from './ownFolder';
import { openRepository, pathInside, type Repository } from './repository';
import { noBlob, type StoredFile } from './storedCopies';

/** A file with the id of its text, as git names both. */
interface NewEntry {
  readonly stored: StoredFile;
  readonly newBlob: string;
}

/** Looks whether a commit could be made in a folder; throws what speaks against it. */
export async function mayCommit(root: string): Promise<void> {
  const folder = realpathSync(root);
  if (!gitTopLevelOf(folder)) throw fault('noRepository', { file: basename(folder) });
  await openRepository(folder);
}

/**
 * Commits many files that no commit has yet, as they lie in the folder, in one commit and with few processes. What others
 * have staged stays as it is. Throws a `FaultError` where that cannot be done; nothing is staged then.
 *
 * @param files paths in the workspace
 */
export async function commitNewFiles(
  root: string,
  files: readonly string[],
  message: string,
): Promise<{ readonly commit: string; readonly branch: string }> {
  const folder = realpathSync(root);
  const first = await openRepository(folder);
  const own = OwnFolder.make(first.gitFolder);
  const { waited, release } = await own.takeTurn();
  try {
    const repository = waited ? await openRepository(folder) : first;
    const paths = files.map((file) => pathInside(repository, join(folder, file)));
    const entries = await storedEntries(repository, paths);
    const index = await headIndex(repository, own.path);
    await enter(repository, entries, index);
    const made = await commitTree(repository, entries, { index, folder: own.path, message });
    await enter(repository, entries);
    const subject = message.split('\n', 1)[0] ?? '';
    const moved = await moveBranch(repository, made.commit, subject).catch((error) => error as Error);
    if (moved !== 'moved') await unstage(repository, entries);
    if (moved instanceof Error) throw moved;
    if (typeof moved === 'object') throw fault('refLocked', { path: moved.locked });
    if (moved === 'headMoved') throw fault('headMoves', { tries: 1 });
    await runHook(repository, 'post-commit', [], { index: repository.index }).catch(() => {});
    return { commit: made.commit, branch: repository.branch };
  } finally {
    release();
    own.remove();
  }
}

/** Stores the files as git's filters would have them. */
async function storedEntries({ top }: Repository, paths: readonly string[]): Promise<NewEntry[]> {
  const out = await gitOutput(top, ['hash-object', '-w', '--stdin-paths'], {
    input: `${paths.join('\n')}\n`,
  });
  const blobs = out.toString('latin1').trim().split('\n');
  const none = { mode: '100644', blob: noBlob, text: '' };
  return paths.map((path, place) => ({
    stored: { path, committed: none, staged: none, flags: [], isNew: true },
    newBlob: blobs[place] ?? '',
  }));
}

/** Enters the files into an index: the user's own unless another is given. */
async function enter({ top }: Repository, entries: readonly NewEntry[], index?: string): Promise<void> {
  const input = entries.map(({ stored, newBlob }) => `100644 ${newBlob}\t${stored.path}\0`).join('');
  const args = ['update-index', '-z', '--add', '--index-info'];
  const answer = await runGit(top, args, { input, ...(index === undefined ? {} : { index }) });
  if (answer.code !== 0) throw faultOf(answer, top);
}

async function unstage({ top }: Repository, entries: readonly NewEntry[]): Promise<void> {
  const input = entries
    .map(({ stored, newBlob }) => `0 ${'0'.repeat(newBlob.length)}\t${stored.path}\0`)
    .join('');
  await runGit(top, ['update-index', '-z', '--index-info'], { input });
}
