import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type BenchCaches, checkOf, names, type Program } from './contestants';
import type { Tell } from './measure';
import { type BenchRepository, git } from './repositories';

/** A program and the folder of the project that it was built from. */
export interface Revision extends Program {
  readonly root: string;
}

const projectRoot = join(__dirname, '../..');

/** The program of this project as it was built last. */
export const ownProgram: Revision = { label: 'this', root: projectRoot, bundles: join(projectRoot, 'dist') };

/** Copies what was built, so that a build in between does not change what is measured. */
export function takeProgram(scratch: string, tell: Tell): Program {
  const built = ownProgram.bundles;
  if (!existsSync(join(built, 'cli.js'))) throw new Error('there is no dist/cli.js: run npm run build first');
  const newest = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(projectRoot, 'src', name)).mtimeMs)
    .reduce((latest, time) => Math.max(latest, time), 0);
  if (newest > statSync(join(built, 'cli.js')).mtimeMs)
    tell('NOTE: src is newer than dist; npm run build makes them the same');
  const bundles = join(scratch, 'dist');
  cpSync(built, bundles, { recursive: true });
  return { ...ownProgram, bundles };
}

/**
 * Builds a revision in a work tree of its own while something is done with it. The tree lies inside of the project,
 * where it finds the project's libraries.
 */
export async function withRevision<T>(
  revision: string,
  tell: Tell,
  use: (built: Revision) => Promise<T>,
): Promise<T> {
  const name = git(projectRoot, 'rev-parse', '--short', '--verify', `${revision}^{commit}`).trim();
  const root = join(__dirname, `.revision-${name}-${process.pid}`);
  tell(`building ${revision} (${name})`);
  try {
    git(projectRoot, 'worktree', 'add', '--quiet', '--detach', root, name);
    if (git(projectRoot, 'diff', '--name-only', name, '--', 'package-lock.json'))
      tell('NOTE: that revision had other libraries; it is built with those of today');
    execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    return await use({ label: name, bundles: join(root, 'dist'), root });
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    git(projectRoot, 'worktree', 'prune');
  }
}

const report = z.object({
  summary: z.object({ records: z.number(), errors: z.number(), warnings: z.number(), infos: z.number() }),
});

/**
 * What a program's check says of a workspace: proof that it looked at every record. Its warm cache knows the
 * workspace afterwards.
 */
export function verify(program: Program, { folder, records }: BenchRepository, caches: BenchCaches): string {
  const env = { ...process.env, ...caches.kept(names.warm) };
  const options = { encoding: 'utf8', env, maxBuffer: 1 << 30, stdio: 'pipe' } as const;
  let output: string;
  try {
    output = execFileSync(process.execPath, checkOf(program, folder, '--format', 'json'), options);
  } catch (error) {
    output = z.object({ status: z.literal(1), stdout: z.string() }).parse(error).stdout;
  }
  const { summary } = report.parse(JSON.parse(output));
  if (summary.records !== records) throw new Error(`check saw ${summary.records} of ${records} records`);
  return `${summary.errors} errors, ${summary.warnings} warnings, ${summary.infos} infos`;
}
