import type { IndexKeys } from './indexKeys';
import type { KeyStore } from './keyStore';

/**
 * Something that the index knows of all records, by what they are found by. It is made when it is first asked for, and
 * kept up from then on: of ten thousand records a single question needs little, and each part costs as much as there
 * are records.
 */
export interface IndexPart {
  /** Makes it now, where it is not made yet. */
  make(): void;
  add(file: string, keys: IndexKeys): void;
  remove(file: string, keys: IndexKeys): void;
}

/** The files whose records have something in common, by its name. */
export class FilesBy implements IndexPart {
  private files: Map<string, Set<string>> | undefined;

  /**
   * @param records what is in the index
   * @param namesOf the names under which a record is found
   */
  constructor(
    private readonly records: KeyStore,
    private readonly namesOf: (keys: IndexKeys) => readonly string[],
  ) {}

  make(): void {
    this.lists();
  }

  add(file: string, keys: IndexKeys): void {
    if (this.files) addNames(this.files, file, this.namesOf(keys));
  }

  remove(file: string, keys: IndexKeys): void {
    for (const name of this.files ? this.namesOf(keys) : []) {
      const files = this.files?.get(name);
      files?.delete(file);
      if (files?.size === 0) this.files?.delete(name);
    }
  }

  /** The files that have a name. */
  of(name: string): Iterable<string> {
    return this.lists().get(name) ?? [];
  }

  /** In the order of their paths. */
  sorted(name: string): readonly string[] {
    return [...this.of(name)].sort();
  }

  /** All names, with the files that have them. */
  lists(): Map<string, Set<string>> {
    if (this.files) return this.files;
    const files = new Map<string, Set<string>>();
    for (const [file, keys] of this.records) addNames(files, file, this.namesOf(keys));
    this.files = files;
    return files;
  }
}

function addNames(files: Map<string, Set<string>>, file: string, names: readonly string[]): void {
  for (const name of names) {
    const known = files.get(name);
    if (known) known.add(file);
    else files.set(name, new Set([file]));
  }
}
