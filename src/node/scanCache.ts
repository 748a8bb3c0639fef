import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import envPaths from 'env-paths';
import type { ConfigText } from '../core/config/assembleConfig';
import type { FileStamp } from './walk';

/** Set by the build: changes with every line of the source, so no build reads what another one wrote. */
declare const CHANGEBOOK_BUILD: string | undefined;
const build = typeof CHANGEBOOK_BUILD === 'string' ? CHANGEBOOK_BUILD : undefined;

/** What is kept of a file: its stamp, and its record's stored form, empty where it is no record. */
export type CachedFile = readonly [stamp: FileStamp, stored: string];

/**
 * What was found in a workspace the last time, by file. It lies in the user's cache folder, never in the
 * workspace, where a pull request could forge it, and holds only what one build made of one configuration.
 */
export class ScanCache {
  private constructor(
    private readonly path: string | undefined,
    private readonly hash: string,
    private readonly files: ReadonlyMap<string, CachedFile>,
  ) {}

  /** Opens the cache of a workspace; an empty one where there is none, or none that can be read. */
  static open(root: string, texts: readonly ConfigText[]): ScanCache {
    if (!build) return new ScanCache(undefined, '', new Map());
    const hash = createHash('sha256')
      .update(JSON.stringify([build, root, texts]))
      .digest('hex')
      .slice(0, 32);
    const folder = process.env.CHANGEBOOK_CACHE_DIR ?? envPaths('changebook', { suffix: '' }).cache;
    const path = join(folder, `${createHash('sha256').update(root).digest('hex').slice(0, 24)}.txt`);
    return new ScanCache(path, hash, readStored(path, hash));
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
      writeFileSync(temporary, storedText(this.hash, files), { mode: 0o600 });
      renameSync(temporary, this.path);
    } catch {
      removeQuietly(temporary);
    }
  }
}

/**
 * One line a file, under a line with what it was made of and a checksum: a file that was cut short or meddled with is
 * as good as none. Names of files are JSON, since they may hold any character.
 */
function storedText(hash: string, files: ReadonlyMap<string, CachedFile>): string {
  const lines: string[] = [];
  for (const [file, [stamp, stored]] of files) lines.push(`${JSON.stringify(file)}\t${stamp}\t${stored}`);
  const body = lines.join('\n');
  return `${hash} ${crc32(body)}\n${body}`;
}

function readStored(path: string, hash: string): Map<string, CachedFile> {
  const files = new Map<string, CachedFile>();
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    // No cache is the normal first time.
    return files;
  }
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (text.slice(0, end) !== `${hash} ${crc32(body)}` || body === '') return files;
  for (const line of body.split('\n')) {
    const [name = '', stamp = '', stored = ''] = line.split('\t', 3);
    files.set(JSON.parse(name) as string, [stamp, stored]);
  }
  return files;
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where nothing could be written there is nothing to remove.
  }
}
