import * as vscode from 'vscode';
import type { StepActionName } from '../../core/actions/stepKind';
import type { ActionResult } from '../git/commitInEditor';
import { isStepNode, type PendingNode, type StepNode } from './pendingNodes';
import type { PendingTree } from './pendingTree';

/**
 * Boxes that were ticked or unticked: each is a commit, one after the other. Where one is refused the row is painted
 * as the record stands, so that its box goes back; the command has said why. What is committed was painted already,
 * and a row that is drawn again may lose a click that is on its way.
 */
export async function followBoxes(
  tree: PendingTree,
  { items }: vscode.TreeCheckboxChangeEvent<PendingNode>,
  act: (action: StepActionName, node: StepNode) => Thenable<ActionResult | undefined>,
): Promise<void> {
  for (const [node, state] of items) {
    if (!isStepNode(node)) continue;
    let committed = false;
    try {
      const action = state === vscode.TreeItemCheckboxState.Checked ? 'tick' : 'untick';
      committed = (await act(action, node))?.outcome === 'committed';
    } finally {
      if (!committed) tree.refresh(node.change);
    }
  }
}
