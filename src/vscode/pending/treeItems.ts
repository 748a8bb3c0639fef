import * as vscode from 'vscode';
import { stateOf } from '../../core/actions/stepAction';
import { oneLine } from '../../core/language/plainText';
import { statusName } from '../../core/language/recordNames';
import { stepFacts } from '../../core/language/stepFacts';
import type { Step } from '../../core/model/parse/step';
import { dueAt, isOpenStep } from '../../core/model/parse/stepGates';
import { baseName } from '../../core/model/text/paths';
import { windowBetween } from '../../core/model/time/localText';
import { impactLevelChoice } from '../../core/model/vocabulary/choices';
import { choiceIn } from '../../core/model/vocabulary/vocabulary';
import { dueText } from '../../core/pending/dueText';
import type { PlacedRow } from '../../core/pending/pendingView';
import { countText } from '../../core/report/counted';
import { riskOf } from '../../core/risk/riskOf';
import { stageRank } from '../../core/workflow/stages';
import { language } from '../editorLanguage';
import { withPlurals } from '../withPlurals';
import { dueCount } from './dueCount';
import { isolated } from './isolated';
import type { PendingModel } from './pendingModel';
import type { ChangeNode, GroupNode, PendingNode, StepNode } from './pendingNodes';
import { openCommand, stepIcons, treeItem } from './treeItem';

/** What items are made with besides their node. */
interface ItemContext {
  readonly model: PendingModel;
  /** How many commits of the record are not pushed yet. */
  readonly unpushed: number;
}

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** A node as VS Code draws it. */
export function itemOf(node: PendingNode, context: ItemContext): vscode.TreeItem {
  switch (node.kind) {
    case 'folder': {
      const { backend, root } = node.session;
      return treeItem(backend.name, Expanded, `folder:${root}`, { icon: 'root-folder', tooltip: root });
    }
    case 'group':
      return groupItem(node, context);
    case 'change':
      return changeItem(node, context);
    case 'step':
      return stepItem(
        node,
        context.model.canCommit(node.change.session) && !node.waits,
        context.model.view(node.change.session)?.of(node.change.file),
      );
    default:
      return node.item;
  }
}

/** Groups that are far away begin closed where there are many rows in them. */
const manyRows = 50;

function groupItem({ session, key }: GroupNode, { model }: ItemContext): vscode.TreeItem {
  const group = model.view(session)?.group(key);
  const title = isolated(group?.title ?? key);
  const count = group?.rows.length ?? 0;
  const state = count > manyRows ? Collapsed : Expanded;
  return treeItem(title, state, `group:${session.root}:${model.grouping}:${key}`, {
    description: String(count),
    contextValue: 'group',
    tooltip: title,
    spoken: withPlurals(vscode.l10n.t('{0}, {1} {1|change|changes}'), title, count),
  });
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

function changeItem(node: ChangeNode, context: ItemContext): vscode.TreeItem {
  const { session, file, uri } = node;
  const { model } = context;
  const placed = model.view(session)?.of(file);
  const id = `change:${session.root}:${file}`;
  const command = openCommand(uri);
  if (!placed) return treeItem(file, Collapsed, id, { command });
  const { row, when, window } = placed;
  const title = isolated(row.title);
  const label = row.unreadable ? file : [row.id ?? baseName(file), title].filter(Boolean).join('  ');
  const unpushed = context.unpushed > 0 ? vscode.l10n.t('not pushed') : '';
  const count = row.steps > 0 ? `${row.done}/${row.steps}` : '';
  const progress = row.goesBack ? vscode.l10n.t('rollback {0}', count).trim() : count;
  const facts = factsOf(node, placed, unpushed);
  const commits = model.canCommit(session) ? '.commit' : '';
  const item = treeItem(label, Collapsed, id, {
    command,
    description: [
      unpushed && '↑',
      phaseName(placed),
      when,
      dueCount(placed.due),
      shortTimeOf(placed),
      progress,
    ]
      .filter(Boolean)
      .join(' · '),
    icon: row.unreadable ? 'error' : iconOf(row),
    color: row.unreadable || window === 'overdue' ? 'list.errorForeground' : undefined,
    contextValue: row.unreadable ? 'unreadable' : `change${commits}${rollbackContext(row)}`,
    tooltip: [label, ...facts].join('\n'),
    spoken: [label, phaseName(placed), when, timeOf(placed), ...facts.slice(1)].filter(Boolean).join(', '),
  });
  // The editor marks it by what it finds in the file, and by what git knows of it.
  item.resourceUri = uri;
  return item;
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
    [row.customerName, oneLine(row.environments.join(', '))].filter(Boolean).join(' · '),
    dueCount(placed.due),
    row.goesBack ? vscode.l10n.t('is rolled back') : '',
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

/** When an open step is due. */
function dueFact(step: Step, placed: PlacedRow | undefined): string {
  const { start, zone } = placed?.row ?? {};
  const at = start === undefined || !isOpenStep(step) ? undefined : dueAt(step, start);
  return at === undefined || zone === undefined ? '' : dueText(at, Date.now(), zone, language);
}

/** A link is shown by its words alone. */
const link = /\[([^[\]]{1,200})\]\([^()\s]{0,300}\)/g;

function stepItem(node: StepNode, commits: boolean, placed: PlacedRow | undefined): vscode.TreeItem {
  const { change, id, uri, step } = node;
  // What another step of its choice leaves out is shown as what does not apply, and has no mark to take back.
  const isLeft = step.notChosen || step.unmet;
  const state = isLeft ? 'skipped' : stateOf(step);
  const text = oneLine(step.text, 300).replace(link, '$1');
  const facts = [...stepFacts(step, state === 'open', language), dueFact(step, placed)];
  const why = step.notChosen
    ? vscode.l10n.t('not chosen')
    : step.unmet
      ? vscode.l10n.t('only if {0}', step.if ?? '')
      : vscode.l10n.t('does not apply');
  const skipped = state === 'skipped' ? why : '';
  const description = [...facts, skipped, oneLine(step.reason ?? '')].filter(Boolean).join(' · ');
  const states = { open: vscode.l10n.t('open'), ticked: vscode.l10n.t('done'), skipped: '' };
  const hasBox = commits && state !== 'skipped';
  const item = treeItem(isolated(text), None, `step:${change.session.root}:${change.file}:${id}`, {
    command: openCommand(uri, step.line),
    contextValue: isLeft ? 'step.left' : `step.${state}${commits ? '.commit' : ''}`,
    description,
    tooltip: [text, description].filter(Boolean).join('\n'),
    ...(hasBox ? {} : { icon: stepIcons[state] }),
    spoken: [text, description, states[state]].filter(Boolean).join(', '),
  });
  if (hasBox)
    item.checkboxState = {
      state: vscode.TreeItemCheckboxState[state === 'ticked' ? 'Checked' : 'Unchecked'],
      tooltip: state === 'open' ? vscode.l10n.t('Tick it (a commit)') : vscode.l10n.t('Untick it (a commit)'),
      accessibilityInformation: { label: text, role: 'checkbox' },
    };
  return item;
}
