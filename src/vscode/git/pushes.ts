import * as vscode from 'vscode';
import type { PushOutcome } from '../../node/push/pushRecords';
import type { WorkspaceSession } from '../session/workspaceSession';
import { notOnDisk } from './mustReachGit';

/** How a push is made. */
export interface PushOptions {
  /** A person asked for it, and is told whatever comes of it. */
  readonly asked: boolean;
  /** A new branch of the remote to push to. */
  readonly branch?: string | undefined;
  readonly signal?: AbortSignal;
}

/** Shares what was committed, and knows what others do not see yet. */
export interface Pushes extends vscode.Disposable {
  /** How many commits of a record are not pushed. */
  unpushedOf(uri: vscode.Uri): Promise<number>;
  /** Whether a workspace's branch is being pushed. */
  isPushing(root: string): boolean;
  /** Pushes a workspace's branch, and tells how that ended; undefined where that follows a push that is under way. */
  push(session: WorkspaceSession, options: PushOptions): Promise<PushOutcome | undefined>;
  /** Ends every push that is under way; commits stay where they are. */
  cancel(): void;
  readonly onDidChange: vscode.Event<void>;
}

/** Where nothing is ever committed. */
export const noPushes: Pushes = {
  unpushedOf: async () => 0,
  isPushing: () => false,
  async push() {
    throw notOnDisk();
  },
  cancel() {},
  onDidChange: () => new vscode.Disposable(() => {}),
  dispose() {},
};
