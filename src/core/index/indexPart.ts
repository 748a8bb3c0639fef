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
  /** Most names have one file, which takes no list; to put one into a list is a third of what a set takes. */
  private files: Map<string, string | string[]> | undefined;

  /**
   * @param records what is in the index
   * @param namesOf the names under which a record is found
   */
  constructor(
    private readonly records: KeyStore,
    private readonly namesOf: (keys: IndexKeys) => readonly string[],
  ) {}

  make(): void {
    this.made();
  }

  add(file: string, keys: IndexKeys): void {
    if (this.files) addNames(this.files, file, this.namesOf(keys));
  }

  remove(file: string, keys: IndexKeys): void {
    for (const name of this.files ? this.namesOf(keys) : []) {
      const files = this.files?.get(name);
      const at = typeof files === 'object' ? files.indexOf(file) : -1;
      if (typeof files === 'object' && at >= 0) files.splice(at, 1);
      if (files === file || files?.length === 0) this.files?.delete(name);
    }
  }

  /** The files that have a name. */
  of(name: string): Iterable<string> {
    const files = this.made().get(name) ?? [];
    return typeof files === 'string' ? [files] : files;
  }

  /** In the order of their paths. */
  sorted(name: string): readonly string[] {
    return [...this.of(name)].sort();
  }

  /** All names that some file has. */
  names(): Iterable<string> {
    return this.made().keys();
  }

  has(name: string): boolean {
    return this.made().has(name);
  }

  private made(): Map<string, string | string[]> {
    if (this.files) return this.files;
    const files = new Map<string, string | string[]>();
    for (const [file, keys] of this.records) addNames(files, file, this.namesOf(keys));
    this.files = files;
    return files;
  }
}

/** Puts in a file that is not there yet; it may name something twice. */
function addNames(files: Map<string, string | string[]>, file: string, names: readonly string[]): void {
  for (const name of names) {
    const known = files.get(name);
    if (typeof known === 'object') {
      if (known.at(-1) !== file) known.push(file);
    } else if (known !== file) files.set(name, known === undefined ? file : [known, file]);
  }
}
