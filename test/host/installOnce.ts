import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { progress } from './progress';

const markerName = '.complete';

/**
 * Fills a folder once. The marker is written last, so that an interrupted install is repeated from nothing, and a lock
 * beside the folder makes a second process wait for the first instead of installing into the same place.
 */
export async function installOnce(
  folder: string,
  marker: string,
  install: (folder: string) => Promise<void>,
): Promise<void> {
  if (await isComplete(folder, marker)) return;
  await mkdir(path.dirname(folder), { recursive: true });
  const release = await takeLock(`${folder}.lock`);
  try {
    if (await isComplete(folder, marker)) return;
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await install(folder);
    await writeFile(path.join(folder, markerName), marker);
  } finally {
    await release();
  }
}

async function isComplete(folder: string, marker: string): Promise<boolean> {
  const file = path.join(folder, markerName);
  return existsSync(file) && (await readFile(file, 'utf8')) === marker;
}

/** Creating a file that must not exist works for exactly one process: that is the lock. It holds the owner's id. */
async function takeLock(lock: string): Promise<() => Promise<void>> {
  let told = false;
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      return () => rm(lock, { force: true });
    } catch (error) {
      if (!isAlreadyThere(error)) throw error;
    }
    if (await isAbandoned(lock)) {
      await rm(lock, { force: true });
      continue;
    }
    if (!told) progress(`Waiting for another process that installs ${path.basename(lock, '.lock')} …`);
    told = true;
    await delay(250);
  }
}

/** An interrupted install leaves its lock behind, but no process. */
async function isAbandoned(lock: string): Promise<boolean> {
  const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
  // Empty: taken by someone in this moment, or just given back.
  if (!Number.isInteger(owner) || owner <= 0) return false;
  if (owner === process.pid) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch {
    return true;
  }
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
