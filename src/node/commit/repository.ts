import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type GitAnswer, type GitCall, runGit } from '../gitProcess';
import { fault, faultOf, gitOutput, isLocked } from './faultError';
import { pause } from './ownFolder';

/** Hooks that a commit runs. */
export type HookName = 'pre-commit' | 'prepare-commit-msg' | 'commit-msg' | 'post-commit';
const hookNames: readonly HookName[] = ['pre-commit', 'prepare-commit-msg', 'commit-msg', 'post-commit'];

/** What git leaves behind while something is under way, the outermost first. */
const underWay: readonly (readonly [file: string, operation: string])[] = [
  ['BISECT_LOG', 'bisect'],
  ['rebase-merge', 'rebase'],
  ['rebase-apply', 'rebase'],
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
  ['sequencer/todo', 'cherry-pick'],
];

/** A repository that a commit can be made in, as of one HEAD. */
export interface Repository {
  readonly top: string;
  /** The folder with what belongs to this work tree, such as its index. */
  readonly gitFolder: string;
  readonly index: string;
  /** The commit that HEAD is, on which a new one is made; without any, the tree that holds nothing. */
  readonly base: string;
  /** No commit is there yet. */
  readonly isUnborn?: true;
  /** Full name of the branch that is checked out. */
  readonly branch: string;
  readonly signs: boolean;
  /** Hooks that git would find. */
  readonly hooks: ReadonlySet<HookName>;
}

/** An absolute path as git has it: from the top, with `/`. */
export function pathInside({ top }: Pick<Repository, 'top'>, path: string): string {
  return relative(top, path).split(sep).join('/');
}

/**
 * Looks at the repository of a folder, and refuses where a commit would be lost or take other things along.
 *
 * @param mayBeUnborn whether the commit may be the first of all
 */
export async function openRepository(
  folder: string,
  signal?: AbortSignal,
  mayBeUnborn = false,
): Promise<Repository> {
  const call: GitCall = { signal };
  const paths = ['index', ...underWay.map(([file]) => file), ...hookNames.map((name) => `hooks/${name}`)];
  const gitPaths = paths.flatMap((path) => ['--git-path', path]);
  const asked = ['--is-bare-repository', '--show-toplevel', '--absolute-git-dir', ...gitPaths];
  const [about, config, version] = await Promise.all([
    runGit(
      folder,
      ['rev-parse', '--path-format=absolute', ...asked, 'HEAD', '--symbolic-full-name', 'HEAD'],
      call,
    ),
    runGit(folder, ['config', '-z', '--get-regexp', '^(commit\\.gpgsign|(user|committer|hook)\\..*)$'], call),
    newEnough === process.env.PATH ? undefined : runGit(folder, ['version'], call),
  ]);
  const [bare, top = '', gitFolder = '', index = '', ...rest] = about.out.toString('utf8').split('\n');
  refuseOldGit(version, bare);
  if (bare === 'true') throw fault('bare');
  const operation = underWay.find((_, place) => existsSync(rest[place] ?? ''))?.[1];
  const isUnborn = about.code !== 0 && mayBeUnborn && saysUnborn(about, gitFolder);
  if (about.code !== 0 && !isUnborn) throw whyNotOpened(about, gitFolder, folder);
  if (operation) throw fault('inProgress', { operation });
  const hooks = rest.slice(underWay.length, underWay.length + hookNames.length);
  const [base = '', branch = ''] = isUnborn
    ? await unbornHead(folder, signal)
    : rest.slice(underWay.length + hookNames.length);
  if (!/^[0-9a-f]{40,64}$/.test(base)) throw faultOf(about, folder);
  if (!branch.startsWith('refs/')) throw fault('detached');
  // It ends with 1 where nothing is set; a commit that could not ask would not be signed.
  if (config.code !== 0 && config.code !== 1) throw faultOf(config, folder);
  const { signs, hooksByConfig, namesPerson } = readConfig(config);
  const identity = namesPerson ? undefined : await runGit(folder, ['var', 'GIT_COMMITTER_IDENT'], call);
  if (identity && identity.code !== 0) throw faultOf(identity, folder);
  const found = hookNames.filter((_, place) => hooksByConfig || existsSync(hooks[place] ?? ''));
  const head = isUnborn ? { base, isUnborn } : { base };
  return { top, gitFolder, index, ...head, branch, signs, hooks: new Set(found) };
}

/** Ids of the tree that holds nothing, by either of git's hashes. */
const emptyTrees = [
  '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
] as const;

/** What stands for the commit that is not there yet, and the branch that will have it. */
async function unbornHead(folder: string, signal: AbortSignal | undefined): Promise<[string, string]> {
  const [format, branch] = await Promise.all([
    gitOutput(folder, ['rev-parse', '--show-object-format'], { signal }),
    gitOutput(folder, ['symbolic-ref', 'HEAD'], { signal }),
  ]);
  const isSha256 = format.toString('latin1').trim() === 'sha256';
  return [isSha256 ? emptyTrees[1] : emptyTrees[0], branch.toString('utf8').trim()];
}

/** The folders of programs in which a git was found that is new enough; this process need not ask it again. */
let newEnough: string | undefined;

/** The engine stands on `git hook run`; an option that older ones say back would be taken for an answer. */
function refuseOldGit(answer: GitAnswer | undefined, firstAnswer: string | undefined): void {
  if (!answer && !firstAnswer?.startsWith('--')) return;
  const [, version = '?'] = /^git version (\d+(?:\.\d+)*)/.exec(answer?.out.toString('utf8') ?? '') ?? [];
  const [major = 2, minor = 36] = version === '?' ? [] : version.split('.').map(Number);
  if (major < 2 || (major === 2 && minor < 36) || firstAnswer?.startsWith('--'))
    throw fault('tooOld', { version });
  if (version !== '?') newEnough = process.env.PATH;
}

/** Runs git again for a while where something else holds a lock. The answer may be that it still does. */
export async function runUnlocked(
  top: string,
  args: readonly string[],
  patienceMs: number,
): Promise<GitAnswer> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const answer = await runGit(top, args);
    if (answer.code === 0 || !isLocked(answer) || performance.now() > end) return answer;
    await pause(20 + Math.random() * 60);
  }
}

/** Paths that are still in conflict, anywhere in the repository. */
export async function refuseConflicts(repository: Repository, signal?: AbortSignal): Promise<void> {
  const out = await gitOutput(repository.top, ['ls-files', '-z', '--unmerged'], { signal });
  const entries = out.toString('utf8').split('\0').filter(Boolean);
  const files = [...new Set(entries.map((entry) => entry.slice(entry.indexOf('\t') + 1)))];
  if (files.length > 0) throw fault('unmerged', { files: listed(files) });
}

/** A few of many paths, for a sentence. */
export function listed(files: readonly string[]): string {
  return [...files.slice(0, 5), ...(files.length > 5 ? ['…'] : [])].join(', ');
}

function whyNotOpened(answer: GitAnswer, gitFolder: string, folder: string) {
  return saysUnborn(answer, gitFolder) ? fault('unborn') : faultOf(answer, folder);
}

/** The paths are said before HEAD is looked up: without a commit only HEAD is missing. */
function saysUnborn({ err }: GitAnswer, gitFolder: string): boolean {
  return gitFolder !== '' && existsSync(join(gitFolder, 'HEAD')) && /HEAD/.test(err);
}

interface ReadConfig {
  readonly signs: boolean;
  readonly hooksByConfig: boolean;
  /** Nothing but the settings says who commits, and they do. */
  readonly namesPerson: boolean;
}

function readConfig({ out }: GitAnswer): ReadConfig {
  const values = new Map<string, string>();
  for (const entry of out.toString('utf8').split('\0')) {
    const [name = '', value = 'true'] = entry.split('\n', 2);
    // A later entry wins, as for git itself.
    values.set(name, value);
  }
  const ofPerson = (part: 'name' | 'email'): string =>
    values.get(`committer.${part}`) ?? values.get(`user.${part}`) ?? '';
  const byVariables = ['GIT_COMMITTER_NAME', 'GIT_COMMITTER_EMAIL', 'GIT_COMMITTER_DATE'].some(
    (name) => process.env[name] !== undefined,
  );
  return {
    signs: /^(?:true|yes|on|-?0*[1-9]\d*)$/i.test(values.get('commit.gpgsign') ?? ''),
    hooksByConfig: [...values.keys()].some((name) => name.startsWith('hook.')),
    // git takes other signs away from both ends of a name.
    namesPerson: !byVariables && /[a-z0-9]/i.test(ofPerson('name')) && /[a-z0-9]/i.test(ofPerson('email')),
  };
}
