import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
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

// A new repository has no examples of hooks, which nobody here looks at: five files instead of twenty are copied.
process.env.GIT_TEMPLATE_DIR ??= path.join(tmpdir(), 'changebook-git-template');
for (const folder of ['hooks', 'info'])
  mkdirSync(path.join(process.env.GIT_TEMPLATE_DIR, folder), { recursive: true });

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
