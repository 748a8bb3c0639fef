import { lastNumber } from '../model/parse/nearest';
import { CriticalTickets } from './criticalTickets';
import { Customers } from './customers';
import type { IndexEntry } from './indexEntry';
import { type IndexKeys, keysOf } from './indexKeys';
import { FilesBy, type IndexPart } from './indexPart';
import { type KeptRecords, KeyStore } from './keyStore';
import type { RecordReference, RecordSummary } from './recordSummary';
import { scheduleOf } from './scheduleOf';
import { seenByOthers } from './seenByOthers';
import { followedAsStandard, standardFailureText } from './standardChanges';
import { StandardFailures } from './standardFailures';
import { supersededBy } from './supersededBy';
import { Windows } from './windows';

/**
 * All records of a workspace, by file and by id, with who refers to whom. A change of one file touches that
 * file's entries and nothing else; `update` says whose findings it may have changed.
 */
export class RecordIndex {
  private readonly records: KeyStore;
  private readonly filesById: FilesBy;
  private readonly referrersById: FilesBy;
  /** By the last number of their ids, and of those that they refer to. */
  private readonly filesByNumber: FilesBy;
  private readonly referrersByNumber: FilesBy;
  private readonly linkersByPath: FilesBy;
  /** When the standard changes of each procedure failed. */
  readonly standardFailures: StandardFailures;
  private readonly customers: Customers;
  /** What is open and critical, by component. */
  readonly criticals: CriticalTickets;
  /** When changes take place, by what they share. */
  readonly windows: Windows;
  /** Each of what it finds records by. */
  readonly parts: readonly IndexPart[];

  /** @param kept records that are in it from the beginning */
  constructor(kept?: KeptRecords) {
    const records = new KeyStore(kept);
    this.records = records;
    this.filesById = new FilesBy(records, 'ids', ({ id }) => (id ? [id] : []));
    this.referrersById = new FilesBy(records, 'referrers', ({ references }) =>
      references.map(({ id }) => id),
    );
    this.filesByNumber = new FilesBy(records, 'numbers', ({ id }) => (id ? [lastNumber(id)] : []));
    this.referrersByNumber = new FilesBy(records, 'numbersReferred', ({ references }) =>
      references.map(({ id }) => lastNumber(id)),
    );
    this.linkersByPath = new FilesBy(records, 'linkers', ({ links }) =>
      links.flatMap(({ path }) => path ?? []),
    );
    this.standardFailures = new StandardFailures(records);
    this.customers = new Customers(records);
    this.criticals = new CriticalTickets(records);
    this.windows = new Windows(records);
    const { updates, fixes } = this.windows;
    const named = [this.filesById, this.referrersById, this.filesByNumber, this.referrersByNumber];
    this.parts = [
      ...named,
      this.linkersByPath,
      this.standardFailures.files,
      ...this.customers.parts,
      ...this.criticals.parts,
      this.windows,
      updates,
      fixes,
    ];
  }

  get size(): number {
    return this.records.size;
  }

  entry(file: string): IndexEntry | undefined {
    return this.records.entry(file);
  }

  /** What a file's record is found by, which needs no look at the record. */
  keys(file: string): IndexKeys | undefined {
    return this.records.keys(file);
  }

  /** Whether a file holds a record. */
  has(file: string): boolean {
    return this.records.has(file);
  }

  files(): Iterable<string> {
    return this.records.files();
  }

  all(): Iterable<IndexEntry> {
    return this.records.entries();
  }

  /** What each file's record is found by: enough to choose some among many that need not be read for it. */
  allKeys(): Iterable<readonly [file: string, keys: IndexKeys]> {
    return this.records;
  }

  /** The files whose record has this id; more than one is a mistake that rules report. */
  filesWithId(id: string): readonly string[] {
    return this.filesById.sorted(id);
  }

  /** The record with this id: of several, the one whose file comes first. */
  byId(id: string): IndexEntry | undefined {
    const file = this.filesWithId(id)[0];
    return file === undefined ? undefined : this.records.entry(file);
  }

  /** What the same record is found by, and its file: to read the record takes twenty times as long. */
  keysById(id: string): { readonly file: string; readonly keys: IndexKeys } | undefined {
    const file = this.filesWithId(id)[0];
    const keys = file === undefined ? undefined : this.records.keys(file);
    return file !== undefined && keys ? { file, keys } : undefined;
  }

  ids(): Iterable<string> {
    return this.filesById.names();
  }

  /** The ids with the last number of a written one, among which the nearest to it is. */
  idsNumberedAs(written: string): ReadonlySet<string> {
    const files = [...this.filesByNumber.of(lastNumber(written))];
    return new Set(files.flatMap((file) => this.records.keys(file)?.id ?? []));
  }

  /** The records that name this id, in fields of a kind where one is given. */
  referrersOf(id: string, kind?: RecordReference['kind']): IndexEntry[] {
    const files = this.referrersById.sorted(id);
    // Most that name a change are tickets, which follow none up: nobody needs to read them for that.
    const some = kind === 'supersedes' ? files.filter((file) => this.records.keys(file)?.change) : files;
    const entries = some.flatMap((file) => this.records.entry(file) ?? []);
    return entries.filter(
      ({ summary }) => !kind || summary.references.some((named) => named.kind === kind && named.id === id),
    );
  }

  /** The files whose record links to this path, or to something in this folder. */
  linkersOf(path: string): readonly string[] {
    return this.linkersByPath.sorted(path);
  }

  /** The changes of a customer that failed or were rolled back. */
  failuresOf(customer: string): IndexEntry[] {
    return this.customers.failuresOf(customer).flatMap((file) => this.records.entry(file) ?? []);
  }

  /** Puts in a record of a file that the index does not know yet, without asking whom it concerns. */
  load(entry: IndexEntry): void {
    this.standardFailures.forget();
    this.records.set(entry);
    for (const part of this.parts) part.add(entry.file, entry.summary);
  }

  /**
   * Puts a file's record in, or takes it out (`entry` undefined), without asking whom that concerns.
   *
   * @returns what was there before
   */
  put(file: string, entry: IndexEntry | undefined): IndexEntry | undefined {
    this.standardFailures.forget();
    const before = this.records.entry(file);
    // Hardly any change of a text is one of what its record is found by.
    const isSame = before && entry && sameKeys(before.summary, entry.summary);
    if (isSame && this.records.isLoose(file)) this.records.set(entry);
    else {
      if (before) this.remove(before);
      if (entry) this.load(entry);
    }
    return before;
  }

  /**
   * Puts a file's record in, or takes it out (`entry` undefined).
   *
   * @returns the other files whose findings may have changed with it
   */
  update(file: string, entry: IndexEntry | undefined): Set<string> {
    const before = this.put(file, entry);
    const affected = this.affectedBy(before?.summary, entry?.summary);
    this.addScheduled(before, entry, affected);
    affected.delete(file);
    return affected;
  }

  private remove({ file, summary }: IndexEntry): void {
    this.records.delete(file);
    for (const part of this.parts) part.remove(file, summary);
  }

  private affectedBy(before?: RecordSummary, after?: RecordSummary): Set<string> {
    const affected = new Set<string>();
    const isSeen = seenByOthers(before) !== seenByOthers(after);
    for (const id of isSeen ? [before?.id, after?.id] : []) {
      if (!id) continue;
      for (const other of this.filesById.of(id)) affected.add(other);
      for (const other of this.referrersById.of(id)) affected.add(other);
    }
    if (before?.id !== after?.id)
      for (const id of [before?.id, after?.id]) if (id) this.addDangling(lastNumber(id), affected);
    for (const id of circleStarts(before, after)) this.addCircle(id, affected);
    for (const other of this.customers.affectedBy(before, after)) affected.add(other);
    for (const other of this.criticals.affectedBy(before, after)) affected.add(other);
    if (isSeen) this.addTargets(affected, before, after);
    this.addStandard(affected, before, after);
    return affected;
  }

  /** What a change delivers or follows up is judged by whether there is such a change, and by its state. */
  private addTargets(affected: Set<string>, before?: RecordSummary, after?: RecordSummary): void {
    if (!(after?.id ?? before?.id)) return;
    for (const { kind, id: target } of [...(before?.references ?? []), ...(after?.references ?? [])]) {
      if (kind !== 'supersedes' && kind !== 'ticket') continue;
      for (const file of this.filesById.of(target)) affected.add(file);
    }
  }

  /** A standard change that failed, or did not after all, may end its procedure for all others that follow it. */
  private addStandard(affected: Set<string>, before?: RecordSummary, after?: RecordSummary): void {
    if (standardFailureText(before) === standardFailureText(after)) return;
    for (const id of [before, after].flatMap((summary) => (summary && followedAsStandard(summary)) ?? [])) {
      for (const file of this.filesById.of(id)) affected.add(file);
      for (const file of this.referrersById.of(id)) affected.add(file);
    }
  }

  /** Whoever has something to do with a change's old window or new one, and those that it follows or that follow it. */
  private addScheduled(
    before: IndexEntry | undefined,
    after: IndexEntry | undefined,
    affected: Set<string>,
  ): void {
    if (scheduleOf(before?.summary) === scheduleOf(after?.summary)) return;
    for (const entry of [before, after]) {
      if (!entry?.summary.change) continue;
      for (const file of this.windows.affectedBy(entry.summary)) affected.add(file);
      const { id } = entry.summary;
      const followed = supersededBy(entry.summary);
      for (const file of followed ? this.filesById.of(followed) : []) affected.add(file);
      // What an open one follows up is not looked up in it: some that only name the change are looked at, too.
      for (const file of id ? this.referrersById.of(id) : [])
        if (this.windows.isOpen(file)) affected.add(file);
    }
  }

  /** Whoever names a record that is not there is told the nearest id, which may have come or gone: it has its number. */
  private addDangling(number: string, affected: Set<string>): void {
    for (const file of this.referrersByNumber.of(number)) {
      const named = this.records.keys(file)?.references ?? [];
      if (named.some(({ id }) => !this.filesById.has(id) && lastNumber(id) === number)) affected.add(file);
    }
  }

  /** Everything that a chain of follow-ups reaches may have left or entered a circle. */
  private addCircle(start: string, affected: Set<string>): void {
    const waiting = [start];
    const seen = new Set<string>();
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      for (const file of this.filesById.of(id)) {
        affected.add(file);
        const next = supersededBy(this.records.entry(file)?.summary);
        if (next !== undefined) waiting.push(next);
      }
    }
  }
}

function sameKeys(before: RecordSummary, after: RecordSummary): boolean {
  return JSON.stringify(keysOf(before)) === JSON.stringify(keysOf(after));
}

function samePlace(before?: RecordSummary, after?: RecordSummary): boolean {
  return before?.idRange.join() === after?.idRange.join();
}

/** Where chains of follow-ups begin that this change may have opened, closed or moved. */
function circleStarts(before?: RecordSummary, after?: RecordSummary): string[] {
  const [old, now] = [supersededBy(before), supersededBy(after)];
  if (old === now && before?.id === after?.id && samePlace(before, after)) return [];
  return [old, now, before?.id, after?.id].filter((id) => id !== undefined);
}
