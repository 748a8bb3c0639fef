import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Contestant } from './measure';
import { benchNow } from './records/recordTimes';

/** Names of what is measured as a whole process. */
export const names = {
  empty: 'empty node process',
  read: 'only reading the files',
  parse: 'only reading and parsing',
  cold: 'check, cold cache',
  warm: 'check, warm cache',
} as const;

/**
 * Our own commands on a workspace, and what they are compared with.
 *
 * @param bundles folder of the built command line
 * @param caches folder for caches
 */
export function ownContestants(
  workspace: string,
  bundles: string,
  caches: string,
  runs: number,
): Contestant[] {
  const cli = [join(bundles, 'cli.js'), 'check', workspace, '--now', benchNow];
  const readOnly = join(__dirname, 'readOnly.mjs');
  const warm = join(caches, 'warm');
  mkdirSync(warm, { recursive: true });
  // The workspace is named as a path and lies elsewhere, so that no configuration around it counts.
  const common = { command: process.execPath, cwd: caches, runs };
  return [
    { ...common, name: names.empty, args: ['-e', '0'] },
    { ...common, name: names.read, args: [readOnly, workspace] },
    { ...common, name: names.parse, args: [readOnly, workspace, bundles] },
    {
      ...common,
      name: names.cold,
      args: cli,
      env: () => ({ CHANGEBOOK_CACHE_DIR: mkdtempSync(join(caches, 'cold-')) }),
    },
    // The round that warms up writes the cache that the timed runs find.
    { ...common, name: names.warm, args: cli, env: () => ({ CHANGEBOOK_CACHE_DIR: warm }) },
  ];
}
