import * as vscode from 'vscode';
import type { StepActionName } from '../../core/actions/stepAction';
import { identityOf } from '../../core/actions/stepIdentity';
import { actOnShownStep } from '../commands/stepCommands';
import type { Sessions } from '../sessions';
import type { PendingNode, StepNode } from './pendingNodes';
import type { PendingTree } from './pendingTree';

/** Whether what a command was called with is a step of the tree. */
export function isStepNode(asked: unknown): asked is StepNode {
  return typeof asked === 'object' && asked !== null && 'kind' in asked && asked.kind === 'step';
}

/** Acts on a step of the tree as it was shown there, wherever it stands in its record by now. */
export async function actOnNode(sessions: Sessions, action: StepActionName, node: StepNode): Promise<void> {
  await actOnShownStep(sessions, action, node.uri, identityOf(node.step, node.steps));
  // Known at once, before the disk tells.
  await node.change.session.updateFromDisk(node.change.file);
}

/**
 * Boxes that were ticked or unticked: each is a commit, one after the other. Afterwards the tree is painted as the
 * record then stands, so that the box of a refused one goes back; the command has said why.
 */
export async function followBoxes(
  tree: PendingTree,
  { items }: vscode.TreeCheckboxChangeEvent<PendingNode>,
  act: (action: StepActionName, node: StepNode) => Thenable<unknown>,
): Promise<void> {
  for (const [node, state] of items) {
    if (!isStepNode(node)) continue;
    await act(state === vscode.TreeItemCheckboxState.Checked ? 'tick' : 'untick', node);
    tree.refresh(node.change);
  }
}
