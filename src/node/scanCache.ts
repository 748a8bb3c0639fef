import { crc32 } from 'node:zlib';
import type { ConfigText } from '../core/config/configFiles';
import { CacheFile } from './cacheFile';
import type { FileStamp } from './walk';

/**
 * What is kept of a file: its stamp and, where it is a record, what that is found by and its stored form. Of ten
 * thousand most are never asked for theirs, so it stays where it was read.
 */
export class CachedFile {
  /**
   * @param keys as `storedKeys` writes them; empty where the file is no record
   * @param stored the stored form, or what holds it between `start` and `end`
   */
  constructor(
    readonly stamp: FileStamp,
    readonly keys: string,
    private readonly stored: string | Buffer,
    private readonly start = 0,
    private readonly end = 0,
  ) {}

  /** The stored form of the record. */
  text(): string {
    return typeof this.stored === 'string' ? this.stored : this.stored.toString('utf8', this.start, this.end);
  }

  /** The same as it goes to a file. */
  bytes(): Buffer {
    return typeof this.stored === 'string'
      ? Buffer.from(this.stored)
      : this.stored.subarray(this.start, this.end);
  }
}

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
    return cached?.stamp === stamp ? cached : undefined;
  }

  /** Keeps the new state. */
  save(files: ReadonlyMap<string, CachedFile>): void {
    this.cache?.write(storedBytes(this.hash, files));
  }
}

/**
 * A line with what it was made of and a checksum: a file that was cut short or meddled with is as good as none. Then a
 * line for each file, which tells how many bytes its record takes, an empty line, and the records, one after the other:
 * most callers need few of them. Names of files are JSON, since they may hold any character.
 */
function storedBytes(hash: string, files: ReadonlyMap<string, CachedFile>): Buffer {
  const lines: string[] = [];
  const records: Buffer[] = [];
  for (const [file, cached] of files) {
    const record = cached.bytes();
    lines.push(`${JSON.stringify(file)}\t${cached.stamp}\t${record.length}\t${cached.keys}\n`);
    records.push(record);
  }
  const body = Buffer.concat([Buffer.from(`${lines.join('')}\n`), ...records]);
  return Buffer.concat([Buffer.from(`${hash} ${crc32(body)}\n`), body]);
}

function readStored(bytes: Buffer | undefined, hash: string): Map<string, CachedFile> {
  const files = new Map<string, CachedFile>();
  if (bytes === undefined) return files;
  const end = bytes.indexOf(10);
  const body = bytes.subarray(end + 1);
  if (bytes.toString('utf8', 0, end) !== `${hash} ${crc32(body)}`) return files;
  const lines = body.indexOf('\n\n') + 1;
  let at = lines + 1;
  for (const line of body.toString('utf8', 0, lines).split('\n')) {
    if (line === '') continue;
    const [name = '', stamp = '', length = ''] = line.split('\t', 3);
    const keys = line.slice(name.length + stamp.length + length.length + 3);
    const start = at;
    at += Number(length);
    files.set(JSON.parse(name) as string, new CachedFile(stamp, keys, body, start, at));
  }
  return files;
}
