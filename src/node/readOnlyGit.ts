import type { NoGit as Silence } from '../core/model/ports';
import { type GitAnswer, runGit } from './gitProcess';
import { userSettings } from './userSettings';

/** git is given this long for one answer. */
const patienceMs = 10_000;

/** Why git could not be asked. */
export type NoGit = Exclude<Silence, 'notAsked'>;

/** What a repository's own configuration would have git do only to look at it. */
const harmless: readonly (readonly [name: string, value: string])[] = [
  ['core.fsmonitor', 'false'],
  ['log.showSignature', 'false'],
  // Without it nobody would see what the first commit brought.
  ['log.showRoot', 'true'],
  // A folder of a repository may be made to look like a bare repository, with a configuration that came along.
  ['safe.bareRepository', 'explicit'],
];

/**
 * Asks git something in a folder, running nothing that a repository names only to look at it, and fetching nothing.
 * Signatures are checked by the user's own programs and lists of keys.
 */
export async function readOnlyGit(
  folder: string,
  args: readonly string[],
  input?: string,
  signal?: AbortSignal,
): Promise<GitAnswer> {
  const section = args.some((arg) => /%G|^verify-(?:commit|tag)$/.test(arg))
    ? 'gpg'
    : args.some((arg) => /^(?:diff-files|blame)$/.test(arg)) && 'filter';
  const own = section ? await userSettings(folder, section) : [];
  const call = { patienceMs, reads: true, settings: [...own, ...harmless], signal };
  return runGit(folder, args, { ...call, ...(input === undefined ? {} : { input }) });
}

/** What an error of git's comes down to. */
export function reasonOf(error: unknown): NoGit {
  const text = error instanceof Error ? error.message : String(error);
  if (/ENOENT|spawn git/.test(text)) return 'noProgram';
  if (/dubious ownership|safe\.directory/.test(text)) return 'unsafe';
  return /not a git repository/i.test(text) ? 'noRepository' : 'failed';
}
