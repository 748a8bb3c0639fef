import type { IndexKeys } from '../index/indexKeys';
import type { DeliveryFacts } from './deliveryFacts';

/**
 * What a change says of its delivery, as it is kept beside its keys: nothing that these hold as well, and values without
 * names, in the order of `cellNames`. Moments are seconds after its start. A list is one of all values of its rows.
 */
export type PackedDelivery = readonly unknown[];

/** What a change says, and all that it does not, which is undefined. */
export type AllFacts = { readonly [Name in keyof Required<DeliveryFacts>]: DeliveryFacts[Name] | undefined };

/** No list of one record is kept further than that, and no text. */
export const mostEntries = 100;
export const longestText = 300;

/** What few changes have stands last: what is missing there takes no room. */
const cellNames = [
  'title',
  'zone',
  'changeType',
  'performedBy',
  'actualStart',
  'actualEnd',
  'approvedAt',
  'requestedAt',
  'created',
  'requestedBy',
  'owner',
  'procedure',
  'procedureVersion',
  'tickets',
  'approvals',
  'notices',
  'agreement',
  'tests',
  'outageMinutes',
  'release',
  'waivers',
  'reportedAt',
  'rollbackAt',
  'rollbackReason',
  'rollbackTo',
  'justification',
  'cab',
  'supersedes',
  'owesReview',
  'cameClosed',
  'unsure',
] as const satisfies readonly (keyof DeliveryFacts)[];

const moments: ReadonlySet<string> = new Set([
  ...['actualStart', 'actualEnd', 'approvedAt', 'requestedAt', 'reportedAt', 'rollbackAt', 'at'],
]);

/** What has values of its own, by their names; the version, tag and branch of a release are among the keys. */
const parts: ReadonlyMap<string, readonly string[]> = new Map([
  ['agreement', ['by', 'at', 'riskAcceptedBy']],
  ['tests', ['passed', 'total', 'validatedIn', 'artifact']],
  ['release', ['artifact', 'repository']],
  ['cab', ['meeting', 'at', 'decision']],
]);

/** What there are several of, by the names of their values. */
const lists: ReadonlyMap<string, readonly string[]> = new Map([
  ['approvals', ['role', 'by', 'at', 'decision']],
  ['notices', ['kind', 'at', 'by']],
  ['waivers', ['rule', 'by', 'reason', 'until']],
]);

type Values = { readonly [name: string]: unknown };

/** Makes small what a change says of its delivery. */
export function packDelivery(facts: AllFacts): PackedDelivery {
  const base = facts.start ?? 0;
  const cells: unknown[] = [];
  for (const name of cellNames) cells.push(cellOf(name, facts[name], base));
  while (cells.length > 0 && cells.at(-1) === undefined) cells.pop();
  return cells;
}

function cellOf(name: string, value: unknown, base: number): unknown {
  if (value === undefined) return undefined;
  if (moments.has(name)) return ((value as number) - base) / 1000;
  const names = parts.get(name) ?? lists.get(name);
  if (!names) return value;
  const cells: unknown[] = [];
  for (const one of Array.isArray(value) ? (value as Values[]) : [value as Values])
    for (const part of names) cells.push(cellOf(part, one[part], base));
  return cells;
}

/**
 * What was made small.
 *
 * @param packed as it came back from JSON
 * @param keys of the same record
 */
export function unpackDelivery(packed: PackedDelivery, keys: IndexKeys): DeliveryFacts {
  const { change, id, status, stage } = keys;
  const facts: { [name: string]: unknown } = {};
  const put = (name: string, value: unknown): void => {
    if (value !== undefined && value !== null) facts[name] = value;
  };
  put('id', id);
  facts.status = status;
  facts.stage = stage;
  for (const name of [
    'deploymentType',
    'severity',
    'outcome',
    'goesBack',
    'customer',
    'start',
    'end',
  ] as const)
    put(name, change?.[name]);
  facts.environments = change?.environments.slice(0, mostEntries) ?? [];
  facts.components = change?.components.slice(0, mostEntries) ?? [];
  put('assignee', short(change?.assigneeName));
  put(
    'phases',
    change?.phases?.map(({ startAt: _, ...phase }) => phase),
  );
  const base = change?.start ?? 0;
  for (const [at, name] of cellNames.entries()) put(name, unpacked(name, packed[at], base));
  if (change?.release) {
    const { elsewhere: _, ...names } = change.release;
    facts.release = { ...names, ...(facts.release as Values | undefined) };
  }
  // Each of them has the name and the kind that `takeDelivery` gave it.
  return facts as unknown as DeliveryFacts;
}

function unpacked(name: string, cell: unknown, base: number): unknown {
  if (cell === undefined || cell === null) return undefined;
  if (moments.has(name)) return (cell as number) * 1000 + base;
  const part = parts.get(name);
  if (part) return valuesAt(cell as unknown[], 0, part, base);
  const row = lists.get(name);
  if (!row) return cell;
  const values: Values[] = [];
  const cells = cell as unknown[];
  for (let at = 0; at < cells.length; at += row.length) values.push(valuesAt(cells, at, row, base));
  return values;
}

function valuesAt(cells: readonly unknown[], from: number, names: readonly string[], base: number): Values {
  const values: { [name: string]: unknown } = {};
  for (const [at, name] of names.entries()) {
    const value = unpacked(name, cells[from + at], base);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** Of a text as much as is kept. */
export function short(text: string | undefined): string | undefined {
  return text?.slice(0, longestText);
}
