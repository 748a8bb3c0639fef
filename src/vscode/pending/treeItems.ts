import * as vscode from 'vscode';
import { stateOf } from '../../core/actions/stepAction';
import { oneLine } from '../../core/language/plainText';
import { statusName } from '../../core/language/recordNames';
import type { Language } from '../../core/model/text/localized';
import { baseName } from '../../core/model/text/paths';
import { windowBetween } from '../../core/model/time/localText';
import { impactLevelChoice } from '../../core/model/vocabulary/choices';
import { choiceIn } from '../../core/model/vocabulary/vocabulary';
import type { PlacedRow } from '../../core/pending/pendingView';
import { countText } from '../../core/report/counted';
import { riskOf } from '../../core/risk/riskOf';
import { withPlurals } from '../withPlurals';
import { isolated } from './isolated';
import type { PendingModel } from './pendingModel';
import type { ChangeNode, GroupNode, LeafNode, PartNode, PendingNode, StepNode } from './pendingNodes';

/** What items are made with besides their node. */
interface ItemContext {
  readonly model: PendingModel;
  readonly language: Language;
  /** How many commits of the record are not pushed yet. */
  readonly unpushed: number;
}

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** A node as VS Code draws it. */
export function itemOf(node: PendingNode, context: ItemContext): vscode.TreeItem {
  switch (node.kind) {
    case 'folder': {
      const name = node.session.ground.name;
      const item = new vscode.TreeItem(name, Expanded);
      return Object.assign(item, {
        id: `folder:${node.session.root}`,
        iconPath: new vscode.ThemeIcon('root-folder'),
        tooltip: node.session.root,
        accessibilityInformation: { label: name },
      });
    }
    case 'group':
      return groupItem(node, context);
    case 'change':
      return changeItem(node, context);
    case 'part':
      return partItem(node);
    case 'step':
      return stepItem(node, context.model.canCommit(node.change.session));
    default:
      return leafItem(node);
  }
}

/** Groups that are far away begin closed where there are many rows in them. */
const manyRows = 50;

function groupItem({ session, key }: GroupNode, { model }: ItemContext): vscode.TreeItem {
  const group = model.view(session)?.group(key);
  const title = isolated(group?.title ?? key);
  const count = group?.rows.length ?? 0;
  const item = new vscode.TreeItem(title, count > manyRows ? Collapsed : Expanded);
  item.id = `group:${session.root}:${model.grouping}:${key}`;
  item.description = String(count);
  item.contextValue = 'group';
  item.tooltip = title;
  item.accessibilityInformation = {
    label: withPlurals(vscode.l10n.t('{0}, {1} {1|change|changes}'), title, count),
  };
  return item;
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

function changeItem(node: ChangeNode, context: ItemContext): vscode.TreeItem {
  const { session, file, uri } = node;
  const { model, language } = context;
  const placed = model.view(session)?.of(file);
  const item = new vscode.TreeItem(file, Collapsed);
  item.id = `change:${session.root}:${file}`;
  item.command = openCommand(uri, 0, 0);
  if (!placed) return item;
  const { row, when } = placed;
  const title = isolated(row.title);
  item.label = row.unreadable ? file : [row.id ?? baseName(file), title].filter(Boolean).join('  ');
  const unpushed = context.unpushed > 0 ? vscode.l10n.t('not pushed') : '';
  const progress = row.steps > 0 ? `${row.done}/${row.steps}` : '';
  const time = timeOf(placed);
  item.description = [unpushed && '↑', when, shortTimeOf(placed, language), progress]
    .filter(Boolean)
    .join(' · ');
  // The editor marks it by what it finds in the file, and by what git knows of it.
  item.resourceUri = uri;
  item.iconPath = changeIcon(placed);
  const commits = model.canCommit(session) && !row.unreadable ? '.commit' : '';
  item.contextValue = row.unreadable ? 'unreadable' : `change${commits}`;
  const facts = factsOf(node, placed, unpushed, language);
  item.tooltip = [item.label, ...facts].join('\n');
  const label = [item.label, when, time, ...facts.slice(1)].filter(Boolean).join(', ');
  item.accessibilityInformation = { label };
  return item;
}

function changeIcon({ row, window }: PlacedRow): vscode.ThemeIcon {
  if (row.unreadable) return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  const icon = stageIcons[row.status] ?? 'circle-large-outline';
  return window === 'overdue'
    ? new vscode.ThemeIcon(icon, new vscode.ThemeColor('list.errorForeground'))
    : new vscode.ThemeIcon(icon);
}

/** The window in the customer's own time. */
function timeOf({ row: { start, end = start, zone } }: PlacedRow): string {
  return start === undefined || end === undefined ? '' : windowBetween(start, end, zone);
}

/** The same for a narrow row: without the year where it is this one. */
function shortTimeOf(placed: PlacedRow, language: Language): string {
  const { start, zone } = placed.row;
  if (start === undefined || new Date(start).getUTCFullYear() !== new Date().getUTCFullYear())
    return timeOf(placed);
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: zone });
  return timeOf(placed).replace(/^\d{4}-\d{2}-\d{2}/, day.format(start));
}

function factsOf(
  { session, file }: ChangeNode,
  placed: PlacedRow,
  unpushed: string,
  language: Language,
): string[] {
  const { row } = placed;
  const entry = session.entryOf(file);
  const { errors, warnings, infos } = row.marks;
  const { index, now } = session.input();
  const change = entry?.summary.change;
  const risk = change && riskOf(change, file, index, (moment) => moment <= now).level;
  const time = timeOf(placed);
  return [
    [placed.when, time && `${time} (${row.zone})`].filter(Boolean).join(' · '),
    entry && !row.unreadable ? statusName(entry.summary, language) : '',
    [row.customerName, oneLine(row.environments.join(', '))].filter(Boolean).join(' · '),
    row.steps > 0 ? withPlurals(vscode.l10n.t('{0} of {1} {1|step|steps} done'), row.done, row.steps) : '',
    risk && !row.unreadable
      ? vscode.l10n.t('Risk: {0}', choiceIn(language, impactLevelChoice.choices, risk))
      : '',
    errors > 0 ? countText('error', errors, language) : '',
    warnings > 0 ? countText('warning', warnings, language) : '',
    infos > 0 ? countText('info', infos, language) : '',
    unpushed,
  ].filter((fact) => fact !== '');
}

function partItem({ change, id, label, description, icon, open }: PartNode): vscode.TreeItem {
  const item = new vscode.TreeItem(isolated(label), open ? Expanded : Collapsed);
  item.id = `part:${change.session.root}:${change.file}:${id}`;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.contextValue = 'part';
  item.accessibilityInformation = { label: [label, description].filter(Boolean).join(', ') };
  return item;
}

/** A link is shown by its words alone. */
const link = /\[([^[\]]{1,200})\]\([^()\s]{0,300}\)/g;

const stepMarks = { open: 'circle-large-outline', ticked: 'pass-filled', skipped: 'circle-slash' } as const;

function stepItem({ change, id, uri, step }: StepNode, commits: boolean): vscode.TreeItem {
  const state = stateOf(step);
  const text = oneLine(step.text, 300).replace(link, '$1');
  const item = new vscode.TreeItem(isolated(text), None);
  item.id = `step:${change.session.root}:${change.file}:${id}`;
  item.command = openCommand(uri, step.line, 0);
  item.contextValue = `step.${state}${commits ? '.commit' : ''}`;
  const evidence = step.evidence && state === 'open' ? vscode.l10n.t('asks for evidence') : '';
  const skipped = state === 'skipped' ? vscode.l10n.t('does not apply') : '';
  const reason = oneLine(step.reason ?? '');
  item.description = [evidence, skipped, reason].filter(Boolean).join(' · ');
  item.tooltip = [text, item.description].filter(Boolean).join('\n');
  const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
  const label = [text, item.description].filter(Boolean).join(', ');
  if (commits && state !== 'skipped') {
    const tooltip =
      state === 'open' ? vscode.l10n.t('Tick it (a commit)') : vscode.l10n.t('Untick it (a commit)');
    const box = { label: text, role: 'checkbox' };
    item.checkboxState = {
      state: state === 'ticked' ? Checked : Unchecked,
      tooltip,
      accessibilityInformation: box,
    };
  } else item.iconPath = new vscode.ThemeIcon(stepMarks[state]);
  const states = { open: vscode.l10n.t('open'), ticked: vscode.l10n.t('done'), skipped: '' };
  item.accessibilityInformation = { label: [label, states[state]].filter(Boolean).join(', ') };
  return item;
}

function leafItem(node: LeafNode): vscode.TreeItem {
  const { change, id, label, description, tooltip, icon, color, uri, line, column = 0 } = node;
  const item = new vscode.TreeItem(isolated(label), None);
  item.id = `leaf:${change.session.root}:${change.file}:${id}`;
  item.description = description;
  item.tooltip = tooltip;
  item.iconPath = color
    ? new vscode.ThemeIcon(icon, new vscode.ThemeColor(color))
    : new vscode.ThemeIcon(icon);
  item.command = openCommand(uri, line, column);
  item.contextValue = 'leaf';
  item.accessibilityInformation = { label: [label, description].filter(Boolean).join(', ') };
  return item;
}

/** Shows a place of a file; the tree keeps the focus, as the lists of the editor do. */
export function openCommand(uri: vscode.Uri, line: number, column: number): vscode.Command {
  const place = new vscode.Position(line, column);
  const options: vscode.TextDocumentShowOptions = {
    preserveFocus: true,
    selection: new vscode.Range(place, place),
  };
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, options] };
}
