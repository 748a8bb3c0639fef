import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { cacheFolder, digestOf, putFile } from './cacheFolder';

/** No first line is longer. */
const longestHead = 300;

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
    let file: number | undefined;
    try {
      file = openSync(this.path, 'r');
      const bytes = readPart(file, key, part);
      return bytes && (JSON.parse(bytes.toString('utf8')) as T);
    } catch {
      return undefined;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  /** Keeps values, which JSON can write, in place of what was kept before. */
  write(key: string, ...values: readonly unknown[]): void {
    const parts = values.map((value) => Buffer.from(JSON.stringify(value)));
    const sums = parts.map((part) => `${part.length}:${checksum(key, part)}`);
    putFile(this.path, Buffer.concat([Buffer.from(`${[key, ...sums].join(' ')}\n`), ...parts]));
  }
}

function readPart(file: number, key: string, part: number): Buffer | undefined {
  const head = bytesAt(file, 0, longestHead).toString('latin1');
  const [written, ...parts] = head.slice(0, Math.max(0, head.indexOf('\n'))).split(' ');
  if (written !== key) return undefined;
  let at = head.indexOf('\n') + 1;
  for (const [place, sizes] of parts.entries()) {
    const [length = 0, sum] = sizes.split(':').map(Number);
    if (place === part) {
      const bytes = bytesAt(file, at, length);
      return bytes.length === length && checksum(key, bytes) === sum ? bytes : undefined;
    }
    at += length;
  }
  return undefined;
}

/** A checksum of content and of what it is kept for: against damage, not against somebody who writes both. */
export function checksum(key: string, content: Uint8Array): number {
  return crc32(content, crc32(key));
}

/** So many bytes of a file, fewer where it ends before. */
export function bytesAt(file: number, start: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, start));
}

/** Whether all parts of such a file are there, as they were written. */
export function isWholeKept(file: Buffer): boolean {
  let at = file.indexOf('\n') + 1;
  const [key = '', ...parts] = file.toString('latin1', 0, Math.max(0, at - 1)).split(' ');
  const areWhole = parts.every((sizes) => {
    const [length = 0, sum] = sizes.split(':').map(Number);
    const part = file.subarray(at, at + length);
    at += length;
    return part.length === length && checksum(key, part) === sum;
  });
  return areWhole && at > 0 && at === file.length;
}
