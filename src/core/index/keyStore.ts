import type { IndexEntry } from './indexEntry';
import type { IndexKeys } from './indexKeys';
import type { Interval } from './intervalList';

/** Records that somebody keeps: what each is found by, and the record itself, read when somebody asks for it. */
export interface KeptRecords {
  readonly size: number;
  files(): Iterable<string>;
  has(file: string): boolean;
  keys(file: string): IndexKeys | undefined;
  entry(file: string): IndexEntry | undefined;
  /** The files that a part of the index finds under a name. */
  filesBy(column: string, name: string): readonly string[];
  /** The stretches of time that it finds there, of a part that has such. */
  stretches(column: string, name: string): readonly Interval[];
  /** All names under which it finds anything. */
  names(column: string): Iterable<string>;
}

/** A file with what its record is found by. */
export type FileKeys = readonly [file: string, keys: IndexKeys];

const none: readonly never[] = [];

/** The records of an index: those that are kept elsewhere, most of which nobody ever asks for, and those that came since. */
export class KeyStore implements Iterable<FileKeys> {
  private readonly loose = new Map<string, IndexEntry>();
  /** The kept ones that went, or came anew. */
  private readonly gone = new Set<string>();

  constructor(private readonly kept?: KeptRecords) {}

  get size(): number {
    return this.loose.size + (this.kept ? this.kept.size - this.gone.size : 0);
  }

  has(file: string): boolean {
    return this.loose.has(file) || this.isKept(file);
  }

  /** Whether a file's record came since, so that each part of the index knows it itself. */
  isLoose(file: string): boolean {
    return this.loose.has(file);
  }

  entry(file: string): IndexEntry | undefined {
    return this.loose.get(file) ?? (this.gone.has(file) ? undefined : this.kept?.entry(file));
  }

  keys(file: string): IndexKeys | undefined {
    return this.loose.get(file)?.summary ?? (this.gone.has(file) ? undefined : this.kept?.keys(file));
  }

  /** The files of kept records that a part of the index finds under a name. */
  filesBy(column: string, name: string): readonly string[] {
    const files = this.kept?.filesBy(column, name) ?? none;
    return this.gone.size === 0 ? files : files.filter((file) => !this.gone.has(file));
  }

  /** The stretches of time that it finds there. */
  stretches(column: string, name: string): readonly Interval[] {
    return (this.kept?.stretches(column, name) ?? none).filter(({ file }) => !this.gone.has(file));
  }

  /** All names under which it finds any of these. */
  *names(column: string): Iterable<string> {
    for (const name of this.kept?.names(column) ?? [])
      if (this.gone.size === 0 || this.filesBy(column, name).length > 0) yield name;
  }

  set(entry: IndexEntry): void {
    this.delete(entry.file);
    this.loose.set(entry.file, entry);
  }

  delete(file: string): void {
    this.loose.delete(file);
    if (this.kept?.has(file)) this.gone.add(file);
  }

  *files(): Iterable<string> {
    for (const file of this.kept?.files() ?? []) if (!this.gone.has(file)) yield file;
    yield* this.loose.keys();
  }

  *entries(): Iterable<IndexEntry> {
    for (const file of this.files()) {
      const entry = this.entry(file);
      if (entry) yield entry;
    }
  }

  *[Symbol.iterator](): Iterator<FileKeys> {
    for (const file of this.files()) {
      const keys = this.keys(file);
      if (keys) yield [file, keys];
    }
  }

  private isKept(file: string): boolean {
    return !this.gone.has(file) && (this.kept?.has(file) ?? false);
  }
}
