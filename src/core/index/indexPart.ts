import type { IndexKeys } from './indexKeys';
import type { KeyStore } from './keyStore';

/** A name under which something finds a record, and the stretch of time with it where it is about one. */
export type Found = readonly [name: string] | readonly [name: string, start: number, end: number];

/**
 * Something that the index knows of all records, by what they are found by. What it knows of records that somebody keeps
 * is kept with them: of ten thousand records a single question needs little, and going through all of them costs more
 * than any answer. What came since it knows itself.
 */
export interface IndexPart {
  /** The name by which it asks for what is kept. */
  readonly column: string;
  /** Under what it finds a record. */
  found(keys: IndexKeys): Iterable<Found>;
  /** Takes in a record that is kept nowhere. */
  add(file: string, keys: IndexKeys): void;
  /** Lets go of one; that a kept one is gone the store knows. */
  remove(file: string, keys: IndexKeys): void;
}

/** The files whose records have something in common, by its name. */
export class FilesBy implements IndexPart {
  /** Most names have one file, which takes no list; to put one into a list is a third of what a set takes. */
  private readonly files = new Map<string, string | string[]>();

  /**
   * @param records what is in the index
   * @param namesOf the names under which a record is found
   */
  constructor(
    private readonly records: KeyStore,
    readonly column: string,
    private readonly namesOf: (keys: IndexKeys) => readonly string[],
  ) {}

  found(keys: IndexKeys): Found[] {
    return [...new Set(this.namesOf(keys))].map((name) => [name]);
  }

  add(file: string, keys: IndexKeys): void {
    for (const name of this.namesOf(keys)) addTo(this.files, name, file);
  }

  remove(file: string, keys: IndexKeys): void {
    for (const name of this.namesOf(keys)) {
      const files = this.files.get(name);
      const at = typeof files === 'object' ? files.indexOf(file) : -1;
      if (typeof files === 'object' && at >= 0) files.splice(at, 1);
      if (files === file || files?.length === 0) this.files.delete(name);
    }
  }

  /** The files that have a name. */
  of(name: string): readonly string[] {
    const files = this.files.get(name) ?? [];
    const own = typeof files === 'string' ? [files] : files;
    const kept = this.records.filesBy(this.column, name);
    return kept.length === 0 ? own : [...kept, ...own];
  }

  /** In the order of their paths. */
  sorted(name: string): readonly string[] {
    return [...this.of(name)].sort();
  }

  /** All names that some file has, each once. */
  names(): ReadonlySet<string> {
    return new Set([...this.records.names(this.column), ...this.files.keys()]);
  }

  has(name: string): boolean {
    return this.of(name).length > 0;
  }
}

/** Puts in a file that is not there yet; it may name something twice. */
function addTo(files: Map<string, string | string[]>, name: string, file: string): void {
  const known = files.get(name);
  if (typeof known === 'object') {
    if (known.at(-1) !== file) known.push(file);
  } else if (known !== file) files.set(name, known === undefined ? file : [known, file]);
}
