import { runGit } from '../gitProcess';
import { pushError } from './pushError';

/** The branch of a remote that a local branch is pushed to. */
export interface PushTarget {
  readonly remote: string;
  /** Its full name there. */
  readonly ref: string;
  /** The ref that keeps here what was last seen of it. */
  readonly tracking: string;
  /** As a person names it: `origin/main`. */
  readonly name: string;
  readonly sshCommand: string | undefined;
}

/** What git's settings say of branches and remotes, each setting as often as it was made. */
type PushSettings = ReadonlyMap<string, readonly string[]>;

const heads = 'refs/heads/';

/** Where git itself would push the branch that is checked out; says what is missing where it would not know. */
export async function pushTarget(top: string, branch: string, signal?: AbortSignal): Promise<PushTarget> {
  return pushTargetBy(await pushSettings(top, signal), branch);
}

/** Asks git for the settings that say where it would push. */
export async function pushSettings(top: string, signal?: AbortSignal): Promise<PushSettings> {
  const asked =
    '^(branch\\..*\\.(remote|merge|pushremote)|remote\\..*\\.fetch|remote\\.pushdefault|push\\.default|core\\.sshcommand)$';
  const answer = await runGit(top, ['config', '-z', '--get-regexp', asked], { signal });
  const values = new Map<string, string[]>();
  for (const entry of answer.out.toString('utf8').split('\0')) {
    const [name = '', value = ''] = entry.split('\n', 2);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return values;
}

/** Whether any branch follows one of a remote; else git pushes none by itself. */
export function followsAny(settings: PushSettings): boolean {
  return [...settings.keys()].some((name) => name.endsWith('.merge'));
}

/** The same by settings that are known. */
export function pushTargetBy(settings: PushSettings, branch: string): PushTarget {
  const short = branch.replace(heads, '');
  const all = (name: string): readonly string[] => settings.get(name) ?? [];
  const last = (name: string): string | undefined => all(name).at(-1);
  const [from, merge] = [last(`branch.${short}.remote`), last(`branch.${short}.merge`)];
  if (!from && ![...settings.keys()].some((name) => name.startsWith('remote.') && name.endsWith('.fetch')))
    throw pushError('noRemote', { branch: short });
  if (!from || from === '.' || !merge)
    throw pushError('noUpstream', { branch: short, remote: from && from !== '.' ? from : 'origin' });
  const remote = last(`branch.${short}.pushremote`) ?? last('remote.pushdefault') ?? from;
  const ref = remote === from ? centralRef(branch, merge, last('push.default')) : branch;
  if (!ref) throw pushError('otherName', { branch: short, remote, other: merge.replace(heads, '') });
  return {
    remote,
    ref,
    tracking: trackingRef(remote, ref, all(`remote.${remote}.fetch`)),
    name: `${remote}/${ref.replace(heads, '')}`,
    sshCommand: last('core.sshcommand'),
  };
}

/** The commit that a ref leads to; undefined where there is none. */
export async function commitAt(top: string, ref: string): Promise<string | undefined> {
  const { code, out } = await runGit(top, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  return code === 0 ? out.toString('latin1').trim() : undefined;
}

/** Of two names git pushes to the one that its setting says, and to none where it says nothing. */
function centralRef(branch: string, merge: string, setting = 'simple'): string | undefined {
  if (setting === 'upstream' || setting === 'tracking') return merge;
  if (setting === 'current' || setting === 'matching') return branch;
  return merge === branch ? merge : undefined;
}

/** The ref that a fetch of the remote's own writes; one of ours where it writes none. */
function trackingRef(remote: string, ref: string, fetched: readonly string[]): string {
  for (const spec of fetched) {
    const [from = '', to = ''] = spec.replace(/^\+/, '').split(':');
    const [start = '', end] = from.split('*');
    if (to === '' || from.startsWith('^')) continue;
    if (end === undefined && from === ref) return to;
    if (end !== undefined && ref.startsWith(start) && ref.endsWith(end))
      return to.replace('*', () => ref.slice(start.length, ref.length - end.length));
  }
  return `refs/changebook/${remote}/${ref.replace(heads, '')}`;
}
