import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRunning } from '../isRunning';
import { userCacheFolder } from './userCacheFolder';

/** Set by the build: changes with every line of the source, so no build reads what another one wrote. */
declare const CHANGEBOOK_BUILD: string | undefined;
const build = typeof CHANGEBOOK_BUILD === 'string' ? CHANGEBOOK_BUILD : undefined;

/** How the cache names its files. */
const ownName =
  /^(?:[0-9a-f]{32}\.(?:verdict|pending|figures|folder|git)|[0-9a-z]+(?:-[0-9a-z]+){2}\.pack|(?:holidays|zones)\.json)$/;

/** The cache takes no more room than this; what was used longest ago goes first. */
export const mostBytes = 1_000_000_000;

/**
 * Where everything lies that was found out once and need not be found out again. It is the user's cache folder, never
 * the workspace, where a pull request could forge it.
 */
export function cacheFolder(): string {
  return process.env.CHANGEBOOK_CACHE_DIR ?? userCacheFolder('changebook');
}

/**
 * A digest of the program, Node and its time zones, and of what else something follows from.
 *
 * @returns undefined where there is no build: nobody could tell what it keeps from what another one keeps
 */
export function digestOf(...parts: readonly string[]): string | undefined {
  if (build === undefined) return undefined;
  const { icu, tz } = process.versions;
  return shortHash(JSON.stringify([build, process.version, icu, tz, ...parts]));
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Puts a file in place in one step. Failing to is no reason to fail: then nothing is kept. */
export function putFile(path: string, content: Buffer): void {
  const temporary = temporaryName(path);
  try {
    makeFolder(dirname(path));
    writeFileSync(temporary, content, { mode: 0o600 });
    renameSync(temporary, path);
  } catch {
    removeQuietly(temporary);
  }
}

/** The name of a file while it is written: that of its process is in it. */
export function temporaryName(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

/** Makes a folder of the cache, and takes away what processes left in it that were killed while they wrote. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    const pid = /\.(\d+)\.tmp$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) removeQuietly(join(folder, name));
  }
}

export function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true, recursive: true });
  } catch {
    // Where nothing could be written there is nothing to remove.
  }
}

/** Takes away what is kept of a folder that is no more. */
export function forgetFolder(root: string): void {
  const name = shortHash(root);
  for (const kind of ['verdict', 'pending', 'folder', 'git'])
    removeQuietly(join(cacheFolder(), `${name}.${kind}`));
}

/** A file of the cache. */
export interface CachedFile {
  readonly path: string;
  readonly bytes: number;
  /** When it was written, or used: milliseconds since 1970. */
  readonly used: number;
}

/** All files of the cache, those first that were used longest ago. */
export function cachedFiles(folder = cacheFolder()): CachedFile[] {
  const files: CachedFile[] = [];
  for (const entry of entriesIn(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...cachedFiles(path));
    const stats = entry.isFile() ? statSync(path, { throwIfNoEntry: false }) : undefined;
    if (stats) files.push({ path, bytes: stats.size, used: stats.mtimeMs });
  }
  return files.sort((a, b) => a.used - b.used);
}

/** Takes away what was used longest ago, until the rest takes no more room than it may. */
export function pruneCache(most = mostBytes): { readonly removed: number; readonly bytes: number } {
  // The folder may be one that somebody named, with files of their own.
  const files = cachedFiles().filter(({ path }) => ownName.test(basename(path)));
  let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  let removed = 0;
  for (const file of files) {
    if (bytes <= most) break;
    removeQuietly(file.path);
    bytes -= file.bytes;
    removed++;
  }
  return { removed, bytes };
}

function entriesIn(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // No cache is the normal first time.
    return [];
  }
}
