import type { IndexKeys } from './indexKeys';
import type { KeyStore } from './keyStore';

/** The records of an index, by file. */
export type KeysByFile = Iterable<readonly [file: string, keys: IndexKeys]>;

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

/** A part that is something else, once it is made. */
class LazyPart<P extends Pick<IndexPart, 'add' | 'remove'>> implements IndexPart {
  private made: P | undefined;

  /** @param all what is in the index when the part is made */
  constructor(
    private readonly all: KeysByFile,
    private readonly empty: () => P,
  ) {}

  get(): P {
    if (this.made) return this.made;
    const made = this.empty();
    for (const [file, keys] of this.all) made.add(file, keys);
    this.made = made;
    return made;
  }

  make(): void {
    this.get();
  }

  add(file: string, keys: IndexKeys): void {
    this.made?.add(file, keys);
  }

  remove(file: string, keys: IndexKeys): void {
    this.made?.remove(file, keys);
  }
}

/**
 * So many questions are answered by looks into columns before it is worth making a list of all records. Where there are
 * no columns a list is made for the first one.
 */
const mostSearches = 12;

/** A part that is looked for in columns, where there are some, while few questions are asked, and listed from then on. */
export class SearchedPart<P extends Pick<IndexPart, 'add' | 'remove'>> implements IndexPart {
  private readonly listed: LazyPart<P>;
  private questions = 0;

  /** @param records what is in the index */
  constructor(
    protected readonly records: KeyStore,
    empty: () => P,
  ) {
    this.listed = new LazyPart(records, empty);
  }

  make(): void {
    this.questions = mostSearches;
    this.listed.make();
  }

  add(file: string, keys: IndexKeys): void {
    this.listed.add(file, keys);
  }

  remove(file: string, keys: IndexKeys): void {
    this.listed.remove(file, keys);
  }

  /** Counts a question: whether to look in the columns for its answer. */
  protected isSearched(): boolean {
    return this.records.hasColumns && this.questions++ < mostSearches;
  }

  protected lists(): P {
    return this.listed.get();
  }
}

/** The files whose records have something in common, by its name. */
export class FilesBy implements IndexPart {
  private files: Map<string, Set<string>> | undefined;
  /** What was looked for while there is no list, as long as no record comes or goes. */
  private readonly searched = new Map<string, readonly string[]>();

  /**
   * @param all what is in the index when the list is made
   * @param namesOf the names under which a record is found
   * @param among records among which everyone with a name is, where there is a quick way to find some
   */
  constructor(
    private readonly all: KeysByFile,
    private readonly namesOf: (keys: IndexKeys) => readonly string[],
    private readonly among: ((name: string) => KeysByFile) | undefined,
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
    if (this.files || !this.among || this.searched.size >= mostSearches) return this.lists().get(name) ?? [];
    const found: string[] = [];
    for (const [file, keys] of this.among(name)) if (this.namesOf(keys).includes(name)) found.push(file);
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
    for (const [file, keys] of this.all) addNames(files, file, this.namesOf(keys));
    this.files = files;
    return files;
  }
}

function addNames(files: Map<string, Set<string>>, file: string, names: readonly string[]): void {
  for (const name of names) addTo(files, name, file);
}

/** Adds a file to those that have a name. */
export function addTo(files: Map<string, Set<string>>, name: string, file: string): void {
  const known = files.get(name);
  if (known) known.add(file);
  else files.set(name, new Set([file]));
}
