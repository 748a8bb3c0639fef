import * as vscode from 'vscode';
import { oneLine } from '../../core/language/plainText';
import { statusName } from '../../core/language/recordNames';
import { baseName } from '../../core/model/text/paths';
import { windowBetween } from '../../core/model/time/localText';
import { impactLevelChoice } from '../../core/model/vocabulary/choices';
import { choiceIn } from '../../core/model/vocabulary/vocabulary';
import type { PlacedRow } from '../../core/pending/pendingView';
import { placeText } from '../../core/pending/placeText';
import { shortTitle } from '../../core/pending/shortTitle';
import { countText } from '../../core/report/counted';
import { riskOf } from '../../core/risk/riskOf';
import { stageRank } from '../../core/workflow/stages';
import { language } from '../editorLanguage';
import { withPlurals } from '../withPlurals';
import { dueCount } from './dueCount';
import { isolated } from './isolated';
import type { PendingModel } from './pendingModel';
import type { ChangeNode } from './pendingNodes';
import { rowAddress } from './rowMarks';
import { openCommand, treeItem } from './treeItem';

/** What the row of a change is made with besides its node. */
export interface ItemContext {
  readonly model: PendingModel;
  /** How many commits of the record are not pushed yet. */
  readonly unpushed: number;
  /** Whether a step is ticked once what was asked for is done; undefined where nothing was. */
  readonly willBeTicked?: boolean | undefined;
}

const stageIcons: { readonly [stage: string]: string } = {
  to_do: 'circle-large-outline',
  in_progress: 'edit',
  to_be_reviewed: 'eye',
  to_be_released: 'rocket',
  releasing: 'play-circle',
  in_testing: 'beaker',
  on_hold: 'stop-circle',
};

function iconOf({ goesBack, status }: PlacedRow['row']): string {
  return goesBack ? 'history' : (stageIcons[status] ?? 'circle-large-outline');
}

/** What the menu of a row asks for: whether the change can be rolled back, or is. */
function rollbackContext({ goesBack, rank }: PlacedRow['row']): string {
  if (goesBack) return '.goesBack';
  return rank >= stageRank('releasing') ? '.deployed' : '';
}

/** The row of a pending change: its title, then when, then for whom and where. */
export function changeItem(node: ChangeNode, { model, unpushed }: ItemContext): vscode.TreeItem {
  const { session, file, uri } = node;
  const { Collapsed } = vscode.TreeItemCollapsibleState;
  const placed = model.view(session)?.of(file);
  const id = `change:${session.root}:${file}`;
  const command = openCommand(uri);
  if (!placed) return treeItem(file, Collapsed, id, { command });
  const { row, window } = placed;
  const name = row.id ?? baseName(file);
  const title = row.unreadable ? file : row.title || name;
  const facts = factsOf(node, placed, unpushed > 0 ? vscode.l10n.t('not pushed') : '');
  const commits = model.canCommit(session) ? '.commit' : '';
  const label = row.unreadable ? file : isolated(shortTitle(title, titleLength()));
  const item = treeItem(label, Collapsed, id, {
    command,
    description: descriptionOf(placed, model, unpushed > 0),
    icon: row.unreadable ? 'error' : iconOf(row),
    color: row.unreadable || window === 'overdue' ? 'list.errorForeground' : undefined,
    contextValue: row.unreadable ? 'unreadable' : `change${commits}${rollbackContext(row)}`,
    tooltip: [[...new Set([name, isolated(title)])].join('  '), ...facts].join('\n'),
    spoken: spokenText(isolated(title), placed, [...facts.slice(1), name]),
  });
  // What it is marked with tells when, not what the file is like: see rowMarks.
  item.resourceUri = rowAddress(uri, placed);
  return item;
}

/** What a screen reader says: what the row shows first, then the other facts, and nothing twice. */
function spokenText(title: string, placed: PlacedRow, facts: readonly string[]): string {
  const shown = [title, placed.when, placesOf(placed), phaseName(placed), timeOf(placed)];
  const saidOfPhase = [phaseName(placed), timeOf(placed)].join(': ');
  const others = facts.filter((fact) => fact !== saidOfPhase);
  return [...new Set([...shown, ...others])].filter(Boolean).join(', ');
}

/** For whom and where a change is, all of it. */
function placesOf({ row }: PlacedRow): string {
  return [row.customerName, oneLine(row.environments.join(', '))].filter(Boolean).join(' · ');
}

/** How many characters of a title are shown, so that what follows it is seen in a narrow view. */
function titleLength(): number {
  const most = vscode.workspace.getConfiguration('changebook').get('pending.titleLength', 16);
  return Math.max(8, most);
}

/** What stands behind the title: what is most urgent first, since a narrow view cuts the end. */
function descriptionOf(placed: PlacedRow, model: PendingModel, isUnpushed: boolean): string {
  const { row } = placed;
  const count = row.steps > 0 ? `${row.done}/${row.steps}` : '';
  const isSaidByGroup = model.grouping === 'window' && placed.window === 'unscheduled';
  const parts = [
    isSaidByGroup ? '' : placed.when,
    isolated(placeText(row, model.grouping)),
    phaseName(placed),
    dueCount(placed.due),
    row.goesBack ? vscode.l10n.t('rollback {0}', count).trim() : count,
    isUnpushed ? '↑' : '',
    shortTimeOf(placed),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The window in the customer's own time; of several the one that counts now. */
function timeOf({ row, phase }: PlacedRow): string {
  const { start, end = start } = phase ?? row;
  return start === undefined || end === undefined ? '' : windowBetween(start, end, row.zone);
}

/** The same for a narrow row: without the year where it is this one. */
function shortTimeOf(placed: PlacedRow): string {
  const { row, phase } = placed;
  const { start } = phase ?? row;
  if (start === undefined || new Date(start).getUTCFullYear() !== new Date().getUTCFullYear())
    return timeOf(placed);
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: row.zone });
  return timeOf(placed).replace(/^\d{4}-\d{2}-\d{2}/, day.format(start));
}

/** The name of the window that counts now, where there are several. */
function phaseName({ phase }: PlacedRow): string {
  return phase ? isolated(phase.name) : '';
}

function factsOf({ session, file }: ChangeNode, placed: PlacedRow, unpushed: string): string[] {
  const { row } = placed;
  const entry = session.entryOf(file);
  const { errors, warnings, infos } = row.marks;
  const { index, now } = session.input();
  const change = entry?.summary.change;
  const risk = change && riskOf(change, file, index, (moment) => moment <= now).level;
  const time = timeOf(placed);
  return [
    [phaseName(placed), placed.when, time && `${time} (${row.zone})`].filter(Boolean).join(' · '),
    ...row.phases.map(({ name, start, end }) => `${isolated(name)}: ${windowBetween(start, end, row.zone)}`),
    entry && !row.unreadable ? statusName(entry.summary, language) : '',
    placesOf(placed),
    dueCount(placed.due),
    row.goesBack ? vscode.l10n.t('is rolled back') : '',
    row.steps > 0 ? withPlurals(vscode.l10n.t('{0} of {1} {1|step|steps} done'), row.done, row.steps) : '',
    risk && !row.unreadable
      ? vscode.l10n.t('Risk: {0}', choiceIn(language, impactLevelChoice.choices, risk))
      : '',
    ...(session.isRead
      ? [
          errors > 0 ? countText('error', errors, language) : '',
          warnings > 0 ? countText('warning', warnings, language) : '',
          infos > 0 ? countText('info', infos, language) : '',
        ]
      : [vscode.l10n.t('not checked yet')]),
    unpushed,
  ].filter((fact) => fact !== '');
}
