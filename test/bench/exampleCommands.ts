import { join } from 'node:path';
import { type BenchCaches, checkOf, type Program } from './contestants';
import type { Contestant } from './measure';
import { benchNow } from './records/recordTimes';

const change = 'CHG-2026-0042';
/** The file of that change, in the example workspace. */
export const exampleFile = `changes/${change}-portal-4-2-0.md`;

const coldCheck = 'check of the examples, cold cache';

/** The small commands, and how many times longer than an empty Node each may take. */
export const exampleCommands: readonly {
  readonly name: string;
  readonly most?: number;
  /** Nothing where it is the check. */
  readonly command?: readonly string[];
}[] = [
  { name: coldCheck, most: 4 },
  { name: 'check of the examples, warm cache' },
  { name: 'show of an example', most: 3, command: ['show', change] },
  { name: 'draft of an example', most: 3, command: ['draft', change, 'start'] },
  { name: 'audit of an example', most: 3, command: ['audit', change] },
  { name: 'gate of an example', most: 3, command: ['gate', change] },
];

/** What is done in a small workspace all day; a short process is timed more often than a long one. */
export function exampleContestants(
  program: Program,
  examples: string,
  caches: BenchCaches,
  runs: number,
): Contestant[] {
  const common = { command: process.execPath, cwd: examples, runs: runs * 3 };
  return exampleCommands.map(({ name, command }) => ({
    ...common,
    name,
    args: command
      ? [join(program.bundles, 'cli.js'), ...command, '--now', benchNow]
      : checkOf(program, examples),
    prepare: () => (name === coldCheck ? caches.empty(coldCheck) : caches.kept('examples')),
  }));
}
