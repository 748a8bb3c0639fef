import type { IndexEntry } from '../core/index/indexEntry';
import { oneLine } from '../core/language/plainText';
import type { Language } from '../core/model/text/localized';
import { windowBetween } from '../core/model/time/localText';
import { isWanted, type PendingFilter } from '../core/pending/pendingGroups';
import { groupings, waiters } from '../core/pending/pendingNames';
import { type PendingRow, pendingRow } from '../core/pending/pendingRow';
import { counted } from '../core/pending/pendingTexts';
import { type PendingGroup, PendingView, type PlacedRow } from '../core/pending/pendingView';
import { pendingReport } from '../core/report/pendingReport';
import { findingsOf, type LoadedWorkspace } from '../node/checkWorkspace';
import { type Call, say } from './command';
import { type ExitCode, UsageError } from './io';
import { load } from './load';
import { colorsFor } from './prettyFindings';
import { insideOf, isSelected, type Selection, selectPaths, shownPath } from './selection';
import { tellUnreadable } from './tellUnreadable';

/** Everything pending that a call asks for, before it is filtered. */
interface Gathered {
  readonly rows: PendingRow[];
  readonly states: Set<string>;
  readonly customers: Set<string>;
  language: Language | undefined;
  now: number | undefined;
}

/** Lists the pending changes of a path, or of the workspace of the current folder. */
export async function listPending(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  const grouping = call.oneOf('group', groupings, 'window');
  const filter = filterOf(call);
  const gathered = await gather(call);
  const { rows, states, now = call.now(undefined) } = gathered;
  const language = gathered.language ?? call.language(undefined);
  tellUnknownCustomer(filter, gathered, language);
  const view = new PendingView({ grouping, filter, language, states: [...states] });
  view.change(
    rows.map((row) => [row.file, row] as const),
    now,
  );
  const groups = view.groups();
  if (format === 'json') {
    call.io.out(
      `${JSON.stringify(
        pendingReport(groups, (file) => file),
        undefined,
        2,
      )}\n`,
    );
  } else if (groups.length === 0) {
    const text = rows.length === 0 ? 'noPending' : 'nonePendingSuch';
    call.io.out(`${say(language, text, { count: rows.length })}\n`);
  } else for (const group of groups) printGroup(call, group, language);
  return 0;
}

function filterOf(call: Call): PendingFilter {
  const customer = call.text('customer');
  const waitsOn = call.text('waits-on') === undefined ? undefined : call.oneOf('waits-on', waiters, 'us');
  return { ...(customer ? { customer } : {}), ...(waitsOn ? { waitsOn } : {}) };
}

async function gather(call: Call): Promise<Gathered> {
  const { selections, missing } = selectPaths(call.paths, call.io.cwd);
  const [lost] = missing;
  if (lost) throw new UsageError(say(call.language(undefined), 'noSuchPath', { path: lost.path }));
  const gathered: Gathered = {
    rows: [],
    states: new Set(),
    customers: new Set(),
    language: undefined,
    now: undefined,
  };
  for (let index = 0; index < selections.length; index++) {
    const selection = selections[index];
    if (!selection) continue;
    const workspace = await load(call, selection.root);
    take(call, workspace, selection, gathered);
    if (selection.nested) selections.push(...nestedIn(workspace, selection));
  }
  return gathered;
}

function take(call: Call, workspace: LoadedWorkspace, selection: Selection, gathered: Gathered): void {
  const { config } = workspace.config;
  gathered.language ??= call.language(config.data.language);
  gathered.now ??= workspace.now;
  tellUnreadable(call, workspace, selection, gathered.language);
  for (const state of config.workflow.states.keys()) gathered.states.add(state);
  for (const [key, { name }] of config.customers) {
    gathered.customers.add(key);
    if (name) gathered.customers.add(name.toLowerCase());
  }
  for (const entry of workspace.index.all()) {
    if (!isSelected(selection, entry.file)) continue;
    const row = rowOf(workspace, entry);
    if (row) gathered.rows.push({ ...row, file: shownPath(call.io.cwd, workspace.root, entry.file) });
  }
}

/** The row of a pending change; its findings are looked for only where it is one. */
function rowOf(workspace: LoadedWorkspace, entry: IndexEntry): PendingRow | undefined {
  const { config } = workspace.config;
  if (!pendingRow(entry, [], config)?.isChange) return undefined;
  return pendingRow(entry, findingsOf(workspace, entry), config);
}

function nestedIn(workspace: LoadedWorkspace, selection: Selection): Selection[] {
  return workspace.nested
    .filter((folder) => isSelected(selection, insideOf(workspace.root, folder)))
    .map((root) => ({ root, inside: new Set(['']), nested: true }));
}

/** A name that is no configured customer's, and that no change has either, is a mistake in the call. */
function tellUnknownCustomer(
  { customer }: PendingFilter,
  { customers, rows }: Gathered,
  language: Language,
): void {
  if (!customer || customers.size === 0 || customers.has(customer.toLowerCase())) return;
  if (rows.some((row) => isWanted(row, { customer }))) return;
  const known = [...customers].join(', ');
  throw new UsageError(say(language, 'wish_customer', { value: customer.slice(0, 60), known }));
}

const longestTitle = 48;

function printGroup(call: Call, { title, rows }: PendingGroup, language: Language): void {
  const colors = colorsFor(call.io);
  call.io.out(`${colors.bold(title)} ${colors.dim(`(${rows.length})`)}\n`);
  const cells = rows.map((placed) => cellsOf(placed));
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((own) => own[column]?.length ?? 0)));
  rows.forEach((placed, index) => {
    const [id = '', name = '', time = '', when = ''] = (cells[index] ?? []).map((cell, column) =>
      cell.padEnd(widths[column] ?? 0),
    );
    const relative = placed.window === 'overdue' ? colors.red(when) : when;
    const line = [colors.cyan(id), name, time, relative, ...factsOf(placed, language, colors)];
    call.io.out(`  ${line.join('  ').trimEnd()}\n`);
  });
}

function cellsOf({ row, when }: PlacedRow): string[] {
  const { id, file, title, start, end = start, zone } = row;
  const time = start === undefined || end === undefined ? '' : windowBetween(start, end, zone);
  return [oneLine(id ?? file), oneLine(title, longestTitle), time, when];
}

function factsOf({ row }: PlacedRow, language: Language, colors: ReturnType<typeof colorsFor>): string[] {
  const { customerName, environments, marks, done, steps } = row;
  const facts = [customerName, oneLine(environments.join(', ')), steps > 0 ? `${done}/${steps}` : ''];
  const found = [
    marks.errors > 0 ? colors.red(counted('error', marks.errors, language)) : '',
    marks.warnings > 0 ? colors.yellow(counted('warning', marks.warnings, language)) : '',
  ];
  return [...facts.map((fact) => fact && colors.dim(fact)), ...found].filter((part) => part !== '');
}
