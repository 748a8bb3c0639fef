import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GitCall, runGit } from '../gitProcess';
import { fault, faultOf, shownOutput } from './faultError';
import type { HookName, Repository } from './repository';

/** Runs a hook the way that git does, where the repository has it, and stops where it refuses. */
export async function runHook(
  { top, hooks }: Repository,
  hook: HookName,
  args: readonly string[],
  options: Required<Pick<GitCall, 'index'>> & Pick<GitCall, 'signal'>,
): Promise<void> {
  if (!hooks.has(hook)) return;
  const command = ['hook', 'run', '--ignore-missing', hook, ...(args.length > 0 ? ['--', ...args] : [])];
  // A hook may take minutes; it ends by itself, or the user ends it.
  const answer = await runGit(top, command, { ...options, runsHooks: true, patienceMs: 0 });
  if (answer.code === 0) return;
  if (options.signal?.aborted) throw fault('cancelled');
  if (answer.code < 0) throw faultOf(answer, top);
  throw fault('hookFailed', { hook, output: shownOutput(`${answer.err}\n${answer.out.toString('utf8')}`) });
}

/** Lets the hooks for messages have their say, and gives the message as it is then. */
export async function messageByHooks(
  repository: Repository,
  message: string,
  folder: string,
  options: Parameters<typeof runHook>[3],
): Promise<string> {
  const { hooks } = repository;
  if (!hooks.has('prepare-commit-msg') && !hooks.has('commit-msg')) return message;
  const file = join(folder, 'COMMIT_EDITMSG');
  writeFileSync(file, message);
  await runHook(repository, 'prepare-commit-msg', [file, 'message'], options);
  await runHook(repository, 'commit-msg', [file], options);
  const written = withoutBlankEnds(readFileSync(file, 'utf8'));
  if (written === '') throw fault('noMessage');
  return written;
}

/** What git does to a message that nobody edited: blank lines at both ends go, and spaces at the ends of lines. */
function withoutBlankEnds(message: string): string {
  const lines = message.split(/\r?\n/).map((line) => line.trimEnd());
  const kept = lines.filter((line, index) => line !== '' || (lines[index - 1] ?? '') !== '');
  const text = kept.join('\n').trim();
  return text === '' ? '' : `${text}\n`;
}
