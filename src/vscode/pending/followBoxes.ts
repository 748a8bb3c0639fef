import * as vscode from 'vscode';
import type { StepActionName } from '../../core/actions/stepKind';
import type { ActionResult } from '../git/commitInEditor';
import { isStepNode, type PendingNode, type StepNode } from './pendingNodes';
import type { PendingTree } from './pendingTree';

/**
 * Boxes that were ticked or unticked: each shows at once what it is going to be, and is a commit in the background, in the order
 * of the clicks. Where one is refused the row is painted as the record stands, so that its box goes back; the command
 * has said why. What is committed was painted already, and a row that is drawn again may lose a click that is on its way.
 *
 * @param act waits for what was asked for before
 */
export async function followBoxes(
  tree: PendingTree,
  { items }: vscode.TreeCheckboxChangeEvent<PendingNode>,
  act: (action: StepActionName, node: StepNode) => Thenable<ActionResult | undefined>,
): Promise<void> {
  const follow = async (node: StepNode, isChecked: boolean): Promise<void> => {
    const end = tree.expectBox(node, isChecked);
    let committed = false;
    try {
      committed = (await act(isChecked ? 'tick' : 'untick', node))?.outcome === 'committed';
    } finally {
      end();
      if (!committed) tree.refresh(node.change);
    }
  };
  await Promise.all(
    items.map(([node, state]) =>
      isStepNode(node) ? follow(node, state === vscode.TreeItemCheckboxState.Checked) : undefined,
    ),
  );
}
