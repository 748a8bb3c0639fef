import type * as vscode from 'vscode';
import type { CommandName } from '../commandIds';
import type { Pushes } from '../git/pushes';
import type { NoticePanels } from '../notices/noticePanels';
import type { PendingViews } from '../pending/pendingViews';
import type { Sessions } from '../session/sessions';
import type { TimelinePanels } from '../timeline/timelinePanels';

/** What a command works with. */
export interface CommandParts {
  readonly sessions: Sessions;
  readonly pushes: Pushes;
  readonly views: PendingViews;
  readonly extensionUri: vscode.Uri;
  readonly timelines: TimelinePanels;
  readonly notices: NoticePanels;
}

/** Runs one command with the arguments that it was called with, which may be anything. */
export type RunCommand = (parts: CommandParts, ...args: unknown[]) => unknown;

/** How the file is loaded that exports a command under its name. */
export type CommandFiles = {
  readonly [name in CommandName]?: () => Promise<{ readonly [exported in name]: RunCommand }>;
};
