import * as vscode from 'vscode';
import type { StepActionName } from '../../core/actions/stepAction';
import { isStepNode, type PendingNode, type StepNode } from './pendingNodes';
import type { PendingTree } from './pendingTree';

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
