import { trackerUrl } from '../config/trackers';
import type { ImportFacts } from '../index/cameClosed';
import { encodeUriPart } from '../model/text/encodeUriPart';
import type { Language } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { localText } from '../model/time/localText';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import type { ExportRow, ExportTable } from './exportTable';
import { type ImportedRecord, importedRecord } from './importedRecord';
import { dateOf, firstValue } from './importedValues';
import { ImportPlaces } from './importPlaces';
import { technicalColumns, valueOfWord, valueWords } from './importWords';
import type { LostPart } from './lostPart';
import { columnsRead, type Mapping } from './mapping';
import type { DateOrder } from './sourceDate';

/** One export with how it is read. */
export interface ImportSource {
  /** What the file is called in reports. */
  readonly file: string;
  readonly table: ExportTable;
  readonly mapping: Mapping;
  readonly order: DateOrder;
  readonly zone: string;
  readonly language: Language;
  /** For each type of record where it goes. */
  readonly folders: { readonly [type in Mapping['type']]: string };
}

/** A record to be written, and what of its row it does not keep. */
export interface PlannedRecord extends ImportedRecord {
  readonly source: string;
  readonly row: number;
  readonly id: string;
  readonly file: string;
  readonly type: Mapping['type'];
  readonly imported: ImportFacts;
  readonly lost: readonly LostPart[];
}

/** Why a row becomes no record. */
type SkipReason = 'imported' | 'duplicate' | 'noId' | 'pullRequest' | 'noFreeId';

interface SkippedRow {
  readonly source: string;
  readonly row: number;
  readonly reason: SkipReason;
  readonly sourceId: string | undefined;
  /** The record that it became before, or the row with its id. */
  readonly other?: string;
}

export interface ImportPlan {
  readonly records: readonly PlannedRecord[];
  readonly skipped: readonly SkippedRow[];
}

/** What is longer stands nowhere on one line. */
const longestTitle = 300;

type Input = Pick<WorkspaceCheckInput, 'config' | 'index' | 'now'>;

/** Plans the records of exports. What was imported before is not imported again, wherever its file lies now. */
export function planImport(sources: readonly ImportSource[], input: Input): ImportPlan {
  const known = new KnownImports(input.index);
  const places = new ImportPlaces(input);
  const records: PlannedRecord[] = [];
  const skipped: SkippedRow[] = [];
  for (const source of sources) {
    const read = columnsRead(source.mapping);
    for (const row of source.table.rows) {
      const imported = originOf(row, source.mapping, input.config.data.trackers);
      const skip = (reason: SkipReason, other?: string): void => {
        const about = { source: source.file, row: row.place, reason, sourceId: imported?.facts.id };
        skipped.push(other === undefined ? about : { ...about, other });
      };
      const before = imported && known.find(imported.facts);
      if (!imported) skip('noId');
      else if ([...row.cells.keys()].some((column) => /^pull_request\b/.test(column))) skip('pullRequest');
      else if (before)
        skip(before.row === undefined ? 'imported' : 'duplicate', before.file ?? String(before.row));
      else {
        const record = plannedRecord({ source, row, imported, read, places, now: input.now });
        if (!record) skip('noFreeId');
        else {
          records.push(record);
          known.add(imported.facts, { row: row.place });
        }
      }
    }
  }
  return { records, skipped };
}

/** Where a row came from, and an address that is none of the web. */
interface Origin {
  readonly facts: ImportFacts;
  readonly lost: readonly LostPart[];
}

function originOf(
  { cells }: ExportRow,
  { from, id: column, url }: Mapping,
  trackers: Input['config']['data']['trackers'],
): Origin | undefined {
  const id = oneLineValue(cells.get(column ?? '')?.[0] ?? '', 200);
  if (id === '') return undefined;
  const said = url?.includes('{') ? filled(url, cells) : cells.get(url ?? '')?.[0]?.trim();
  if (said !== undefined && !/^https?:\/\/[^\s<>]+$/i.test(said))
    return { facts: { from, id }, lost: [{ kind: 'address', name: 'url', detail: said }] };
  const address = said ?? trackerUrl(id, trackers);
  return { facts: { from, id, ...(address ? { url: address.slice(0, 2000) } : {}) }, lost: [] };
}

/** An address with what columns say; undefined where one of them says nothing. */
function filled(template: string, cells: ExportRow['cells']): string | undefined {
  let whole = true;
  const text = template.replace(/\{([^{}]+)\}/g, (_, column: string) => {
    const value = cells.get(column)?.[0]?.trim();
    whole &&= value !== undefined;
    return encodeUriPart(value ?? '');
  });
  return whole ? text : undefined;
}

interface RowInput {
  readonly source: ImportSource;
  readonly row: ExportRow;
  readonly imported: Origin;
  readonly read: ReadonlySet<string>;
  readonly places: ImportPlaces;
  readonly now: number;
}

function plannedRecord({ source, row, imported, read, places, now }: RowInput): PlannedRecord | undefined {
  const { mapping, zone, language, file } = source;
  const lost: LostPart[] = [...imported.lost];
  const input = { ...source, row, lost };
  const said = firstValue(input, 'type')?.trim() ?? '';
  const ownType = mapping.values.get('type')?.get(said) ?? valueOfWord(said, valueWords.type ?? {});
  const type = ownType === 'change' || ownType === 'ticket' ? ownType : mapping.type;
  const named = firstValue(input, 'title') ?? imported.facts.id;
  if (named.length > longestTitle) lost.push({ kind: 'cut', name: 'title', detail: String(named.length) });
  const title = oneLineValue(named, longestTitle) || imported.facts.id;
  const quiet = { ...input, lost: [] };
  const made = (['created', 'requested_at', 'reported_at', 'schedule.start'] as const)
    .map((field) => dateOf(quiet, field)?.day)
    .find((day) => day !== undefined);
  const year = Number((made ?? localText(now, zone)).slice(0, 4));
  const id = places.next(type, year);
  if (id === undefined) return undefined;
  const record = importedRecord({ ...input, type, id, title, language, imported: imported.facts });
  lost.push(...lostColumns(row, read));
  return {
    ...record,
    ...{ source: file, row: row.place, id, type, imported: imported.facts, lost },
    file: places.file(source.folders[type], id, title, year),
  };
}

/** Columns that say something and go nowhere. */
function lostColumns({ cells }: ExportRow, read: ReadonlySet<string>): LostPart[] {
  return [...cells].flatMap(([column, values]): LostPart[] => {
    if (read.has(column) || technicalColumns.test(column)) return [];
    const said = values.filter((value) => !/^(?:false|0|null|none|unset)$/i.test(value.trim()));
    const [first] = said;
    if (first === undefined) return [];
    if (/^(?:approval|approvals|aprobaci[oó]n|aprobaciones|approval status)$/i.test(column))
      return [{ kind: 'approval', name: column, detail: oneLineValue(first, 100) }];
    return [{ kind: 'column', name: said.length > 1 ? `${column} (${said.length})` : column }];
  });
}

/** What was imported already, and what this run imports. */
class KnownImports {
  private readonly byId = new Map<
    string,
    { readonly url?: string; readonly file?: string; readonly row?: number }[]
  >();

  constructor(index: Input['index']) {
    for (const { file, summary } of index.all()) if (summary.imported) this.add(summary.imported, { file });
  }

  add({ from, id, url }: ImportFacts, place: { readonly file?: string; readonly row?: number }): void {
    const key = JSON.stringify([from, id]);
    const known = this.byId.get(key) ?? [];
    known.push({ ...place, ...(url ? { url } : {}) });
    this.byId.set(key, known);
  }

  find({ from, id, url }: ImportFacts): { readonly file?: string; readonly row?: number } | undefined {
    const known = this.byId.get(JSON.stringify([from, id])) ?? [];
    // Every repository counts its issues from 1.
    const isNumber = /^\d+$/.test(id);
    return known.find((other) => !isNumber || !url || !other.url || other.url === url);
  }
}
