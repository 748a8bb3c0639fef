import { join } from 'node:path';
import { type Repository, runUnlocked } from '../commit/repository';
import { runGit } from '../gitProcess';

/** How the local branch stands after a push. */
export type LocalBranch =
  /** It was where it had to be. */
  | { readonly kind: 'same' }
  | { readonly kind: 'moved' }
  /** Local changes are in the way, in these files; the branch stays where it was. */
  | { readonly kind: 'stays'; readonly files: readonly string[] };

export interface MoveOptions {
  /** Of files, by absolute path, those that are open with unsaved work. */
  readonly unsavedIn?: ((paths: readonly string[]) => readonly string[]) | undefined;
  readonly patienceMs: number;
}

/**
 * Moves the branch that is checked out, with index and work tree, from its commit to another one, as a checkout would:
 * whatever is staged, edited or untracked stays as it is, or nothing moves. The branch comes last, so that a crash
 * leaves at worst something staged that is pushed already, and never its opposite.
 */
export async function moveLocal(
  repository: Repository,
  to: string,
  options: MoveOptions,
): Promise<LocalBranch | 'headMoved'> {
  const { top, base } = repository;
  if (base === to) return { kind: 'same' };
  const changed = await changedPaths(top, base, to);
  const unsaved = options.unsavedIn?.(changed.map((path) => join(top, path))) ?? [];
  if (unsaved.length > 0) return { kind: 'stays', files: unsaved };
  // A file that was written by an edit looks changed until git has compared it.
  await runUnlocked(top, ['update-index', '-q', '--refresh'], options.patienceMs);
  const read = await runUnlocked(top, ['read-tree', '-m', '-u', base, to], options.patienceMs);
  if (read.code !== 0) return { kind: 'stays', files: filesNamed(read.err) };
  const args = ['update-ref', '-m', 'changebook push: on top of what was pushed', 'HEAD', to, base];
  const moved = await runUnlocked(top, args, options.patienceMs);
  if (moved.code === 0) return { kind: 'moved' };
  // Somebody committed at this very moment. If that commit took along what is staged now, it must stay staged.
  const same = await runGit(top, [
    '--literal-pathspecs',
    'diff-tree',
    '-r',
    '--quiet',
    to,
    'HEAD',
    '--',
    ...changed,
  ]);
  if (same.code !== 0) await runGit(top, ['read-tree', '-m', '-u', to, base]);
  return 'headMoved';
}

async function changedPaths(top: string, from: string, to: string): Promise<string[]> {
  const answer = await runGit(top, ['diff-tree', '-r', '-z', '--no-renames', '--name-only', from, to]);
  return answer.out.toString('utf8').split('\0').filter(Boolean);
}

function filesNamed(err: string): string[] {
  const named = [...err.matchAll(/(?:Entry|file) '([^']+)'/g)].map(([, file]) => file ?? '');
  return named.length > 0 ? [...new Set(named)] : [err.split('\n', 1)[0] ?? ''];
}
