import type { IndexEntry } from '../core/index/indexEntry';
import type { IndexKeys } from '../core/index/indexKeys';
import { entryOf } from '../core/rules/recordReader';
import type { CachedFile } from './scanCache';
import type { FileStamp } from './walk';

/** A file that was just read, as it goes into the cache. */
export class FreshFile implements CachedFile {
  private known: IndexEntry | undefined;

  /** @param stored the stored form of its record; undefined where it holds none */
  constructor(
    readonly stamp: FileStamp,
    private readonly stored: string | undefined,
  ) {}

  get entry(): IndexEntry | undefined {
    if (this.stored !== undefined) this.known ??= entryOf(this.stored);
    return this.known;
  }

  get keys(): IndexKeys | undefined {
    return this.entry?.summary;
  }

  bytes(): Buffer {
    return Buffer.from(this.stored ?? '');
  }
}
