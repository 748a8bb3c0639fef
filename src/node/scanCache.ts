import { crc32 } from 'node:zlib';
import type { ConfigText } from '../core/config/configFiles';
import { CacheFile } from './cacheFile';
import type { FileStamp } from './walk';

/** What is kept of a file: its stamp, and its record's stored form, empty where it is no record. */
export type CachedFile = readonly [stamp: FileStamp, stored: string];

/** What was found in a workspace the last time, by file: only what one build made of one configuration. */
export class ScanCache {
  private constructor(
    private readonly cache: CacheFile | undefined,
    private readonly hash: string,
    private readonly files: ReadonlyMap<string, CachedFile>,
  ) {}

  /** Opens the cache of a workspace; an empty one where there is none, or none that can be read. */
  static open(root: string, texts: readonly ConfigText[]): ScanCache {
    const cache = CacheFile.of(root, 'txt');
    const hash = cache?.keyOf(JSON.stringify(texts)) ?? '';
    return new ScanCache(cache, hash, readStored(cache?.read(), hash));
  }

  /** What is known of a file in this very state; nothing where it changed. */
  get(file: string, stamp: FileStamp): CachedFile | undefined {
    const cached = this.files.get(file);
    return cached?.[0] === stamp ? cached : undefined;
  }

  /** Keeps the new state. */
  save(files: ReadonlyMap<string, CachedFile>): void {
    this.cache?.write(storedBytes(this.hash, files));
  }
}

/**
 * One line a file, under a line with what it was made of and a checksum: a file that was cut short or meddled with is
 * as good as none. Names of files are JSON, since they may hold any character.
 */
function storedBytes(hash: string, files: ReadonlyMap<string, CachedFile>): Buffer {
  const lines: string[] = [];
  for (const [file, [stamp, stored]] of files) lines.push(`${JSON.stringify(file)}\t${stamp}\t${stored}`);
  const body = Buffer.from(lines.join('\n'));
  return Buffer.concat([Buffer.from(`${hash} ${crc32(body)}\n`), body]);
}

function readStored(bytes: Buffer | undefined, hash: string): Map<string, CachedFile> {
  const files = new Map<string, CachedFile>();
  if (bytes === undefined) return files;
  const end = bytes.indexOf(10);
  const body = bytes.subarray(end + 1);
  if (bytes.toString('utf8', 0, end) !== `${hash} ${crc32(body)}` || body.length === 0) return files;
  for (const line of body.toString('utf8').split('\n')) {
    const [name = '', stamp = '', stored = ''] = line.split('\t', 3);
    files.set(JSON.parse(name) as string, [stamp, stored]);
  }
  return files;
}
