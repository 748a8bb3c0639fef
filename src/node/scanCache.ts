import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import type { ConfigText } from '../core/config/assembleConfig';
import type { IndexEntry } from '../core/index/recordIndex';
import type { FileStamp } from './walk';

/** Set by the build: changes with every line of the source, so no build reads what another one wrote. */
declare const CHANGEBOOK_BUILD: string | undefined;
const build = typeof CHANGEBOOK_BUILD === 'string' ? CHANGEBOOK_BUILD : undefined;

/** What is kept of a file: its stamp, and its record if it is one. */
export type CachedFile = readonly [stamp: FileStamp, entry: IndexEntry | null];

/**
 * What was found in a workspace the last time, by file. It lies in the user's cache folder, never in the
 * workspace, where a pull request could forge it, and holds only what one build made of one configuration.
 */
export class ScanCache {
  private constructor(
    private readonly path: string | undefined,
    private readonly files: ReadonlyMap<string, CachedFile>,
  ) {}

  /** Opens the cache of a workspace; an empty one where there is none, or none that can be read. */
  static open(root: string, texts: readonly ConfigText[]): ScanCache {
    if (!build) return new ScanCache(undefined, new Map());
    const hash = createHash('sha256')
      .update(JSON.stringify([build, root, texts]))
      .digest('hex')
      .slice(0, 32);
    const folder = process.env.CHANGEBOOK_CACHE_DIR ?? envPaths('changebook', { suffix: '' }).cache;
    const path = join(folder, `${createHash('sha256').update(root).digest('hex').slice(0, 24)}.json`);
    try {
      const stored: unknown = JSON.parse(readFileSync(path, 'utf8'));
      if (isStored(stored) && stored.hash === hash)
        return new ScanCache(path, new Map(stored.files)).withHash(hash);
    } catch {
      // No cache is the normal first time; a broken one is as good as none.
    }
    return new ScanCache(path, new Map()).withHash(hash);
  }

  private hash = '';

  private withHash(hash: string): this {
    this.hash = hash;
    return this;
  }

  /** What is known of a file in this very state; nothing where it changed. */
  get(file: string, stamp: FileStamp): CachedFile | undefined {
    const cached = this.files.get(file);
    return cached?.[0] === stamp ? cached : undefined;
  }

  /** Keeps the new state, replacing the old one in one step. Failing to is no reason to fail. */
  save(files: ReadonlyMap<string, CachedFile>): void {
    if (!this.path) return;
    const temporary = `${this.path}.${process.pid}.tmp`;
    try {
      mkdirSync(join(this.path, '..'), { recursive: true, mode: 0o700 });
      writeFileSync(temporary, JSON.stringify({ hash: this.hash, files: [...files] }), { mode: 0o600 });
      renameSync(temporary, this.path);
    } catch {
      rmSync(temporary, { force: true });
    }
  }
}

interface Stored {
  hash: string;
  files: [string, CachedFile][];
}

function isStored(value: unknown): value is Stored {
  return (
    typeof value === 'object' &&
    value !== null &&
    'hash' in value &&
    'files' in value &&
    Array.isArray(value.files)
  );
}
