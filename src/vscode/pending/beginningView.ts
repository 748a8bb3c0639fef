import * as vscode from 'vscode';
import type { PendingNode } from './pendingNodes';
import type { PendingTree } from './pendingTree';

/**
 * The view of pending changes, made before anything of it is loaded: the editor takes as long to make its own part of a
 * view as all libraries take to load, so both begin together.
 */
export class BeginningView {
  readonly view: vscode.TreeView<PendingNode>;
  private readonly repaint = new vscode.EventEmitter<PendingNode | PendingNode[] | undefined>();
  private show: (tree: PendingTree) => void = () => {};

  /** @param loading fails where the tree is never loaded */
  constructor(loading: Promise<unknown>) {
    const tree = new Promise<PendingTree>((resolve, reject) => {
      this.show = resolve;
      loading.catch(reject);
    });
    // Nobody may have asked for it.
    tree.catch(() => undefined);
    this.view = vscode.window.createTreeView('changebook.pending', {
      treeDataProvider: {
        onDidChangeTreeData: this.repaint.event,
        getTreeItem: async (node) => (await tree).getTreeItem(node),
        getChildren: async (node) => (await tree).getChildren(node),
        getParent: async (node) => (await tree).getParent(node),
      },
      showCollapseAll: true,
      manageCheckboxStateManually: true,
    });
  }

  /** Shows a tree from now on. */
  follow(tree: PendingTree): vscode.Disposable {
    this.show(tree);
    return vscode.Disposable.from(
      this.view,
      this.repaint,
      tree.onDidChangeTreeData((node) => this.repaint.fire(node)),
    );
  }
}
