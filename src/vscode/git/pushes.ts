import * as vscode from 'vscode';

/** Who knows what of the records others do not see yet. */
export interface Pushes {
  /** How many commits of a record are not pushed. */
  unpushedOf(uri: vscode.Uri): Promise<number>;
  /** Whether a workspace's branch is being pushed. */
  isPushing(root: string): boolean;
  readonly onDidChange: vscode.Event<void>;
}

/** Where nothing is ever committed. */
export const noPushes: Pushes = {
  unpushedOf: async () => 0,
  isPushing: () => false,
  onDidChange: () => new vscode.Disposable(() => {}),
};
