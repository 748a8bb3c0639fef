import { recordTypes } from '../model/vocabulary/vocabulary';
import { type ExportTable, plainColumn } from './exportTable';
import {
  fieldColumns,
  type ImportedField,
  idColumns,
  importedFields,
  sectionColumns,
  stateWords,
  urlColumns,
  valueOfWord,
  valueWords,
} from './importWords';
import type { Mapping, Markup } from './mapping';

/** What makes an export. */
type Service = 'servicenow' | 'jira' | 'github' | 'gitlab' | undefined;

const markups: { readonly [service in NonNullable<Service>]: Markup } = {
  servicenow: 'auto',
  jira: 'wiki',
  github: 'markdown',
  gitlab: 'markdown',
};

/** Fields of which several columns count, the first that says something. */
const withOthers: ReadonlySet<ImportedField> = new Set(['status', 'requested_by']);
/** No more states than this are written down: a column that has more holds something else. */
const mostStates = 60;

/**
 * A first guess of a mapping, by the names of the columns and what stands in them.
 *
 * @param name the file's name without its ending
 * @param isData whether it is what a service answers to programs, which has other times than what it shows to people
 */
export function guessMapping(table: ExportTable, name: string, isData: boolean): Mapping {
  const byName = new Map<string, string>();
  for (const column of [...table.columns].reverse()) byName.set(plainColumn(ownName(column)), column);
  const found = (names: readonly string[]): string[] => {
    const columns = names.flatMap((known) => byName.get(known) ?? byName.get(known.replace(/^u_/, '')) ?? []);
    return [...new Set(columns)];
  };
  const service = serviceOf(table, new Set(byName.keys()), isData);
  const id = found(idColumns)[0] ?? uniqueColumn(table);
  const type = typeOf(service, table, id, name, new Set(byName.keys()));
  const fields = fieldsOf(type, service, found);
  const [url] = found(urlColumns);
  const sections = [...sectionColumns].flatMap(([section, names]) => {
    const columns = found(names).filter(
      (column) => ![...fields.values()].some((used) => used.includes(column)),
    );
    return columns.length > 0 ? [[section, columns] as const] : [];
  });
  return {
    from: service ?? (plainColumn(name) || 'import'),
    type,
    id,
    url,
    timezone: service === 'servicenow' && isData ? 'UTC' : undefined,
    text: service ? markups[service] : 'auto',
    fields,
    sections: new Map(sections),
    states: new Map(statesOf(table, fields.get('status'), type)),
    values: new Map(),
  };
}

/** What a column is called where a service says beside it that somebody added it. */
function ownName(column: string): string {
  return /^(?:custom field|campo personalizado)\s*\((.+)\)$/i.exec(column)?.[1] ?? column;
}

function serviceOf({ rows }: ExportTable, columns: ReadonlySet<string>, isData: boolean): Service {
  const has = (...names: readonly string[]): boolean => names.every((name) => columns.has(name));
  if (
    has('number', 'shortdescription') ||
    has('numero', 'descripcionbreve') ||
    has('numero', 'brevedescripcion')
  )
    return 'servicenow';
  if (has('issuekey') || has('clavedeincidencia') || has('clavedelaincidencia') || has('key', 'issuetype'))
    return 'jira';
  if (has('key', 'summary')) return 'jira';
  const address = rows[0]?.cells.get('web_url')?.[0] ?? rows[0]?.cells.get('URL')?.[0] ?? '';
  if (has('iid') || /\/-\/(?:issues|work_items|incidents)\/\d+/.test(address)) return 'gitlab';
  return isData && (has('number', 'title') || has('number', 'state')) ? 'github' : undefined;
}

function typeOf(
  service: Service,
  { rows }: ExportTable,
  id: string | undefined,
  name: string,
  columns: ReadonlySet<string>,
): Mapping['type'] {
  const isChange = (row: ExportTable['rows'][number]): boolean =>
    fieldColumns.type.some((known) =>
      [...row.cells].some(
        ([column, [value = '']]) =>
          plainColumn(column) === known && valueOfWord(value, valueWords.type ?? {}) === 'change',
      ),
    );
  if (service === 'jira' && rows.length > 0 && rows.every(isChange)) return 'change';
  if (service && service !== 'servicenow') return 'ticket';
  const first = (id === undefined ? undefined : rows[0]?.cells.get(id)?.[0]) ?? '';
  if (/^(?:INC|RITM|REQ|PRB|TKT)/i.test(first)) return 'ticket';
  if (service) return 'change';
  const has = (names: readonly string[]): boolean => names.some((known) => columns.has(known));
  if (has(fieldColumns['schedule.start']) || has(sectionColumns.get('rollback') ?? [])) return 'change';
  return /ticket|incid|issue|bug/i.test(name) || has(fieldColumns.severity) ? 'ticket' : 'change';
}

function fieldsOf(
  type: Mapping['type'],
  service: Service,
  found: (names: readonly string[]) => string[],
): Map<ImportedField, readonly string[]> {
  const known = recordTypes[type].fields;
  const fields = new Map<ImportedField, readonly string[]>();
  for (const name of importedFields) {
    if (!Object.hasOwn(known, name.split('.')[0] ?? '')) continue;
    if (name === 'type' && service !== 'jira') continue;
    // Of a change these are about the incident that it fixes, which an export of changes has not.
    if (type === 'change' && (name === 'severity' || name === 'reported_at')) continue;
    const names =
      name === 'owner' && type === 'ticket'
        ? [...fieldColumns.assignee, ...fieldColumns.owner]
        : fieldColumns[name];
    const columns = found(names);
    const [first] = columns;
    if (first !== undefined) fields.set(name, withOthers.has(name) ? columns : [first]);
  }
  return fields;
}

/** The states that stand in an export, each with the state here; empty where none is known. */
function statesOf(
  { rows }: ExportTable,
  columns: readonly string[] = [],
  type: Mapping['type'],
): [string, string][] {
  const [column] = columns;
  const values = new Set(rows.flatMap(({ cells }) => cells.get(column ?? '')?.[0]?.trim() ?? []));
  return [...values].slice(0, mostStates).map((value) => [value, valueOfWord(value, stateWords[type]) ?? '']);
}

/** A column whose values look like ids, each of them another one. */
function uniqueColumn({ columns, rows }: ExportTable): string | undefined {
  return columns.find((column) => {
    const values = rows.map(({ cells }) => cells.get(column)?.[0]?.trim() ?? '');
    return values.every(isId) && new Set(values).size === rows.length && !isRow(column, values[0] ?? '');
  });
}

function isId(value: string): boolean {
  return /^[\p{L}_-]{0,12}\d{1,12}$/u.test(value);
}

/** Whether the name of a column is one more of its values: then the table has no names of columns. */
function isRow(name: string, value: string): boolean {
  return isId(name) && name.replace(/\d+/, '') === value.replace(/\d+/, '');
}
