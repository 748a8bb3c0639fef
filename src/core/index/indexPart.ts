import type { IndexKeys } from './indexKeys';

/** Something that the index knows of all records, by what they are found by. */
export interface IndexPart {
  add(file: string, keys: IndexKeys): void;
  remove(file: string, keys: IndexKeys): void;
}

/**
 * A part that is made when it is first asked for, and kept up from then on: of ten thousand records a single question
 * needs one or two parts, and each costs as much as there are records.
 */
export class LazyPart<P extends IndexPart> implements IndexPart {
  private made: P | undefined;

  /** @param all what is in the index when the part is made */
  constructor(
    private readonly all: Iterable<readonly [file: string, keys: IndexKeys]>,
    private readonly make: () => P,
  ) {}

  get(): P {
    if (this.made) return this.made;
    const made = this.make();
    for (const [file, keys] of this.all) made.add(file, keys);
    this.made = made;
    return made;
  }

  add(file: string, keys: IndexKeys): void {
    this.made?.add(file, keys);
  }

  remove(file: string, keys: IndexKeys): void {
    this.made?.remove(file, keys);
  }
}

/** The files whose records have something in common, by its name. */
export class FilesBy implements IndexPart {
  private readonly files = new Map<string, Set<string>>();

  /** @param namesOf the names under which a record is found */
  constructor(private readonly namesOf: (keys: IndexKeys) => Iterable<string>) {}

  add(file: string, keys: IndexKeys): void {
    for (const name of this.namesOf(keys)) {
      const files = this.files.get(name);
      if (files) files.add(file);
      else this.files.set(name, new Set([file]));
    }
  }

  remove(file: string, keys: IndexKeys): void {
    for (const name of this.namesOf(keys)) {
      const files = this.files.get(name);
      files?.delete(file);
      if (files?.size === 0) this.files.delete(name);
    }
  }

  has(name: string): boolean {
    return this.files.has(name);
  }

  of(name: string): Iterable<string> {
    return this.files.get(name) ?? [];
  }

  /** In the order of their paths. */
  sorted(name: string): readonly string[] {
    return [...this.of(name)].sort();
  }

  names(): Iterable<string> {
    return this.files.keys();
  }

  all(): Iterable<readonly [name: string, files: ReadonlySet<string>]> {
    return this.files;
  }
}
