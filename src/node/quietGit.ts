import { type GitAnswer, runGit } from './gitProcess';

/** git is given this long for one answer. */
const patienceMs = 10_000;

/** Why git could not be asked. */
export type NoGit = 'noRepository' | 'noProgram' | 'unsafe' | 'failed';

/** Asks git something in a folder, running nothing that a repository names only to look at it. */
export function quietGit(folder: string, args: readonly string[], input?: string): Promise<GitAnswer> {
  const quiet = ['-c', 'core.fsmonitor=false', ...args];
  return runGit(folder, quiet, { patienceMs, ...(input === undefined ? {} : { input }) });
}

/** What an error of git's comes down to. */
export function reasonOf(error: unknown): NoGit {
  const text = error instanceof Error ? error.message : String(error);
  if (/ENOENT|spawn git/.test(text)) return 'noProgram';
  if (/dubious ownership|safe\.directory/.test(text)) return 'unsafe';
  return /not a git repository/i.test(text) ? 'noRepository' : 'failed';
}
