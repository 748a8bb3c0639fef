import type { IndexKeys } from './indexKeys';
import type { KeptRecords, KeyStore } from './keyStore';

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

/**
 * So many questions are answered by looks into columns before it is worth making a list of all records. Where there are
 * no columns a list is made for the first one.
 */
export const mostSearches = 12;

/** The files whose records have something in common, by its name. */
export class FilesBy implements IndexPart {
  private files: Map<string, Set<string>> | undefined;
  /** What was looked for while there is no list, as long as no record comes or goes. */
  private readonly searched = new Map<string, readonly string[]>();

  /**
   * @param records what is in the index
   * @param namesOf the names under which a record is found
   * @param search finds files among which everyone with a name is, where there is a quick way
   */
  constructor(
    private readonly records: KeyStore,
    private readonly namesOf: (keys: IndexKeys) => readonly string[],
    private readonly search?: (kept: KeptRecords, name: string) => Iterable<string>,
  ) {}

  make(): void {
    this.lists();
  }

  add(file: string, keys: IndexKeys): void {
    this.searched.clear();
    if (this.files) addNames(this.files, file, this.namesOf(keys));
  }

  remove(file: string, keys: IndexKeys): void {
    this.searched.clear();
    for (const name of this.files ? this.namesOf(keys) : []) {
      const files = this.files?.get(name);
      files?.delete(file);
      if (files?.size === 0) this.files?.delete(name);
    }
  }

  /** The files that have a name. */
  of(name: string): Iterable<string> {
    const known = this.files ? undefined : this.searched.get(name);
    if (known) return known;
    const search = this.search;
    if (this.files || !search || !this.records.hasColumns || this.searched.size >= mostSearches)
      return this.lists().get(name) ?? [];
    const found: string[] = [];
    for (const [file, keys] of this.records.among((kept) => search(kept, name)))
      if (this.namesOf(keys).includes(name)) found.push(file);
    this.searched.set(name, found);
    return found;
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
