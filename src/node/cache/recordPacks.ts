import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type ConfigText, isTemplate } from '../../core/config/configFiles';
import type { DeliveryFacts } from '../../core/delivery/deliveryFacts';
import { type PackedDelivery, unpackDelivery } from '../../core/delivery/packedDelivery';
import type { IndexEntry } from '../../core/index/indexEntry';
import type { IndexKeys } from '../../core/index/indexKeys';
import type { Interval } from '../../core/index/intervalList';
import {
  type CachedFile,
  cachedFiles,
  cacheFolder,
  digestOf,
  pruneCache,
  removeQuietly,
} from './cacheFolder';
import { idOf } from './contents';
import { Pack } from './pack';
import type { PackedRecords } from './packRows';
import { PackWriter } from './packWriter';

/** Packs are told apart by what their records follow from besides content and path: the program and the configuration. */
export function groupOf(texts: readonly ConfigText[]): string | undefined {
  // No template has a part in what a record says.
  return digestOf(JSON.stringify(texts.filter(({ file }) => !isTemplate(file))));
}

/** The folder of a group in the cache. */
export function groupFolder(group: string): string {
  return join(cacheFolder(), group);
}

/**
 * The records that were read from contents, wherever these lay: in this clone or another, now or on another branch. What
 * is kept is found by the content's id and its path, since a record's own findings follow from both.
 */
export class RecordPacks {
  /** @param packs those that were written last come last */
  constructor(
    private readonly group: string | undefined,
    private readonly packs: Pack[],
  ) {}

  /** What was read by one configuration. */
  static of(texts: readonly ConfigText[]): RecordPacks {
    const group = groupOf(texts);
    if (group === undefined) return new RecordPacks(undefined, []);
    return new RecordPacks(group, packsIn(groupFolder(group), group));
  }

  get isEmpty(): boolean {
    return this.packs.every(({ rows }) => rows.files.length === 0);
  }

  /** The record that a content holds in the place of a file, `none` where it holds none; undefined where nobody knows. */
  find(file: string, id: string | undefined): KnownRecord | 'none' | undefined {
    for (let at = this.packs.length - 1; at >= 0; at--) {
      const pack = this.packs[at];
      const row = pack?.rowOf(file, id);
      if (pack && row !== undefined) return pack.holdsRecord(row) ? new KnownRecord(pack, row) : 'none';
    }
    return undefined;
  }

  /** The record that a file held with these bytes, where they were read before in its place. */
  entry(file: string, bytes: Uint8Array): IndexEntry | undefined {
    const known = this.find(file, idOf(bytes));
    return known && known !== 'none' ? known.entry() : undefined;
  }

  /** The files that a part of the index finds under a name, of some records. */
  filesBy(column: string, name: string, known: KnownRecords): string[] {
    return this.packs.flatMap((pack) => {
      const files: string[] = [];
      for (const row of pack.found(column, name)) {
        const file = pack.rows.files[row] ?? '';
        if (known.get(file)?.isRow(pack, row)) files.push(file);
      }
      return files;
    });
  }

  /** The stretches of time that it finds there, of a part that has such. */
  stretches(column: string, name: string, known: KnownRecords): Interval[] {
    return this.packs.flatMap((pack) => {
      const stretches: Interval[] = [];
      const found = pack.found(column, name);
      for (let at = 0; at < found.length; at += 3) {
        const [row = -1, start = 0, end = 0] = [found[at], found[at + 1], found[at + 2]];
        const file = pack.rows.files[row] ?? '';
        if (known.get(file)?.isRow(pack, row)) stretches.push({ file, start, end });
      }
      return stretches;
    });
  }

  /** All names under which it finds any of these. */
  names(column: string, known: KnownRecords): Set<string> {
    const all = new Set(this.packs.flatMap((pack) => [...pack.names(column)]));
    for (const name of all) if (this.filesBy(column, name, known).length === 0) all.delete(name);
    return all;
  }

  /** Takes in what is read now, and keeps it for the next time. */
  async addAll(read: (take: (packed: PackedRecords) => void) => Promise<void>): Promise<void> {
    const writer = new PackWriter(this.group && groupFolder(this.group), this.group ?? '');
    let length = 0;
    await read((packed) => {
      length += packed.bytes.length;
      writer.add(packed);
    });
    const merged = smallest(this.packs, length);
    for (const pack of merged) for (const piece of pack.pieces()) writer.add(piece);
    const pack = writer.finish();
    this.packs.push(pack);
    if (pack.path === undefined) return;
    for (const { path } of merged) if (path !== undefined) removeQuietly(path);
    pruneCache();
  }
}

/** Records by their files. */
export type KnownRecords = ReadonlyMap<string, KnownRecord>;

/** The record that a content holds in the place of a file: the row of a pack. */
export class KnownRecord {
  constructor(
    private readonly pack: Pack,
    private readonly row: number,
  ) {}

  /** What it is found by. */
  get keys(): IndexKeys | undefined {
    return this.pack.keys(this.row);
  }

  /** What it asks git for: the names of tags and branches, and what commits say. */
  get asks(): { readonly names: boolean; readonly history: boolean } {
    return this.pack.asks(this.row);
  }

  isRow(pack: Pack, row: number): boolean {
    return this.row === row && this.pack === pack;
  }

  /** What it says of its delivery; undefined where it is no change, `damaged` where what is kept of it is. */
  delivery(): DeliveryFacts | 'damaged' | undefined {
    const text = this.pack.deliveryText(this.row);
    if (text === undefined) return 'damaged';
    const { keys } = this;
    return text === '' || !keys ? undefined : unpackDelivery(JSON.parse(text) as PackedDelivery, keys);
  }

  /** The record; undefined where what is kept of it is damaged. */
  entry(): IndexEntry | undefined {
    return this.pack.entry(this.row);
  }
}

/**
 * The packs that are worth writing again together with a new one: there are never more of them than the logarithm of
 * their sizes, and no record is written again often.
 */
function smallest(packs: readonly Pack[], length: number): Pack[] {
  const merged: Pack[] = [];
  let sum = length;
  for (const pack of [...packs].sort((a, b) => a.length - b.length)) {
    if (pack.length > 2 * sum) break;
    merged.push(pack);
    sum += pack.length;
  }
  return merged;
}

/** The files of a group's packs; those that are in use are not the first to go where room is short. */
function packsIn(folder: string, group: string): Pack[] {
  return cachedFiles(folder).flatMap((file) => {
    const pack = file.path.endsWith('.pack') ? Pack.open(file.path, group) : undefined;
    if (pack) markUsed(file);
    return pack ?? [];
  });
}

/** Once a day is enough to tell what is used from what is not. */
function markUsed({ path, used }: CachedFile): void {
  const now = Date.now();
  try {
    if (now - used > 86_400_000) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // Somebody else's file: it grows old.
  }
}
