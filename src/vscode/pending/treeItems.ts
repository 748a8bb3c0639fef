import * as vscode from 'vscode';
import { stateOf } from '../../core/actions/stepAction';
import { oneLine, withoutLinks } from '../../core/language/plainText';
import { stepFacts } from '../../core/language/stepFacts';
import type { Step } from '../../core/model/parse/step';
import { dueAt, isOpenStep } from '../../core/model/parse/stepGates';
import { dueText } from '../../core/pending/dueText';
import type { PlacedRow } from '../../core/pending/pendingView';
import { language } from '../editorLanguage';
import { withPlurals } from '../withPlurals';
import { changeItem, type ItemContext } from './changeItem';
import { isolated } from './isolated';
import type { GroupNode, PendingNode, StepNode } from './pendingNodes';
import { openCommand, stepIcons, treeItem } from './treeItem';

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
      return stepItem(node, context.model.canCommit(node.change.session) && !node.waits, context);
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

/** When an open step is due. */
function dueFact(step: Step, placed: PlacedRow | undefined): string {
  const { start, zone } = placed?.row ?? {};
  const at = start === undefined || !isOpenStep(step) ? undefined : dueAt(step, start);
  return at === undefined || zone === undefined ? '' : dueText(at, Date.now(), zone, language);
}

/** What a step is, or is going to be. */
function stepState(step: Step, willBeTicked: boolean | undefined): ReturnType<typeof stateOf> {
  if (willBeTicked === undefined) return stateOf(step);
  return willBeTicked ? 'ticked' : 'open';
}

function stepItem(node: StepNode, commits: boolean, { model, willBeTicked }: ItemContext): vscode.TreeItem {
  const { change, id, uri, step } = node;
  const placed = model.view(change.session)?.of(change.file);
  // What another step of its choice leaves out is shown as what does not apply, and has no mark to take back.
  const isLeft = step.notChosen || step.unmet;
  const state = isLeft ? 'skipped' : stepState(step, willBeTicked);
  const text = withoutLinks(oneLine(step.text, 300));
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
