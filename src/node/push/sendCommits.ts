import { shownOutput } from '../commit/faultError';
import { pause } from '../commit/ownFolder';
import { type GitAnswer, runGit } from '../gitProcess';
import { type PushError, pushError } from './pushError';
import type { PushTarget } from './pushTarget';

/** Hosts say in many ways that a branch takes no direct push. */
const protectedWords =
  /protected branch|GH006|GH013|not allowed to push|cannot push to (?:a )?protected|branch restriction|TF402455|rule violations/i;
const signInWords =
  /Authentication failed|could not read (?:Username|Password)|terminal prompts disabled|Permission (?:to \S+ )?denied|returned error: 40[13]|Host key verification failed|Invalid username or (?:password|token)|HTTP Basic: Access denied/i;
const offlineWords =
  /Could not resolve host|unable to access|Connection (?:refused|timed out|reset|closed)|Operation timed out|No route to host|Network is unreachable|Could not read from remote repository|unable to connect|does not appear to be a git repository|block timeout|RPC failed|the remote end hung up|repository '[^']*' (?:not found|does not exist)/i;
const raceWords =
  /fetch first|non-fast-forward|stale info|failed to (?:update|lock) ref|cannot lock ref|incorrect old value|reference already exists|is at [0-9a-f]+ but expected|failed to update/i;

/** How sending ended where nothing is wrong: the branch took it, or somebody else was quicker. */
type Sent = 'sent' | 'raced';

/** Sends a commit to a branch of the remote, where it must come on top of what is there: compare and swap. */
export async function sendCommit(
  top: string,
  commit: string,
  target: Pick<PushTarget, 'remote' | 'ref' | 'name' | 'sshCommand'>,
  signal?: AbortSignal,
): Promise<Sent> {
  const { remote, ref, sshCommand } = target;
  const args = [
    'push',
    '--porcelain',
    '--no-follow-tags',
    '--recurse-submodules=no',
    '--',
    remote,
    `${commit}:${ref}`,
  ];
  const answer = await runGit(top, args, { signal, remote: { sshCommand }, patienceMs: 300_000 });
  if (answer.code === 0) return 'sent';
  const reason = /^!\t.*\t\[[^\]]*\](?: \((.*)\))?$/m.exec(answer.out.toString('utf8'))?.[1];
  if (reason !== undefined && raceWords.test(reason)) return 'raced';
  throw whyNotSent(answer, reason, target, signal);
}

/** What the remote's branch is now, kept in the tracking ref; undefined where there is no such branch. */
export async function fetchBranch(
  top: string,
  { remote, ref, tracking, name, sshCommand }: PushTarget,
  signal?: AbortSignal,
): Promise<void> {
  const args = [
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-recurse-submodules',
    '--no-write-fetch-head',
    '--no-auto-maintenance',
    '--',
    remote,
    `+${ref}:${tracking}`,
  ];
  for (let tries = 0; ; tries++) {
    const answer = await runGit(top, args, { signal, remote: { sshCommand } });
    if (answer.code === 0) return;
    if (/couldn't find remote ref/i.test(answer.err)) throw pushError('noBranchThere', { target: name });
    // Another process of this clone fetches at the same moment, and that is as good.
    if (tries >= 5 || !/cannot lock ref|\.lock': File exists/i.test(answer.err))
      throw whyNotSent(answer, undefined, { remote, name }, signal);
    await pause(20 + Math.random() * 80);
  }
}

function whyNotSent(
  { err }: GitAnswer,
  reason: string | undefined,
  { remote, name }: Pick<PushTarget, 'remote' | 'name'>,
  signal: AbortSignal | undefined,
): PushError {
  if (signal?.aborted) return pushError('cancelled');
  const said = [...err.matchAll(/^remote: ?(.*)$/gm)]
    .map(([, line]) => line?.trim())
    .filter(Boolean)
    .join(' ');
  const output = shownOutput(said === '' ? (reason ?? err) : said);
  if (protectedWords.test(said) || protectedWords.test(reason ?? ''))
    return pushError('protectedBranch', { target: name, output });
  if (reason !== undefined) return pushError('refusedThere', { target: name, output });
  if (signInWords.test(err)) return pushError('signIn', { remote, output: signInLine(err) });
  if (offlineWords.test(err)) return pushError('offline', { remote });
  if (/pre-push/.test(err) || /failed to push some refs/.test(err))
    return pushError('prePush', { output: shownOutput(withoutSummary(err)) });
  return pushError('failed', { output: shownOutput(err) });
}

/** The line that says it, without addresses that may hold a name or a password. */
function signInLine(err: string): string {
  const line = err.split('\n').find((text) => signInWords.test(text)) ?? err;
  return shownOutput(line.replace(/\w+:\/\/\S+/g, '…'));
}

function withoutSummary(err: string): string {
  return err.replace(/^error: failed to push some refs to .*$/gm, '');
}
