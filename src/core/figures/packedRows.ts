import type { FigureRow, TimedNotice, Told } from './figureRow';

/**
 * The rows of a workspace as they are kept: texts once each, and of a row its place among them. Whoever asks for figures
 * reads all of them, and a tenth of the bytes is read in a tenth of the time.
 */
export interface PackedRows {
  readonly texts: readonly string[];
  readonly rows: readonly PackedRow[];
}

type Cell = number | string | readonly number[] | null;

/** In the order of `cellsOf`; what is missing at the end is left out. Moments are seconds. */
type PackedRow = readonly Cell[];

const states = ['open', 'calledOff', 'noEnd', 'endsFirst', 'ended'] as const;
const types = ['standard', 'normal', 'emergency'] as const;
const results = ['well', 'failed', 'rolledBack', 'superseded'] as const;
const tolds = ['inTime', 'late', 'untimed', 'emergency'] as const;
/** As many words as there are, and none. */
const toldBase = tolds.length + 1;

/** Makes rows small. */
export function packRows(rows: readonly FigureRow[]): PackedRows {
  const places = new Map<string, number>();
  const placeOf = (text: string): number => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const packed = rows.map((row) => {
    const cells = cellsOf(row, placeOf);
    while (cells.at(-1) === null) cells.pop();
    return cells;
  });
  return { texts: [...places.keys()], rows: packed };
}

function cellsOf(row: FigureRow, placeOf: (text: string) => number): Cell[] {
  const { ended = 0, customer, procedure, type, result, told } = row;
  const text = (one: string | undefined): Cell => (one === undefined ? null : placeOf(one));
  const moment = (at: number | undefined): Cell => (at === undefined ? null : (at - ended) / 1000);
  return [
    states.indexOf(row.state),
    ended === 0 ? null : ended / 1000,
    text(customer),
    text(procedure),
    row.components?.map(placeOf) ?? null,
    type ? types.indexOf(type) : null,
    result ? results.indexOf(result) : null,
    ...[row.began, row.start, row.due, row.asked, row.approved].map(moment),
    told ? toldCode(told) : null,
    row.waivers ?? null,
    ...[row.reported, row.backAt].map(moment),
    row.id ?? null,
    row.supersedes ?? null,
  ];
}

/** The rows that were packed. */
export function unpackRows({ texts, rows }: PackedRows): FigureRow[] {
  return rows.map((cells) => rowOf(cells, texts));
}

/** All are of one shape, and made without anything in between: there may be ten thousand. */
function rowOf(cells: PackedRow, texts: readonly string[]): FigureRow {
  const end = cells[1];
  const ended = typeof end === 'number' ? end * 1000 : undefined;
  const base = ended ?? 0;
  const components = cells[4];
  const told = cells[12];
  return {
    state: states[Number(cells[0])] ?? 'open',
    ended,
    customer: textAt(cells[2], texts),
    procedure: textAt(cells[3], texts),
    components: isList(components) ? components.map((place) => texts[place] ?? '') : undefined,
    type: types[numberIn(cells[5])],
    result: results[numberIn(cells[6])],
    began: momentAt(cells[7], base),
    start: momentAt(cells[8], base),
    due: momentAt(cells[9], base),
    asked: momentAt(cells[10], base),
    approved: momentAt(cells[11], base),
    told: typeof told === 'number' ? toldOf(told) : undefined,
    waivers: typeof cells[13] === 'number' ? cells[13] : undefined,
    reported: momentAt(cells[14], base),
    backAt: momentAt(cells[15], base),
    id: typeof cells[16] === 'string' ? cells[16] : undefined,
    supersedes: typeof cells[17] === 'string' ? cells[17] : undefined,
  };
}

function momentAt(cell: Cell | undefined, base: number): number | undefined {
  return typeof cell === 'number' ? cell * 1000 + base : undefined;
}

function textAt(cell: Cell | undefined, texts: readonly string[]): string | undefined {
  return typeof cell === 'number' ? texts[cell] : undefined;
}

function numberIn(cell: Cell | undefined): number {
  return typeof cell === 'number' ? cell : -1;
}

function isList(cell: Cell | undefined): cell is readonly number[] {
  return Array.isArray(cell);
}

function toldCode({ start, users, delay }: NonNullable<FigureRow['told']>): number {
  return [start, users, delay].reduce(
    (code, told) => code * toldBase + (told ? tolds.indexOf(told) + 1 : 0),
    0,
  );
}

function toldOf(code: number): { readonly [Kind in TimedNotice]?: Told | undefined } {
  const known = toldsKnown.get(code) ?? {
    start: toldIn(code, toldBase ** 2),
    users: toldIn(code, toldBase),
    delay: toldIn(code, 1),
  };
  toldsKnown.set(code, known);
  return known;
}

const toldsKnown = new Map<number, { readonly [Kind in TimedNotice]?: Told | undefined }>();

function toldIn(code: number, divisor: number): Told | undefined {
  return tolds[(Math.floor(code / divisor) % toldBase) - 1];
}
