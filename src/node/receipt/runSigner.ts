import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeQuietly } from '../cache/cacheFolder';

/** What a program for signatures ended with. */
export interface SignerAnswer {
  /** Its exit code; -1 where it did not end by itself. */
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Whether there is no such program. */
  readonly isMissing: boolean;
}

/** Somebody may have to type a password, or touch a key. */
const patienceMs = 180_000;
const mostBytes = 1_000_000;

/**
 * Runs `ssh-keygen` or `gpg` without a shell, in a folder where nothing of a repository lies.
 *
 * @param input what it signs or verifies
 */
export function runSigner(
  program: string,
  args: readonly string[],
  input: string,
  folder: string,
): Promise<SignerAnswer> {
  return new Promise((resolve) => {
    // Windows would look for the program in the folder first.
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC', NoDefaultCurrentDirectoryInExePath: '1' };
    const options = { cwd: folder, env, timeout: patienceMs, maxBuffer: mostBytes, windowsHide: true };
    const child = execFile(program, [...args], options, (error, out, err) => {
      const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0;
      const isMissing = (error as NodeJS.ErrnoException | null)?.code === 'ENOENT';
      resolve({ code, out, err: err === '' && error ? error.message : err, isMissing });
    });
    // It may end before it has read everything.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/** Does something in a folder of its own that nobody else can read, and takes it away again. */
export async function inOwnFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'changebook-sign-')));
  try {
    return await work(folder);
  } finally {
    removeQuietly(folder);
  }
}
