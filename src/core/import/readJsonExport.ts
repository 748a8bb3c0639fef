import { add, columnsOf, type ExportRow, type ExportTable } from './exportTable';
import { jsonValues } from './jsonValues';
import { isDocument } from './readDocument';

type Json = { readonly [key: string]: unknown };

/** Under which key services put their list. */
const lists = ['result', 'records', 'issues', 'items', 'values', 'data', 'nodes'];
/** What of an object is its name, the first that is there. */
const names = ['display_value', 'displayName', 'name', 'login', 'username', 'title', 'key', 'value'];
const deepest = 6;

/**
 * Reads an export in JSON: a list, a list under the usual key, one object, or several of them one after the other, as
 * command lines print pages.
 *
 * @returns undefined where the text is no JSON, or holds no list of objects
 */
export function readJsonExport(text: string): ExportTable | undefined {
  try {
    return tableIn(text);
  } catch {
    // Nested deeper than anything that a service exports.
    return undefined;
  }
}

function tableIn(text: string): ExportTable | undefined {
  const values = jsonValues(text);
  const items = values?.flatMap((value) => listIn(value) ?? [undefined]);
  if (!items || items.length === 0 || !items.every(isObject)) return undefined;
  if (items.every((item) => Object.keys(item).length === 0)) return undefined;
  const titles = titlesIn(values?.[0]);
  const rows = items.map((item, index): ExportRow => {
    const cells = new Map<string, string[]>();
    for (const [key, value] of Object.entries(item)) {
      if (key === 'fields' && isObject(value))
        for (const [name, inside] of Object.entries(value))
          flatten(titles.get(name) ?? name, inside, cells, 0);
      else flatten(key, value, cells, 0);
    }
    addAddress(item, cells);
    return { place: index + 1, cells };
  });
  return { columns: columnsOf(rows), rows };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listIn(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value.flatMap((item) => (Array.isArray(item) ? item : [item]));
  if (!isObject(value)) return undefined;
  const list = lists.map((key) => value[key]).find((inside) => Array.isArray(inside) || isObject(inside));
  return list === undefined ? [value] : (listIn(list) ?? undefined);
}

/** The names of fields that have none of their own, where the export tells them. */
function titlesIn(value: unknown): ReadonlyMap<string, string> {
  const titles = isObject(value) && isObject(value.names) ? Object.entries(value.names) : [];
  return new Map(
    titles.flatMap(([key, title]) => (typeof title === 'string' ? [[key, title] as const] : [])),
  );
}

function flatten(column: string, value: unknown, cells: Map<string, string[]>, depth: number): void {
  if (value === null || value === undefined || depth > deepest) return;
  if (Array.isArray(value)) for (const item of value) flatten(column, item, cells, depth + 1);
  else if (typeof value !== 'object') add(cells, column, String(value));
  else if (isDocument(value)) add(cells, column, JSON.stringify(value));
  else {
    const object = value as Json;
    const name =
      momentIn(object) ??
      names.map((key) => object[key]).find((said) => typeof said === 'string' && said !== '');
    if (typeof name === 'string') {
      add(cells, column, name);
      // A tracker's own states are of three kinds, which tell more than their names.
      if (object.statusCategory) flatten(`${column} category`, object.statusCategory, cells, depth + 1);
    } else
      for (const [key, inside] of Object.entries(object))
        flatten(`${column}.${key}`, inside, cells, depth + 1);
  }
}

/** A moment that is shown to people as they like it is taken as it is stored. */
function momentIn({ display_value, value }: Json): string | undefined {
  if (typeof display_value !== 'string' || typeof value !== 'string') return undefined;
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value) ? value : undefined;
}

/** Where an issue is that names only the address of its data. */
function addAddress({ self, key }: Json, cells: Map<string, string[]>): void {
  if (typeof self !== 'string' || typeof key !== 'string') return;
  const [origin] = /^https?:\/\/[^/\s]+(?:\/[^/\s]+)*?(?=\/rest\/)/.exec(self) ?? [];
  if (origin) add(cells, 'web_url', `${origin}/browse/${encodeURIComponent(key)}`);
}
