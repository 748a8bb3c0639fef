import { jsonValues } from '../import/jsonValues';
import { doubledKey } from '../model/text/doubledKey';
import { columnsOf, deploymentIn, isColumn } from './deploymentColumns';
import type { FromJson, JsonForm } from './jsonForm';
import { jsonForms } from './jsonForms';
import {
  mostDeployments,
  type ReadList,
  type WrittenDeployment,
  type WrittenStatus,
} from './listedDeployment';

type Json = { readonly [key: string]: unknown };

/** Under which key services put their list. */
const lists = ['items', 'Items', 'deployments', 'Deployments', 'releases', 'Tasks', 'value', 'data', 'nodes'];

/** Reads deployments from JSON, whichever of the known services printed it, or whoever wrote its columns. */
export function readDeploymentJson(text: string): ReadList {
  const values = jsonValues(text);
  if (!values) return { ok: false, fault: 'json' };
  // The last one of a name would count, and a reader sees the first.
  const doubled = doubledKey(text);
  if (doubled !== undefined) return { ok: false, fault: 'twoColumns', value: doubled.slice(0, 60) };
  const two = values.map(listsIn).find((keys) => keys.length > 1);
  if (two) return { ok: false, fault: 'twoLists', value: two.join(', ') };
  const entries = values.flatMap(entriesIn);
  const cut = cutOf(values, entries.length);
  if (cut !== undefined) return { ok: false, fault: 'cutList', value: cut };
  if (entries.length > mostDeployments) return { ok: false, fault: 'tooMany', value: String(entries.length) };
  if (entries.length === 0) return { ok: true, form: 'table', deployments: [], statuses: [] };
  const form = jsonForms.find((known) => known.read(entries[0]) !== undefined);
  return form ? readEntries(form, entries) : readObjects(entries);
}

function readEntries(form: JsonForm, entries: readonly unknown[]): ReadList {
  const deployments: WrittenDeployment[] = [];
  const statuses: WrittenStatus[] = [];
  for (const [index, entry] of entries.entries()) {
    const read: FromJson | undefined = form.read(entry);
    if (!read) return { ok: false, fault: 'shape', row: index + 1 };
    const place = { row: index + 1, ...(read.id === undefined ? {} : { id: read.id }) };
    if (read.status) statuses.push(read.status);
    for (const deployment of read.deployments ?? []) deployments.push({ ...deployment, place });
    if (deployments.length > mostDeployments) return { ok: false, fault: 'tooMany' };
  }
  return { ok: true, form: form.form, deployments, statuses };
}

/** A list of somebody's own, with the columns of a table. */
function readObjects(entries: readonly unknown[]): ReadList {
  const deployments: WrittenDeployment[] = [];
  for (const [index, entry] of entries.entries()) {
    if (!isObject(entry)) return { ok: false, fault: 'shape', row: index + 1 };
    const known = Object.entries(entry).flatMap(([title, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[title, String(value)] as const] : [],
    );
    // What stands deeper is not read, and without it a deployment would be taken for another one.
    const deeper = Object.entries(entry).find(([title, value]) => isColumn(title) && isFilled(value));
    if (deeper) return { ok: false, fault: 'shape', row: index + 1 };
    const columns = columnsOf(known.map(([title]) => title));
    if ('ok' in columns) return { ...columns, row: index + 1 };
    deployments.push(
      deploymentIn(
        known.map(([, value]) => value),
        columns,
        index + 1,
      ),
    );
  }
  return { ok: true, form: 'table', deployments, statuses: [] };
}

/** The keys of a value that hold lists of entries. */
function listsIn(value: unknown): string[] {
  return isObject(value) ? lists.filter((key) => Array.isArray(value[key])) : [];
}

/** What says that a list has more entries than were fetched: a count of all, or that another page follows the last one. */
function cutOf(values: readonly unknown[], fetched: number): string | undefined {
  const pages = values.filter(isObject);
  const most = pages.reduce(
    (max, { TotalResults: all }) => (typeof all === 'number' && all > max ? all : max),
    0,
  );
  if (most > fetched) return `${fetched} / ${most}`;
  const last = pages.at(-1);
  if (isObject(last?.pageInfo) && last.pageInfo.hasNextPage === true) return 'hasNextPage';
  return isObject(last?.metadata) && last.metadata.continue ? 'continue' : undefined;
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0;
}

function entriesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry) => (Array.isArray(entry) ? entry : [entry]));
  if (!isObject(value)) return [value];
  const inside = listsIn(value).map((key) => value[key])[0] as unknown[] | undefined;
  return inside === undefined ? [value] : inside.map((entry) => withNames(entry, value));
}

/** Octopus puts the names of what its entries mention by ids beside them. */
function withNames(entry: unknown, around: Json): unknown {
  if (!isObject(entry)) return entry;
  const nameOf = (list: unknown, id: unknown): unknown =>
    Array.isArray(list) ? list.find((one) => isObject(one) && one.Id === id)?.Name : undefined;
  const named = { ...entry };
  for (const [kind, list] of [
    ['Environment', around.Environments],
    ['Project', around.Projects],
    ['Tenant', around.Tenants],
  ] as const)
    named[`${kind}Name`] ??= nameOf(list, entry[`${kind}Id`]);
  return named;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
