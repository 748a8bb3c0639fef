import { lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRunning } from '../isRunning';
import { errorCode } from '../walk';
import type { PackBytes } from './buildPack';
import { listed, readPack } from './readPack';

/** Why a pack is not written where somebody wants it; `path` is what stands in its way. */
export interface PackObstacle {
  readonly kind: 'link' | 'file' | 'others' | 'failed';
  readonly path: string;
  readonly code: string;
}

/**
 * Writes a pack into a folder that is not there, is empty, or holds an earlier pack as it was written: all of it or
 * nothing. What anybody else put there is left alone.
 *
 * @returns what stands in its way; undefined where it was written
 */
export function writePack(folder: string, files: PackBytes): PackObstacle | undefined {
  const obstacle = obstacleAt(folder);
  if (obstacle) return obstacle;
  const [made, former] = ['new', 'old'].map((part) => `${folder}.${part}.${process.pid}.changebook`) as [
    string,
    string,
  ];
  try {
    mkdirSync(dirname(folder), { recursive: true });
    sweep(folder);
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(made, path)), { recursive: true });
      writeFileSync(join(made, path), bytes, { flag: 'wx' });
    }
    putInPlace(made, folder, former);
  } catch (error) {
    return { kind: 'failed', path: folder, code: errorCode(error) };
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  return undefined;
}

/** What stands in the way of a pack in a folder; undefined where nothing does. */
export function obstacleAt(folder: string): PackObstacle | undefined {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats) return undefined;
  if (stats.isSymbolicLink()) return { kind: 'link', path: folder, code: '' };
  if (!stats.isDirectory()) return { kind: 'file', path: folder, code: '' };
  const entries = listed(folder);
  if (!entries) return { kind: 'failed', path: folder, code: 'EACCES' };
  const [first] = entries;
  if (!first) return undefined;
  const { manifest, damage } = readPack(folder);
  if (typeof manifest === 'string') return { kind: 'others', path: first.name, code: '' };
  const [own] = damage.filter(({ kind }) => kind !== 'missing');
  return own && { kind: 'others', path: own.path, code: '' };
}

/** Takes the folder's place in one step, or two where an earlier pack goes. */
function putInPlace(made: string, folder: string, former: string): void {
  const entries = listed(folder);
  if (entries?.length === 0) rmdirSync(folder);
  else if (entries) renameSync(folder, former);
  try {
    renameSync(made, folder);
  } catch (error) {
    if (entries?.length) renameSync(former, folder);
    throw error;
  }
  rmSync(former, { recursive: true, force: true });
}

/** Takes away what was left by calls that were killed. */
function sweep(folder: string): void {
  const name = basename(folder);
  for (const entry of readdirSync(dirname(folder))) {
    const [, pid] =
      /^\.(?:new|old)\.(\d+)\.changebook$/.exec(entry.startsWith(name) ? entry.slice(name.length) : '') ?? [];
    if (pid && !isRunning(Number(pid)))
      rmSync(join(dirname(folder), entry), { recursive: true, force: true });
  }
}
