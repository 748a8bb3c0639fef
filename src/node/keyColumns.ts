import { type ChangeKeys, changeKeyNames, type IndexKeys } from '../core/index/indexKeys';
import { LineMap } from '../core/model/text/lineMap';

/**
 * One thing that records are found by, of all of them. What many have in common stands once in `values`, and `at` tells
 * where for each record; what hardly any two share stands in `values` record by record. Nothing is `null` there.
 */
interface Column {
  readonly values: readonly unknown[];
  readonly at?: readonly number[];
}

/** What a question is mostly about, besides what changes are found by, by the name of its column. */
const ofAll = {
  id: ({ id }) => id,
  status: ({ status }) => status,
  stage: ({ stage }) => stage,
} satisfies Record<string, (keys: IndexKeys) => unknown>;

type PlainName = keyof typeof ofAll | (typeof changeKeyNames)[number];
type PlainColumns = Readonly<Record<PlainName, Column>>;

/**
 * What the records of a workspace are found by, as two texts: columns, which ten thousand records are read from in the
 * time of some hundred lines; and a line for each record with whom and what it names, which fewer questions are about.
 *
 * @param rows the keys of each record; nothing for a file that is none
 */
export function storedColumns(rows: readonly (IndexKeys | undefined)[]): { plain: string; named: string } {
  const ofChanges = changeKeyNames.map((name) => [name, columnOf(rows, ({ change }) => change?.[name])]);
  const columns = [
    ...Object.entries(ofAll).map(([name, read]) => [name, columnOf(rows, read)]),
    ...ofChanges,
  ];
  const named = rows.map((keys) => {
    const ids = new Set(keys?.references.map(({ id }) => id));
    const paths = new Set(keys?.links.flatMap(({ path }) => path ?? []));
    return JSON.stringify([[...ids], [...paths]]);
  });
  return { plain: JSON.stringify(Object.fromEntries(columns)), named: named.join('\n') };
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
  private readonly columns: PlainColumns;
  private readonly count: number;
  private read: LineMap | undefined;

  /** @param lineTexts gives the second text */
  constructor(
    stored: string,
    private readonly lineTexts: () => string,
  ) {
    this.columns = JSON.parse(stored) as PlainColumns;
    this.count = (this.columns.stage.at ?? this.columns.stage.values).length;
  }

  /** The keys of a record; undefined where the file is none. */
  keys(row: number): IndexKeys | undefined {
    return this.value('stage', row) === undefined ? undefined : new KeptKeys(this, row);
  }

  value(name: PlainName, row: number): unknown {
    const { values, at } = this.columns[name];
    return values[at ? (at[row] ?? -1) : row] ?? undefined;
  }

  /** Whom and what a record names. */
  named(row: number): readonly [ids: readonly string[], paths: readonly string[]] {
    return JSON.parse(this.lines().lineText(row)) as [string[], string[]];
  }

  /** Those that are records. */
  *records(): Iterable<number> {
    for (let row = 0; row < this.count; row++) if (this.value('stage', row) !== undefined) yield row;
  }

  /** The records that have one of some values in a column. */
  *having(name: PlainName, values: ReadonlySet<unknown>): Iterable<number> {
    const column = this.columns[name];
    const { at } = column;
    if (!at) {
      for (let row = 0; row < column.values.length; row++) if (values.has(column.values[row])) yield row;
      return;
    }
    const places = new Set(column.values.flatMap((value, place) => (values.has(value) ? place : [])));
    if (places.size === 0) return;
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
  naming(written: string): number[] {
    const lines = this.lines();
    const { text } = lines;
    const found: number[] = [];
    for (let at = text.indexOf(written); at >= 0 && at < text.length; ) {
      const row = lines.lineAt(at);
      found.push(row);
      // Once for each record.
      at = text.indexOf(written, lines.startOf(row + 1));
    }
    return found;
  }

  private lines(): LineMap {
    this.read ??= new LineMap(this.lineTexts());
    return this.read;
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
