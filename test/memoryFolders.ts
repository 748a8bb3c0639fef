import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

// Where tests make their folders: thousands of repositories of a few files, which are gone a second later. Suites that
// make them require this first; programs that they start do as they do.

/** What Linux keeps in memory as if it were a disk. */
const memory = '/dev/shm';
/** All tests at once need half of it. */
const roomNeeded = 3 * 1024 ** 3;

/** To write to a disk and remove it again is half of the time of such tests; a container may have no room for them here. */
if (process.env.TMPDIR === undefined && isUsable(memory)) process.env.TMPDIR = memory;

// A new repository has no examples of hooks, which nobody here looks at: five files instead of twenty are copied. After a
// commit or a push git starts two programs that look for what may be packed, which is half of the time of a small commit.
process.env.GIT_TEMPLATE_DIR ??= path.join(tmpdir(), 'changebook-git-template');
const template = process.env.GIT_TEMPLATE_DIR;
for (const folder of ['hooks', 'info']) mkdirSync(path.join(template, folder), { recursive: true });
const settings = '[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n[receive]\n\tautogc = false\n';
if (!existsSync(path.join(template, 'config'))) {
  // Another process may be making a repository of it.
  const own = mkdtempSync(path.join(tmpdir(), 'changebook-git-config-'));
  writeFileSync(path.join(own, 'config'), settings);
  renameSync(path.join(own, 'config'), path.join(template, 'config'));
  rmSync(own, { recursive: true });
}

/** Whether a folder takes so much, and runs programs: hooks of tests are such. */
function isUsable(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < roomNeeded) return false;
    const own = mkdtempSync(path.join(folder, 'changebook-'));
    const program = path.join(own, 'program');
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    const { status } = spawnSync(program);
    rmSync(own, { recursive: true });
    return status === 0;
  } catch {
    return false;
  }
}
