import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitHistory } from './commitHistory';
import { makeRecords } from './makeRecords';

const seed = 20261116;
/** Clones of more records would fill a disk; no figure asks for them. */
const mostCloned = 50_000;
/** The share of records that the other branch has otherwise. */
const otherShare = 1 / 20;
const fewFiles = 5;

/** Branches of a repository beside `main`. */
export const branches = { others: 'others', few: 'few' } as const;

/** A workspace in a repository. */
export interface BenchRepository {
  /** The work tree of `main`, in which nothing changes. */
  readonly folder: string;
  readonly records: number;
  /** Bytes of all records together. */
  readonly bytes: number;
  /** Id of a change that is about to be deployed, where one is. */
  readonly open: string;
  /** Whether it has the branches, clones in which branches are switched and files changed, and a copy in no repository. */
  readonly clones: { readonly plain: string; readonly switched: string; readonly edited: string } | undefined;
}

/** Nobody's settings of git and nobody's caches: for what the bench does itself and for all that it starts. */
export function useOwnSettings(scratch: string): void {
  const file = join(scratch, 'gitconfig');
  const settings = ['[user]', 'name = Bench', 'email = bench@example.org', '[init]', 'defaultBranch = main'];
  writeFileSync(file, [...settings, '[gc]', 'auto = 0', ''].join('\n'));
  process.env.GIT_CONFIG_GLOBAL = file;
  process.env.GIT_CONFIG_NOSYSTEM = '1';
  process.env.XDG_CACHE_HOME = join(scratch, 'caches of the user');
}

/** Runs git in a folder and gives what it prints. */
export function git(folder: string, ...args: readonly string[]): string {
  const stdio = ['ignore', 'pipe', 'pipe'] as const;
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: [...stdio], maxBuffer: 1 << 30 });
}

/** Makes a workspace of so many records, commits it to `main`, and adds the branches and the clones. */
export function makeRepository(scratch: string, count: number): BenchRepository {
  const folder = join(scratch, `workspace-${count}`);
  const made = makeRecords(folder, count, seed);
  commitHistory(folder);
  const changes = changesIn(folder);
  const near = changes.find((file) => readFileSync(file, 'utf8').includes('status: to_be_released'));
  const [open = ''] = /CHG-\d+-\d+/.exec(near ?? changes.at(-1) ?? '') ?? [];
  return { folder, ...made, open, clones: count < mostCloned ? makeClones(folder) : undefined };
}

function makeClones(folder: string): BenchRepository['clones'] {
  const [plain, switched, edited] = [`${folder}-plain`, `${folder}-switched`, `${folder}-edited`];
  cloneAnew(folder, switched);
  const changes = changesIn(switched);
  const branch = (name: string, many: number): void => {
    git(switched, 'switch', '--quiet', '--create', name, 'main');
    for (const file of someOf(changes, many)) editRecord(file, 1);
    commitAll(switched);
    git(switched, 'push', '--quiet', 'origin', name);
  };
  branch(branches.others, Math.ceil(changes.length * otherShare));
  branch(branches.few, fewFiles);
  git(switched, 'switch', '--quiet', 'main');
  cloneAnew(folder, edited);
  cloneAnew(folder, plain);
  rmSync(join(plain, '.git'), { recursive: true, force: true, maxRetries: 5 });
  return { plain, switched, edited };
}

/** A clone as a pipeline makes it: every file is new on the disk. */
export function cloneAnew(folder: string, clone: string, branch = 'main'): void {
  rmSync(clone, { recursive: true, force: true, maxRetries: 5 });
  git(folder, 'clone', '--quiet', '--branch', branch, folder, clone);
}

/** Changes what five records say, to something else in each round. */
export function editFew(folder: string, round: number): void {
  for (const file of someOf(changesIn(folder), fewFiles)) editRecord(file, round);
}

/** A repository of the example workspace in which somebody ticked some steps. */
export function makeExamples(from: string, folder: string, file: string): void {
  cpSync(from, folder, { recursive: true });
  git(folder, 'init', '--quiet');
  commitAll(folder);
  const path = join(folder, file);
  for (let step = 0; step < fewFiles; step++) {
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('- [ ] ', '- [x] '));
    git(folder, 'commit', '--quiet', '--allow-empty', '--all', '--message', 'Tick');
  }
}

function commitAll(folder: string): void {
  // Texts over a byte are big: they go into one pack, as in a clone, and not into ten thousand files.
  git(folder, '-c', 'core.bigFileThreshold=1', 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'Records');
}

/** The files of all changes, as paths of the disk. */
export function changesIn(folder: string): string[] {
  const changes = join(folder, 'changes');
  return readdirSync(changes, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(changes, name));
}

/** So many of them, from everywhere. */
function someOf(files: readonly string[], many: number): string[] {
  return Array.from({ length: many }, (_, index) => files[Math.floor((index * files.length) / many)] ?? '');
}

/** Another start, which concerns whoever shares the window, and another sentence at the end. */
function editRecord(file: string, round: number): void {
  const text = readFileSync(file, 'utf8');
  const minute = String(round % 60).padStart(2, '0');
  const moved = text.replace(/^(\s+(?:start|inicio): \S+?[T ]\d\d):\d\d/m, `$1:${minute}`);
  writeFileSync(file, `${moved}\nLooked at again, for the time ${round}.\n`);
}
