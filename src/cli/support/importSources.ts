import { basename, extname, resolve } from 'node:path';
import { guessMapping } from '../../core/import/guessMapping';
import { importFolder, isPlainFolder } from '../../core/import/importPlaces';
import { dateFields } from '../../core/import/importWords';
import { columnsRead, type Mapping } from '../../core/import/mapping';
import type { ImportSource } from '../../core/import/planImport';
import { readMapping } from '../../core/import/readMapping';
import { type DateOrder, orderOf } from '../../core/import/sourceDate';
import { hintArgs, nearestName } from '../../core/model/parse/nearest';
import { configLimits } from '../../core/model/parse/yamlLimits';
import type { Language } from '../../core/model/text/localized';
import type { ImportReport } from '../../core/report/importReport';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import { exportBytes, type ReadExport, readExport } from '../../node/import/readExport';
import { readRegular } from '../../node/openFile';
import { errorCode } from '../../node/walk';
import { type Call, say } from './command';
import { UsageError } from './io';
import { unreadSentence } from './tellUnreadable';

/** An export as a call wants it read, and how it is written down. */
export interface CalledSource extends ImportSource {
  readonly form: Extract<ReadExport, { readonly ok: true }>['form'];
  /** What its dates say of their order. */
  readonly found: ReturnType<typeof orderOf>;
}

/** Reads the exports that a call names, with the mapping that it names, else a guess. */
export async function importSources(
  call: Call,
  workspace: LoadedWorkspace,
  told: Language,
): Promise<CalledSource[]> {
  const sources: CalledSource[] = [];
  for (const path of call.paths) sources.push(await sourceAt(call, path, workspace, told));
  return sources;
}

/** The report's part of an export. */
export function sourceReport({
  file,
  mapping,
  table,
  form,
  order,
  zone,
}: CalledSource): ImportReport['sources'][number] {
  return { file, from: mapping.from, rows: table.rows.length, ...form, dates: order, timezone: zone };
}

async function sourceAt(
  call: Call,
  path: string,
  workspace: LoadedWorkspace,
  told: Language,
): Promise<CalledSource> {
  // What a command line prints may be handed over as it is.
  const bytes = path === '-' ? await call.io.readInput() : exportBytes(resolve(call.io.cwd, path));
  const read = 'ok' in bytes ? bytes : await readExport(bytes);
  if (!read.ok) {
    if (read.problem === 'file') throw unread(path, read.code, told);
    throw new UsageError(say(told, `export_${read.problem}`, { path }));
  }
  const { table, form, otherSheets, above } = read;
  if (form.encoding === 'windows-1252') call.tell(say(told, 'otherEncoding', { path }));
  if (otherSheets > 0)
    call.tell(say(told, 'otherSheets', { path, name: form.sheet ?? '', count: otherSheets }));
  if (above > 0) call.tell(say(told, 'rowsAbove', { path, count: above }));
  const guess = guessMapping(
    table,
    basename(path, extname(path)),
    form.separator === null && form.sheet === null,
  );
  const mapping = mappingFor(call, guess, told);
  refuseMissing(call, path, mapping, table.columns, told);
  const { config } = workspace.config;
  const asked = call.text('language') === undefined ? undefined : told;
  const language = asked ?? mapping.language ?? config.data.language ?? 'en';
  const values = [...mapping.fields].flatMap(([field, columns]) => (dateFields.has(field) ? columns : []));
  const found = orderOf(
    table.rows.flatMap(({ cells }) => values.flatMap((column) => cells.get(column) ?? [])),
  );
  const given = call.text('dates') === undefined ? mapping.dates : call.oneOf('dates', ['dmy', 'mdy'], 'dmy');
  const folderOf = (type: Mapping['type']): string =>
    (type === mapping.type ? mapping.folder : undefined) ??
    importFolder(type, language, { ...workspace, config });
  const folders = { change: folderOf('change'), ticket: folderOf('ticket') };
  for (const folder of Object.values(folders))
    if (folder !== '' && !isPlainFolder(folder))
      throw new UsageError(say(told, 'badFolder', { path: folder }));
  const zone = mapping.timezone ?? config.data.timezone ?? 'UTC';
  const order = call.has('guess') ? 'dmy' : orderIn(found, given, path, told);
  return { file: path, table, mapping, form, found, order, zone, language, folders };
}

/** The mapping that a call names, filled up by the guess; else the guess. */
function mappingFor(call: Call, guess: Mapping, told: Language): Mapping {
  const path = call.text('mapping');
  if (path === undefined) return guess;
  try {
    const { bytes, size } = readRegular(resolve(call.io.cwd, path), configLimits.bytes);
    if (size > configLimits.bytes) throw Object.assign(new Error('EFBIG'), { code: 'EFBIG' });
    const result = readMapping(bytes.toString('utf8'), guess, told);
    if (result.ok) return result.mapping;
    throw new UsageError(say(told, 'mappingRefused', { path, reason: result.reason }));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw unread(path, errorCode(error), told);
  }
}

function unread(path: string, code: string, told: Language): UsageError {
  return new UsageError(
    code === 'ENOENT' ? say(told, 'noSuchPath', { path }) : unreadSentence(path, code, told),
  );
}

/** Says which columns are not there; without the one of the ids nothing can be told apart. */
function refuseMissing(
  call: Call,
  path: string,
  mapping: Mapping,
  columns: readonly string[],
  told: Language,
): void {
  if (call.has('guess')) return;
  if (mapping.id === undefined || !columns.includes(mapping.id)) {
    const all = columns.slice(0, 40).join(', ');
    throw new UsageError(say(told, 'noIdColumn', { path, columns: all }));
  }
  for (const name of columnsRead(mapping)) {
    if (name === '' || name === mapping.url || columns.includes(name)) continue;
    call.tell(say(told, 'noSuchColumn', { path, name, ...hintArgs(nearestName(name, columns)) }));
  }
}

function orderIn(
  { order, example = '' }: ReturnType<typeof orderOf>,
  given: DateOrder | undefined,
  path: string,
  told: Language,
): DateOrder {
  if (given) return given;
  if (order === 'dmy' || order === 'mdy') return order;
  if (order === 'none') return 'dmy';
  throw new UsageError(say(told, order === 'both' ? 'bothOrders' : 'whichOrder', { path, example }));
}
