import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { cacheFolder, digestOf, putFile } from './cacheFolder';

/** No first line is longer: it has room for some thousand parts. */
const longestHead = 32_768;

/**
 * A file of the cache that is written as a whole and holds something for one key, in parts that are read one by one. Its
 * first line has the key, and of each part length and checksum; a part that was cut or damaged is as good as none.
 */
export class KeptFile {
  private readonly path: string;

  private constructor(name: string) {
    this.path = join(cacheFolder(), name);
  }

  /** A file by its name in the cache folder; undefined where there is no build. */
  static of(name: string): KeptFile | undefined {
    return digestOf() === undefined ? undefined : new KeptFile(name);
  }

  /** The value of a part, where the file was written for this key. */
  read<T>(key: string, part = 0): T | undefined {
    return withFile(this.path, (file) => {
      const head = headIn(bytesAt(file, 0, longestHead));
      const place = head.key === key ? head.parts[part] : undefined;
      const bytes = place && bytesAt(file, place.start, place.length);
      return bytes && isWhole(bytes, place, key) ? (JSON.parse(bytes.toString('utf8')) as T) : undefined;
    });
  }

  /** Keeps values, which JSON can write, in place of what was kept before. */
  write(key: string, ...values: readonly unknown[]): void {
    const parts = values.map((value) => Buffer.from(JSON.stringify(value)));
    const sums = parts.map((part) => `${part.length}:${checksum(key, part)}`);
    putFile(this.path, Buffer.concat([Buffer.from(`${[key, ...sums].join(' ')}\n`), ...parts]));
  }
}

/** Where a part stands in its file, and its checksum. */
interface PartPlace {
  readonly start: number;
  readonly length: number;
  readonly sum: number;
}

/** What the first line of a file says; no parts where there is none. */
function headIn(bytes: Buffer): { readonly key: string; readonly parts: readonly PartPlace[] } {
  const end = bytes.indexOf('\n');
  const [key = '', ...sizes] = bytes.toString('latin1', 0, Math.max(0, end)).split(' ');
  let start = end + 1;
  const parts = sizes.map((size) => {
    const [length = 0, sum = Number.NaN] = size.split(':').map(Number);
    start += length;
    return { start: start - length, length, sum };
  });
  return { key, parts };
}

function isWhole(part: Buffer, { length, sum }: PartPlace, key: string): boolean {
  return part.length === length && checksum(key, part) === sum;
}

/** Whether all parts of such a file are there, as they were written. */
export function isWholeKept(file: Buffer): boolean {
  const { key, parts } = headIn(file);
  const [last] = parts.slice(-1);
  const areWhole = parts.every((place) =>
    isWhole(file.subarray(place.start, place.start + place.length), place, key),
  );
  return areWhole && last !== undefined && last.start + last.length === file.length;
}

/**
 * A checksum of content and of what it is kept for: against damage, not against somebody who writes both.
 *
 * @param before what it is kept for, or the checksum of that and of the content before
 */
export function checksum(before: string | number, content: Uint8Array): number {
  return crc32(content, typeof before === 'string' ? crc32(before) : before);
}

/**
 * So many bytes of a file, fewer where it ends before.
 *
 * @param wanted how many, or what they are read into
 */
export function bytesAt(file: number, start: number, wanted: number | Buffer): Buffer {
  const bytes = typeof wanted === 'number' ? Buffer.allocUnsafe(wanted) : wanted;
  return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start));
}

/** Opens a file for some work; undefined where it cannot be read. */
export function withFile<T>(path: string, work: (file: number) => T): T | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    return work(file);
  } catch {
    // As good as none.
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
