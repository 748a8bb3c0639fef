import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cacheFolder';
import { isRunning } from './isRunning';

/** Set by the build: changes with every line of the source, so no build reads what another one wrote. */
declare const CHANGEBOOK_BUILD: string | undefined;
const build = typeof CHANGEBOOK_BUILD === 'string' ? CHANGEBOOK_BUILD : undefined;

/**
 * One file of what was found in a workspace the last time. It lies in the user's cache folder, never in the
 * workspace, where a pull request could forge it.
 */
export class CacheFile {
  private readonly path: string;

  private constructor(
    private readonly root: string,
    ending: string,
  ) {
    const folder = process.env.CHANGEBOOK_CACHE_DIR ?? cacheFolder('changebook');
    this.path = join(folder, `${sha256(root).slice(0, 24)}.${ending}`);
  }

  /** The file of a workspace; undefined where there is no build, whose caches nobody could tell from another's. */
  static of(root: string, ending: string): CacheFile | undefined {
    return build ? new CacheFile(root, ending) : undefined;
  }

  /** A key for everything that the content was made of; the build, Node and its time zones always belong to it. */
  keyOf(...parts: readonly string[]): string {
    const { icu, tz } = process.versions;
    return sha256(JSON.stringify([build, process.version, icu, tz, this.root, ...parts])).slice(0, 32);
  }

  /** The value that was kept under a key; undefined where it was another key, or nothing can be read. */
  kept<T>(key: string): T | undefined {
    const bytes = this.read();
    if (bytes === undefined) return undefined;
    try {
      const stored = JSON.parse(bytes.toString('utf8')) as { key?: string; value?: T };
      return stored.key === key ? stored.value : undefined;
    } catch {
      // Cut short: as good as none.
      return undefined;
    }
  }

  /** Keeps a value, which JSON can write, in place of what was kept before. */
  keep(key: string, value: unknown): void {
    this.write(JSON.stringify({ key, value }));
  }

  /** Its bytes; undefined where there is none, or none that can be read. */
  read(): Buffer | undefined {
    try {
      return readFileSync(this.path);
    } catch {
      // No cache is the normal first time.
      return undefined;
    }
  }

  /** So many of its bytes, fewer where it ends before; undefined where it cannot be read. */
  readPart(start: number, length: number): Buffer | undefined {
    let file: number | undefined;
    try {
      file = openSync(this.path, 'r');
      const bytes = Buffer.allocUnsafe(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, start));
    } catch {
      return undefined;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  /** Replaces it in one step. Failing to is no reason to fail. */
  write(content: string | Buffer): void {
    const temporary = `${this.path}.${process.pid}.tmp`;
    try {
      mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
      sweep(dirname(this.path));
      writeFileSync(temporary, content, { mode: 0o600 });
      renameSync(temporary, this.path);
    } catch {
      removeQuietly(temporary);
    }
  }
}

/** Takes away what processes left behind that were killed while they wrote. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /\.(\d+)\.tmp$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) removeQuietly(join(folder, name));
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where nothing could be written there is nothing to remove.
  }
}
