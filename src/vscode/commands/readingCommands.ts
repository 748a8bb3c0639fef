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

/** What the commands do that need neither a disk nor git: there in the browser, too. */
export const readingCommands = {
  checkWorkspace: async ({ sessions }) => (await import('./checkWorkspace')).checkWorkspace(sessions),
  findNextSlot: async ({ sessions }, asked) => (await import('./findNextSlot')).findNextSlot(sessions, asked),
  showRule: async ({ extensionUri }, asked) => (await import('./showRule')).showRule(extensionUri, asked),
  previewNotice: ({ notices }, asked, words) => notices.show(asked, words),
  showPending: ({ sessions, views }, asked) => views.reveal(sessions.uriFor(asked)),
  groupPending: ({ views }, asked) => views.group(asked),
  filterPending: ({ views }, asked) => views.filter(asked),
  clearPendingFilter: ({ views }) => views.clearFilter(),
  openRecord: async ({ sessions }, asked) =>
    (await import('../pending/recordCommands')).openRecordOf(sessions, asked),
  copyId: async ({ sessions }, asked) => (await import('../pending/recordCommands')).copyId(sessions, asked),
  showDeploymentCalendar: ({ timelines }, asked) => timelines.show(asked),
  saveDeploymentCalendar: ({ timelines }, uri) => timelines.save(uri),
} as const satisfies Partial<Readonly<Record<CommandName, RunCommand>>>;
