import readXlsxFile from 'read-excel-file/universal';

/** What a spreadsheet may unpack to. */
const mostBytes = 400_000_000;

/** The first sheet of a spreadsheet, and how many more there are. */
interface SheetGrid {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly others: number;
}

/** Whether bytes are a packed spreadsheet, by how they begin. */
export function isSheet(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Reads a spreadsheet (`.xlsx`); undefined where it is none. Of a formula the value counts that was stored with it. */
export async function readSheet(bytes: Uint8Array): Promise<SheetGrid | undefined> {
  if (unpackedSize(bytes) > mostBytes) return undefined;
  try {
    const copy = new Uint8Array(bytes).buffer;
    const sheets = await readXlsxFile(copy);
    const [first] = sheets;
    if (!first) return undefined;
    return { name: first.sheet, rows: first.data.map((row) => row.map(cellText)), others: sheets.length - 1 };
  } catch {
    return undefined;
  }
}

/** A cell as text. A date has no zone in a spreadsheet. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell);
  if (Number.isNaN(cell.getTime())) return '';
  const rounded = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString();
  const [day = '', time = ''] = rounded.split(/[T.]/);
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** What the list at the end of a packed file says that its files unpack to. No more than that is ever unpacked. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 70_000 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) return Number.POSITIVE_INFINITY;
  let size = 0;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && at + 46 <= bytes.length; left--) {
    if (view.getUint32(at, true) !== 0x02014b50) return Number.POSITIVE_INFINITY;
    size += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return size;
}
