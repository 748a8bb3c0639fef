import { type ChangeKeys, changeKeyNames, type IndexKeys } from '../core/index/indexKeys';

/**
 * One thing that records are found by, of all of them. What many have in common stands once in `values`, and `at` tells
 * where for each record; what hardly any two share stands in `values` record by record. Nothing is `null` there.
 */
interface Column {
  readonly values: readonly unknown[];
  readonly at?: readonly number[];
}

/** What records are found by, besides what only changes are found by, by the name of its column. */
const ofAll = {
  id: ({ id }) => id,
  status: ({ status }) => status,
  stage: ({ stage }) => stage,
  /** Whom and what it names, as JSON that is searched as text. */
  named: ({ references, links }) => {
    const ids = new Set(references.map(({ id }) => id));
    const paths = new Set(links.flatMap(({ path }) => path ?? []));
    return ids.size + paths.size > 0 ? JSON.stringify([[...ids], [...paths]]) : undefined;
  },
} satisfies Record<string, (keys: IndexKeys) => unknown>;

type ColumnName = keyof typeof ofAll | (typeof changeKeyNames)[number];
type Columns = Readonly<Record<ColumnName, Column>>;

/**
 * What the records of a workspace are found by, as columns, which ten thousand records are read from in the time of some
 * hundred lines.
 *
 * @param rows the keys of each record; undefined for a file that is none
 */
export function storedColumns(rows: readonly (IndexKeys | undefined)[]): string {
  const ofChanges = changeKeyNames.map((name) => [name, columnOf(rows, ({ change }) => change?.[name])]);
  const columns = [
    ...Object.entries(ofAll).map(([name, read]) => [name, columnOf(rows, read)]),
    ...ofChanges,
  ];
  return JSON.stringify(Object.fromEntries(columns));
}

function columnOf(rows: readonly (IndexKeys | undefined)[], read: (keys: IndexKeys) => unknown): Column {
  const values: unknown[] = [];
  const at: number[] = [];
  const places = new Map<unknown, number>();
  for (const keys of rows) {
    const value = (keys && read(keys)) ?? null;
    const written = typeof value === 'object' ? JSON.stringify(value) : value;
    let place = places.get(written);
    if (place === undefined) {
      place = values.push(value) - 1;
      places.set(written, place);
    }
    at.push(place);
  }
  return values.length * 2 > at.length ? { values: at.map((place) => values[place]) } : { values, at };
}

/** What `storedColumns` wrote, read as far as somebody asks. */
export class KeyColumns {
  private readonly columns: Columns;
  private readonly count: number;

  constructor(stored: string) {
    this.columns = JSON.parse(stored) as Columns;
    this.count = (this.columns.stage.at ?? this.columns.stage.values).length;
  }

  /** The keys of a record; undefined where the file is none. */
  keys(row: number): IndexKeys | undefined {
    return this.value('stage', row) === undefined ? undefined : new KeptKeys(this, row);
  }

  value(name: ColumnName, row: number): unknown {
    const { values, at } = this.columns[name];
    return values[at ? (at[row] ?? -1) : row] ?? undefined;
  }

  /** Whom and what a record names. */
  named(row: number): readonly [ids: readonly string[], paths: readonly string[]] {
    const written = this.value('named', row);
    return typeof written === 'string' ? (JSON.parse(written) as [string[], string[]]) : [[], []];
  }

  /** Those that are records. */
  *records(): Iterable<number> {
    for (let row = 0; row < this.count; row++) if (this.value('stage', row) !== undefined) yield row;
  }

  /** The records whose value in a column is one that is looked for. */
  *having(name: ColumnName, fits: (value: unknown) => boolean): Iterable<number> {
    const { values, at } = this.columns[name];
    const places = new Set<number>();
    values.forEach((value, place) => {
      if (fits(value)) places.add(place);
    });
    if (!at) yield* places;
    else if (places.size > 0)
      for (let row = 0; row < at.length; row++) if (places.has(at[row] ?? -1)) yield row;
  }

  /** The records whose window, if they have one, has a moment in common with a stretch of time. */
  between(start: number, end: number): number[] {
    const found: number[] = [];
    for (let row = 0; row < this.count; row++) {
      const from = this.value('start', row);
      if (typeof from !== 'number' || from >= end) continue;
      const until = this.value('end', row) ?? from;
      // A window without a length is its first moment.
      if (typeof until === 'number' && Math.max(until, from + 1) > start) found.push(row);
    }
    return found;
  }

  /** The records in whose references and links a text stands, as JSON writes it. */
  naming(written: string): Iterable<number> {
    return this.having('named', (value) => typeof value === 'string' && value.includes(written));
  }
}

/** A record's keys, as the columns have them. */
class KeptKeys implements IndexKeys {
  constructor(
    private readonly columns: KeyColumns,
    private readonly row: number,
  ) {}

  get id(): string | undefined {
    return this.columns.value('id', this.row) as string | undefined;
  }

  get status(): string {
    return this.columns.value('status', this.row) as string;
  }

  get stage(): string {
    return this.columns.value('stage', this.row) as string;
  }

  get change(): ChangeKeys | undefined {
    const isChange = this.columns.value('environments', this.row) !== undefined;
    // It has every one of the names, by the properties that are defined below.
    return isChange ? (new KeptChange(this.columns, this.row) as unknown as ChangeKeys) : undefined;
  }

  get references(): IndexKeys['references'] {
    return this.columns.named(this.row)[0].map((id) => ({ id }));
  }

  get links(): IndexKeys['links'] {
    return this.columns.named(this.row)[1].map((path) => ({ path }));
  }
}

/** What a change is found by, as the columns have it: each part is read when somebody asks for it. */
class KeptChange {
  constructor(
    readonly columns: KeyColumns,
    readonly row: number,
  ) {}
}

for (const name of changeKeyNames)
  Object.defineProperty(KeptChange.prototype, name, {
    get(this: KeptChange) {
      return this.columns.value(name, this.row);
    },
  });
