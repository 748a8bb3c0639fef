import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Contestant } from './measure';
import { benchNow } from './records/recordTimes';
import { type BenchRepository, branches, cloneAnew, editFew, git } from './repositories';

/** A built command line. */
export interface Program {
  /** What tells it from others that are measured beside it. */
  readonly label: string;
  /** The folder of its files. */
  readonly bundles: string;
}

/** Names of what is measured as a whole process. */
export const names = {
  empty: 'empty node process',
  read: 'only reading the files',
  parse: 'only reading and parsing',
  cold: 'check, cold cache',
  warm: 'check, warm cache',
  withoutGit: 'check, warm cache, no repository',
  fresh: 'check, fresh clone, restored cache',
  switched: 'check, after a switch of branch',
  edited: 'check, after five changed files',
  since: 'check --since, branch of 5, fresh clone',
  gate: 'gate, warm cache',
  show: 'show, warm cache',
  figures: 'figures, warm cache',
} as const;

type Variables = ReturnType<NonNullable<Contestant['prepare']>>;

/** The folders for caches of one program. */
export class BenchCaches {
  constructor(private readonly folder: string) {}

  /** The cache of that name as it stands. */
  kept(name: string): Variables {
    const path = join(this.folder, name);
    mkdirSync(path, { recursive: true });
    return { CHANGEBOOK_CACHE_DIR: path };
  }

  /** An empty cache. */
  empty(name: string): Variables {
    rmSync(join(this.folder, name), { recursive: true, force: true, maxRetries: 5 });
    return this.kept(name);
  }

  /** A cache as another one is now. */
  copy(name: string, of: string): Variables {
    const variables = this.empty(name);
    cpSync(join(this.folder, of), join(this.folder, name), { recursive: true, preserveTimestamps: true });
    return variables;
  }

  /** A cache that knows a folder: begun as a copy of the warm one, and finished by a check, the first time. */
  knowing(name: string, check: readonly string[]): Variables {
    if (existsSync(join(this.folder, name))) return this.kept(name);
    const variables = this.copy(name, names.warm);
    spawnSync(process.execPath, check, { env: { ...process.env, ...variables }, stdio: 'ignore' });
    return variables;
  }
}

/** The arguments of Node for a check of a folder. */
export function checkOf({ bundles }: Program, folder: string, ...more: readonly string[]): string[] {
  return [join(bundles, 'cli.js'), 'check', folder, ...more, '--now', benchNow];
}

/** What our own commands are compared with. */
export function floorContestants(
  workspace: string,
  bundles: string,
  cwd: string,
  runs: number,
): Contestant[] {
  const readOnly = join(__dirname, 'readOnly.mjs');
  const common = { command: process.execPath, cwd, runs };
  return [
    { ...common, name: names.empty, args: ['-e', '0'] },
    { ...common, name: names.read, args: [readOnly, workspace] },
    { ...common, name: names.parse, args: [readOnly, workspace, bundles] },
  ];
}

/**
 * Our own commands on a workspace.
 *
 * @param caches where the cache named after the warm check knows the work tree of `main` already
 */
export function ownContestants(
  program: Program,
  repository: BenchRepository,
  caches: BenchCaches,
  runs: number,
): Contestant[] {
  const { folder, open } = repository;
  const common = { command: process.execPath, cwd: folder, runs };
  const named = (command: 'gate' | 'show'): Contestant => ({
    ...common,
    name: names[command],
    args: [join(program.bundles, 'cli.js'), command, open, '--now', benchNow],
    prepare: () => caches.kept(names.warm),
  });
  const check = { ...common, args: checkOf(program, folder) };
  return [
    { ...check, name: names.cold, prepare: () => caches.empty(names.cold) },
    { ...check, name: names.warm, prepare: () => caches.kept(names.warm) },
    ...cloneContestants(program, repository, caches, runs),
    named('gate'),
    named('show'),
    {
      ...common,
      name: names.figures,
      args: [join(program.bundles, 'cli.js'), 'figures', folder, '--format', 'json', '--now', benchNow],
      prepare: () => caches.kept(names.warm),
    },
  ];
}

/** Checks of clones: what a pipeline does, and who switches branches or writes. */
function cloneContestants(
  program: Program,
  { folder, clones }: BenchRepository,
  caches: BenchCaches,
  runs: number,
): Contestant[] {
  if (!clones) return [];
  const { plain, switched, edited } = clones;
  const fresh = `${folder}-fresh`;
  const contestant = (name: string, args: readonly string[], prepare: () => Variables): Contestant => {
    return { name, command: process.execPath, args, cwd: folder, runs, prepare };
  };
  let round = 0;
  return [
    contestant(names.withoutGit, checkOf(program, plain), () => caches.kept(names.withoutGit)),
    contestant(names.fresh, checkOf(program, fresh), () => {
      cloneAnew(folder, fresh);
      return caches.copy(names.fresh, names.warm);
    }),
    contestant(names.switched, checkOf(program, switched), () => {
      git(switched, 'switch', '--quiet', 'main');
      caches.knowing('main of the clone', checkOf(program, switched));
      git(switched, 'switch', '--quiet', branches.others);
      return caches.copy(names.switched, 'main of the clone');
    }),
    contestant(names.edited, checkOf(program, edited), () => {
      const variables = caches.knowing(names.edited, checkOf(program, edited));
      editFew(edited, ++round);
      return variables;
    }),
    contestant(names.since, checkOf(program, fresh, '--since', 'origin/main'), () => {
      cloneAnew(folder, fresh, branches.few);
      return caches.copy(names.since, names.warm);
    }),
  ];
}
