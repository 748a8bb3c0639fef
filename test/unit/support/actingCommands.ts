import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { bundled } from './bundled';
import type * as CommandLine from './commandLine';
import { git, newFolder, ownConfiguration, read, removeFolders, write } from './gitFolder';

/** A command that acts on a record of the workspace below, with all that it needs. */
export interface ActingCommand {
  readonly args: readonly string[];
  /** Records that it commits, among others that it may make. */
  readonly files: readonly string[];
}

const first = 'changes/CHG-2026-0001.md';
const held = 'changes/CHG-2026-0002.md';
const releasing = 'changes/CHG-2026-0003.md';
const ticket = 'tickets/TKT-2026-0001.md';
const waiting = 'tickets/TKT-2026-0002.md';
const added = 'changes/CHG-2026-0004.md';
const id = 'CHG-2026-0001';

/** Every command that commits. */
export const actingCommands: readonly ActingCommand[] = [
  { args: ['tick', id], files: [first] },
  { args: ['tick', id, 'Open two'], files: [first] },
  { args: ['tick', id, 'Open two', '--evidence-file', 'shown.log'], files: [first] },
  // It takes the file away that shows it.
  { args: ['untick', id, 'Done one'], files: [first] },
  { args: ['untick', id, 'Left out'], files: [first] },
  { args: ['skip', id, 'Open two', '--reason', 'Not here'], files: [first] },
  { args: ['approve', id, '--role', 'peer'], files: [first] },
  { args: ['approve', id, '--role', 'peer', '--deny'], files: [first] },
  { args: ['agree', id, '--by', 'Anna', '--start', '2026-12-01T10:00Z'], files: [first] },
  { args: ['accept-risk', id, '--reason', 'No time'], files: [first] },
  { args: ['waive', id, 'schedule/friday', '--reason', 'Closed'], files: [first] },
  { args: ['notify', id, 'start', '--channel', 'mail'], files: [first] },
  { args: ['hold', id, '--reason', 'Offices'], files: [first] },
  { args: ['resume', 'CHG-2026-0002'], files: [held] },
  { args: ['rollback', 'CHG-2026-0003', '--reason', 'Logins fail'], files: [releasing] },
  { args: ['advance', id], files: [first] },
  { args: ['advance', id, '--to', 'in_progress'], files: [first] },
  { args: ['advance', 'CHG-2026-0003', '--to', 'in_testing'], files: [releasing, ticket] },
  { args: ['advance', 'TKT-2026-0002'], files: [waiting] },
  { args: ['commit', 'CHG-2026-0004'], files: [added] },
  { args: ['new', 'change', '--title', 'Another', '--requested-by', 'Zoe', '--commit'], files: [] },
  { args: ['new', 'ticket', '--title', 'Search', '--commit'], files: [] },
  { args: ['new', 'procedure', '--title', 'Rotate keys', '--commit'], files: [] },
];

function record(type: string, number: number, fields: string, body = ''): string {
  const prefix = type === 'change' ? 'CHG' : 'TKT';
  return `---\nid: ${prefix}-2026-000${number}\ntype: ${type}\n${fields}---\n# Title ${number}\n${body}`;
}

const steps =
  '\n## Checklist\n\n- [x] Done one\n\n- [ ] Open one\n\n- [ ] Open two\n\n- [x] ~~Left out~~ (n/a: Never)\n';
/** Rules that short records would break, and that are not what is tested. */
const config = `timezone: UTC
rules:
  format/field: "off"
  format/sections: "off"
  approval/missing: "off"
  notify/parties: "off"
  notify/start: "off"
`;
const shown = 'Restored\n';
const digest = createHash('sha256').update(shown).digest('hex');
const evidence = `evidence/${id}/shown-${digest.slice(0, 6)}.log`;
/** The first commit is the tick of a step, as far as its message says. */
const begin = `Begin

Changebook-Record: ${id}
Changebook-Action: tick
Changebook-Step: Title 1 > Checklist > Done one
Changebook-Evidence: ${evidence}
Changebook-Evidence-File: ${evidence} sha256:${digest}`;
const committed: { readonly [file: string]: string } = {
  'shown.log': 'Another\n',
  [evidence]: shown,

  '.changebook/config.yaml': config,
  [first]: record('change', 1, 'status: to_do\n', steps),
  [held]: record(
    'change',
    2,
    'status: on_hold\nhold: { reason: Offices, from: to_do, at: 2026-11-01T10:00Z }\n',
  ),
  [releasing]: record(
    'change',
    3,
    'status: releasing\nactual: { start: 2026-11-20T08:00Z }\ntickets: [{ id: TKT-2026-0001 }]\n',
  ),
  [ticket]: record('ticket', 1, 'status: to_be_released\n'),
  [waiting]: record('ticket', 2, 'status: waiting_for_support\n'),
  'other.md': 'x\n',
};

/** Text that somebody is writing, and no action may take along or lose. */
export const unsaved = '\nUnsaved work\n';

let template: string | undefined;

/** A repository with the records, with work of the user's own staged and unstaged. */
export function actingWorkspace(into = newFolder()): string {
  // Another file of tests may have taken its folders away.
  if (template === undefined || !existsSync(template)) template = madeTemplate();
  cpSync(template, into, { recursive: true });
  return into;
}

function madeTemplate(): string {
  const folder = newFolder();
  for (const [file, text] of Object.entries(committed)) write(folder, file, text);
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', begin);
  write(folder, 'other.md', 'staged\n');
  git(folder, 'add', 'other.md');
  write(folder, 'other.md', 'unstaged\n');
  write(folder, first, `${committed[first]}${unsaved}`);
  write(folder, added, record('change', 4, 'status: to_do\n'));
  return folder;
}

/**
 * A program that stands for git and ends at one of its calls: `before` it does anything, or `after` it did all; or it
 * ends there whoever called it (`callerBefore`, `callerAfter`) and goes on itself. Which call and how is read from the
 * file `at` of the folder that is given; `count` counts the calls.
 */
function failingGit(): string {
  const folder = newFolder();
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const script = `#!/bin/sh
printf x >> ${folder}/count
[ -e ${folder}/at ] || exec ${real} "$@"
n=$(wc -c < ${folder}/count)
read -r at < ${folder}/at
case "$at" in
"$((n)) before") kill -9 $$ ;;
"$((n)) after") ${real} "$@"; kill -9 $$ ;;
"$((n)) callerBefore") kill -9 $PPID ;;
"$((n)) callerAfter") ${real} "$@"; kill -9 $PPID ;;
"$((n)) fails") echo "fatal: it broke" >&2; exit 128 ;;
esac
[ "$at" = "$((n)) callerAfter" ] || exec ${real} "$@"
`;
  write(folder, 'git', script);
  execFileSync('chmod', ['+x', path.join(folder, 'git')]);
  return folder;
}

/** Two moments, so that it shows which of two runs wrote something. */
export const [earlier, later] = [Date.UTC(2026, 10, 20, 9), Date.UTC(2026, 10, 20, 9, 7)];

let loaded: typeof CommandLine | undefined;

/** The command line, bundled, since it loads its commands when they are called. */
export function commandLine(): typeof CommandLine {
  loaded ??= require(bundled(path.resolve(__dirname, 'commandLine.ts'))) as typeof CommandLine;
  return loaded;
}

/** How a command ended, and all that it said. */
export interface Ended {
  readonly code: number;
  readonly said: string;
}

/** Runs a command in this process, as of a moment. */
export async function run(folder: string, { args }: ActingCommand, now = earlier): Promise<Ended> {
  let said = '';
  const code = await commandLine().runCli(args, 'test', {
    cwd: folder,
    env: {},
    terminal: false,
    clock: () => now,
    out: (text) => (said += text),
    err: (text) => (said += text),
    readInput: async () => Buffer.alloc(0),
  });
  return { code, said };
}

/** What HEAD holds. */
export function treeOf(folder: string): string {
  return git(folder, 'rev-parse', 'HEAD^{tree}').trim();
}

/** One commit, and nothing left over of it anywhere; what the user was at is as it was. */
export function assertCommitted(folder: string, said: string): void {
  assert.equal(git(folder, 'rev-list', '--count', 'HEAD').trim(), '2', said);
  const own = git(folder, 'diff', 'HEAD', '--', '.', ':!other.md').replace(/digest: \S+/g, 'digest');
  const lines = own.split('\n').filter((line) => /^[-+](?![-+])/.test(line));
  // An approval of a text that is not committed yet has a digest of its own.
  const changed = lines.filter((line) => !/digest/.test(line));
  assert.deepEqual(
    changed,
    unsaved
      .split('\n')
      .slice(0, -1)
      .map((line) => `+${line}`),
    said,
  );
  assertOthers(folder);
}

/** What the user was at is as it was, and nothing of ours lies about. */
export function assertOthers(folder: string): void {
  assert.equal(git(folder, 'show', ':other.md'), 'staged\n');
  assert.equal(git(folder, 'show', 'HEAD:other.md'), 'x\n');
  assert.equal(read(folder, 'other.md'), 'unstaged\n');
  assert.ok(read(folder, 'changes/CHG-2026-0001.md').endsWith(unsaved));
  const own = path.join(folder, '.git/changebook');
  assert.deepEqual(existsSync(own) ? readdirSync(own) : [], []);
  assert.doesNotMatch(git(folder, 'status', '--porcelain'), /\.changebook\n/);
}

/**
 * Lets the tests of a suite find the program that stands for git before git itself, with a configuration and a cache
 * of their own.
 *
 * @param use is told the program's folder
 */
export function beneathFailingGit(use: (folder: string) => void): void {
  const programs = process.env.PATH;
  let restore: () => void;
  before(() => {
    restore = ownConfiguration();
    process.env.CHANGEBOOK_CACHE_DIR = newFolder();
    const folder = failingGit();
    process.env.PATH = `${folder}:${programs}`;
    use(folder);
  });
  after(() => {
    process.env.PATH = programs;
    delete process.env.CHANGEBOOK_CACHE_DIR;
    restore();
    removeFolders();
  });
}
