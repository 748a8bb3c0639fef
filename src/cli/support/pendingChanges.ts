import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import type { IndexEntry } from '../../core/index/indexEntry';
import type { Language } from '../../core/model/text/localized';
import { plainName } from '../../core/model/text/plainName';
import { isWanted, type PendingFilter } from '../../core/pending/pendingGroups';
import { spanishWaiters, waiters } from '../../core/pending/pendingNames';
import { type PendingRow, pendingRow } from '../../core/pending/pendingRow';
import { findingsOf, type LoadedWorkspace } from '../../node/checkWorkspace';
import { ownIdentity } from '../../node/commit/identity';
import { type Call, hintFor, say, wrongCall } from './command';
import { UsageError } from './io';
import { load } from './load';
import { isSelected, nestedIn, selectPaths, shownPath } from './selection';

/** What the workspaces of a call hold besides records. */
interface Gathered {
  readonly states: Set<string>;
  readonly customers: Set<string>;
  language: Language | undefined;
  now: number | undefined;
  /** Whether something could not be read, and the answer may lack it. */
  unread: boolean;
}

/** What `--customer` and `--waits-on` ask for; `peopleAsked` says whose. */
export function pendingFilterOf(call: Call): PendingFilter {
  const customer = call.text('customer');
  const asked = call.text('waits-on') !== undefined;
  const waitsOn = asked ? call.oneOf('waits-on', waiters, 'us', spanishWaiters) : undefined;
  return { ...(customer ? { customer } : {}), ...(waitsOn ? { waitsOn } : {}) };
}

/**
 * Whom the changes have to name by `--mine`: keys of whoever git says is at work, by how a workspace knows people; nobody
 * in particular without it.
 */
export async function peopleAsked(
  call: Call,
): Promise<(config: WorkspaceConfig) => readonly string[] | undefined> {
  if (!call.has('mine')) return () => undefined;
  const own = await ownIdentity(call.io.cwd);
  if (!own) throw wrongCall('whoIsMe');
  return ({ people }) => [own.name, own.address].flatMap((name) => people.keyOf(name) || []);
}

/**
 * Loads the workspaces of some paths, or of the current folder, with those inside them.
 *
 * @param take is given each record that the paths lead to
 */
export async function gatherRecords(
  call: Call,
  paths: readonly string[],
  take: (workspace: LoadedWorkspace, entry: IndexEntry) => void,
): Promise<Gathered> {
  const { selections, missing } = selectPaths(paths, call.io.cwd);
  const [lost] = missing;
  if (lost) throw wrongCall('noSuchPath', { path: lost.path });
  const gathered: Gathered = {
    states: new Set(),
    customers: new Set(),
    language: undefined,
    now: undefined,
    unread: false,
  };
  for (let index = 0; index < selections.length; index++) {
    const selection = selections[index];
    if (!selection) continue;
    const workspace = await load(call, selection.root);
    takeConfig(workspace, gathered);
    if (workspace.unreadable.length > 0) gathered.unread = true;
    for (const entry of workspace.index.all()) if (isSelected(selection, entry.file)) take(workspace, entry);
    selections.push(...nestedIn(workspace.survey, selection));
  }
  return gathered;
}

function takeConfig(workspace: LoadedWorkspace, gathered: Gathered): void {
  const { config } = workspace.config;
  gathered.language ??= config.data.language;
  gathered.now ??= workspace.now;
  for (const state of config.workflow.states.keys()) gathered.states.add(state);
  for (const [key, { name }] of config.customers) {
    gathered.customers.add(key);
    if (name) gathered.customers.add(plainName(name));
  }
}

/** The row of a pending change; its findings are looked for only where it is one. */
export function rowOf(call: Call, workspace: LoadedWorkspace, entry: IndexEntry): PendingRow | undefined {
  const { config } = workspace.config;
  if (!pendingRow(entry, [], config)?.isChange) return undefined;
  const row = pendingRow(entry, findingsOf(workspace, entry), config);
  return row && { ...row, file: shownPath(call.io.cwd, workspace.root, entry.file) };
}

/** A name that is no configured customer's, and that no change has either, is a mistake in the call. */
export function tellUnknownCustomer(
  { customer }: PendingFilter,
  { customers }: Gathered,
  rows: readonly PendingRow[],
  language: Language,
): void {
  if (!customer || customers.size === 0 || customers.has(plainName(customer))) return;
  if (rows.some((row) => isWanted(row, { customer }))) return;
  const known = [...customers].join(', ');
  throw new UsageError(
    say(language, 'wish_customer', { value: customer.slice(0, 60), known, ...hintFor(customer, known) }),
  );
}
