import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, removeQuietly, temporaryName } from './cacheFolder';
import { bytesAt } from './keptFile';
import { Pack, packFoot } from './pack';
import { joinedDelivery, joinedRows, type PackedRecords, packEnd, sumOf } from './packRows';

/** Packs of this process so far: no two have one name. */
let count = 0;

/** Writes a pack while records are still being read, so that nothing of them stays in memory. */
export class PackWriter {
  private readonly rows: Omit<PackedRecords, 'bytes'>[] = [];
  /** What is in memory, where no file can be written. */
  private readonly kept: PackedRecords[] = [];
  private readonly path: string;
  private file: number | undefined;

  /**
   * @param folder where the packs of the group lie; undefined where nothing is kept
   * @param group what all of it follows from besides the contents
   */
  constructor(
    folder: string | undefined,
    private readonly group: string,
  ) {
    const name = `${[Date.now(), process.pid, count++].map((part) => part.toString(36)).join('-')}.pack`;
    this.path = join(folder ?? '', name);
    if (folder === undefined) return;
    try {
      makeFolder(folder);
      this.file = openSync(temporaryName(this.path), 'wx+', 0o600);
    } catch {
      // The folder is not ours to write, or is not there: everything stays in memory.
    }
  }

  add(packed: PackedRecords): void {
    try {
      const { bytes, ...end } = packed;
      if (this.write(bytes)) {
        this.rows.push(end);
        return;
      }
    } catch {
      this.toMemory();
    }
    this.kept.push(packed);
  }

  /** Ends it, and gives all of it back as a pack. */
  finish(): Pack {
    try {
      if (this.file !== undefined) {
        const { delivery, rows } = packEnd(this.rows);
        for (const piece of [delivery, rows, packFoot(rows, this.group)]) this.write(piece);
        renameSync(temporaryName(this.path), this.path);
        closeSync(this.file);
        return Pack.written(this.path, rows);
      }
    } catch {
      // What was written before is still there.
    }
    this.toMemory();
    return Pack.inMemory(this.kept);
  }

  /** Whether all of it could be written to the file; there is none where nothing is kept. */
  private write(bytes: Uint8Array): boolean {
    if (this.file === undefined) return false;
    for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at);
    return true;
  }

  /** Where the disk is full what is written already is taken back: nobody reads a file twice for that. */
  private toMemory(): void {
    if (this.file === undefined) return;
    const rows = joinedRows(this.rows);
    const bytes = bytesAt(this.file, 0, sumOf(rows.lengths));
    this.kept.unshift({ bytes, delivery: joinedDelivery(this.rows), rows });
    this.rows.length = 0;
    closeSync(this.file);
    this.file = undefined;
    removeQuietly(temporaryName(this.path));
  }
}
