import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GitAuthor, runGit } from '../gitProcess';
import { errorCode } from '../walk';
import { fault, faultOf, gitOutput, isLocked, lockIn, shownOutput } from './faultError';
import { messageByHooks, runHook } from './hooks';
import { listed, type Repository, refuseConflicts } from './repository';
import type { FilePlan } from './stagedChange';
import { noBlob } from './storedCopies';

type Plans = readonly Pick<FilePlan, 'stored' | 'newBlob'>[];

/** An index of our own with HEAD's files, which hooks will see; refuses where the user's has conflicts. */
export async function headIndex(
  repository: Repository,
  folder: string,
  signal?: AbortSignal,
): Promise<string> {
  const index = join(folder, 'index');
  try {
    copyFileSync(repository.index, index);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  const { top, base } = repository;
  // Mostly nothing else is staged. git tells that from the trees that an index remembers; filling it takes far longer.
  const asked = ['--cached', '--quiet', '--ita-visible-in-index', '--ignore-submodules=none'];
  const differs = await runGit(top, ['diff-index', ...asked, base], { index, signal });
  if (differs.code === 0) return index;
  // `-i`: the work tree has no say in what is committed.
  const answer = await runGit(top, ['read-tree', '-i', '-m', base], { index, signal });
  if (answer.code === 0) return index;
  await refuseConflicts(repository, signal);
  throw faultOf(answer, top);
}

/** Puts the texts that are committed into that index, and takes out what has no text any more. */
export async function enterPlans(
  { top }: Repository,
  plans: Plans,
  index: string,
  signal?: AbortSignal,
): Promise<void> {
  const entries = plans.map(({ stored, newBlob }) => {
    const { mode, blob } = stored.committed;
    const gone = newBlob === noBlob;
    return `${gone ? '0' : mode} ${gone ? '0'.repeat(blob.length) : newBlob}\t${stored.path}\0`;
  });
  const args = ['update-index', '-z', '--add', '--index-info'];
  await gitOutput(top, args, { index, signal, input: entries.join('') });
}

/**
 * Makes the commit, with the repository's hooks and signature, and refuses where it would hold anything but the
 * change. No branch has moved afterwards.
 */
export async function commitTree(
  repository: Repository,
  plans: Plans,
  made: {
    readonly index: string;
    readonly folder: string;
    readonly message: string;
    /** Where a commit is made again: by whom it was. Its message has been past the hooks already. */
    readonly author?: GitAuthor;
  },
  signal?: AbortSignal,
): Promise<{ commit: string; message: string }> {
  const { top, base, isUnborn, signs } = repository;
  const { index, folder, author } = made;
  await runHook(repository, 'pre-commit', [], { index, signal });
  const message = author
    ? made.message
    : await messageByHooks(repository, made.message, folder, { index, signal });
  const tree = (await gitOutput(top, ['write-tree'], { index, signal })).toString('latin1').trim();
  const looked = refuseOthers(repository, plans, tree, signal);
  // Only a hook can have put other things in; a commit that nothing leads to does no harm.
  if (repository.hooks.has('pre-commit')) await looked;
  const parent = isUnborn ? [] : ['-p', base];
  const args = ['-c', 'i18n.commitEncoding=utf-8', 'commit-tree', tree, ...parent, ...(signs ? ['-S'] : [])];
  const making = runGit(top, [...args, '-F', '-'], {
    input: message,
    signal,
    ...(author ? { author } : {}),
  });
  const [, answer] = await Promise.all([looked, making]);
  const commit = answer.out.toString('latin1').trim();
  if (answer.code === 0 && commit !== '') return { commit, message };
  const usual = faultOf(answer, top);
  if (signs && usual.fault.code === 'failed') throw fault('signing', { output: shownOutput(answer.err) });
  throw usual;
}

async function refuseOthers(
  { top, base }: Repository,
  plans: Plans,
  tree: string,
  signal?: AbortSignal,
): Promise<void> {
  const args = ['diff-tree', '-r', '-z', '--no-renames', '--ignore-submodules=none', '--raw', base, tree];
  const parts = (await gitOutput(top, args, { signal })).toString('utf8').split('\0');
  const meant = new Map(plans.map(({ stored, newBlob }) => [stored.path, { stored, newBlob }]));
  const others: string[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const path = parts[at + 1] ?? '';
    const own = meant.get(path);
    if (!own || parts[at] !== rawLine(own)) others.push(path);
    meant.delete(path);
  }
  const wrong = [...others, ...meant.keys()];
  if (wrong.length > 0) throw fault('hookFiles', { files: listed(wrong) });
}

/** How git lists the difference that is meant. */
function rawLine({ stored: { committed, isNew }, newBlob }: Plans[number]): string {
  const { mode, blob } = committed;
  if (isNew) return `:000000 ${mode} ${'0'.repeat(newBlob.length)} ${newBlob} A`;
  if (newBlob === noBlob) return `:${mode} 000000 ${blob} ${'0'.repeat(blob.length)} D`;
  return `:${mode} ${mode} ${blob} ${newBlob} M`;
}

/** How moving the branch ended. */
export type Moved = 'moved' | 'headMoved' | { readonly locked: string };

/** Moves the branch to the new commit if it is still where the commit was made from. */
export async function moveBranch(
  { top, base, isUnborn }: Repository,
  commit: string,
  subject: string,
): Promise<Moved> {
  // No old value but nothing: a branch that came to be in the meantime is not moved.
  const old = isUnborn ? '0'.repeat(base.length) : base;
  const args = ['update-ref', '-m', `commit: ${subject}`, 'HEAD', commit, old];
  const answer = await runGit(top, args);
  if (answer.code === 0) return 'moved';
  if (isLocked(answer)) return { locked: lockIn(answer) };
  // Where words cannot be relied on, the facts can: is HEAD still the commit that it was?
  const head = await runGit(top, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  const now = head.out.toString('latin1').trim();
  // A git that was killed may have moved it before.
  if (now === commit) return 'moved';
  if (now !== (isUnborn ? '' : base)) return 'headMoved';
  if (/hook/.test(answer.err))
    throw fault('hookFailed', { hook: 'reference-transaction', output: shownOutput(answer.err) });
  throw faultOf(answer, top);
}
