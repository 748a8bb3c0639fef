import type * as vscode from 'vscode';
import type { CommandName } from '../commandIds';
import type { NoticePanels } from '../notices/noticePanels';
import type { PendingViews } from '../pending/pendingViews';
import type { Pushing } from '../pushing';
import type { Sessions } from '../sessions';
import type { TimelinePanels } from '../timeline/timelinePanels';

/** What a command works with. */
export interface CommandParts {
  readonly sessions: Sessions;
  readonly views: PendingViews;
  readonly pushing: Pushing;
  readonly extensionUri: vscode.Uri;
  readonly timelines: TimelinePanels;
  readonly notices: NoticePanels;
}

/** Runs one command with the arguments that it was called with, which may be anything. */
export type RunCommand = (parts: CommandParts, ...args: unknown[]) => unknown;

/**
 * What each command does. A command's code is loaded when it is first used, so that starting the editor costs the same
 * however many there are.
 */
export const commandTable: Readonly<Record<Exclude<CommandName, 'showLog'>, RunCommand>> = {
  newChange: async ({ sessions }, asked) => (await import('./newChange')).newChange(sessions, asked),
  newChangeFromProcedure: async ({ sessions }, asked) =>
    (await import('./newChange')).newChangeFromProcedure(sessions, asked),
  commitRecord: async ({ sessions }, asked) => (await import('./commitRecord')).commitRecord(sessions, asked),
  checkWorkspace: async ({ sessions }) => (await import('./checkWorkspace')).checkWorkspace(sessions),
  findNextSlot: async ({ sessions }, asked) => (await import('./findNextSlot')).findNextSlot(sessions, asked),
  showRule: async ({ extensionUri }, asked) => (await import('./showRule')).showRule(extensionUri, asked),
  advanceStatus: async ({ sessions }, asked, words) =>
    (await import('./advanceStatus')).advanceStatus(sessions, asked, words),
  holdChange: async ({ sessions }, asked, words) =>
    (await import('./advanceStatus')).moveAside(sessions, 'hold', asked, words),
  resumeChange: async ({ sessions }, asked, words) =>
    (await import('./advanceStatus')).moveAside(sessions, 'resume', asked, words),
  approve: async ({ sessions }, asked, words) => (await import('./approve')).approve(sessions, asked, words),
  recordAgreement: async ({ sessions }, asked, words) =>
    (await import('./agreement')).recordAgreement(sessions, asked, words),
  acceptRisk: async ({ sessions }, asked, words) =>
    (await import('./agreement')).acceptRisk(sessions, asked, words),
  markNoticeSent: async ({ sessions }, asked, words) =>
    (await import('./markNoticeSent')).markNoticeSent(sessions, asked, words),
  previewNotice: ({ notices }, asked, words) => notices.show(asked, words),
  showAuditTrail: async ({ sessions }, asked, how) =>
    (await import('./showAuditTrail')).showAuditTrail(sessions, asked, how),
  tickNextStep: async ({ sessions }, asked, words) =>
    (await import('./stepCommands')).tickNextStep(sessions, asked, words),
  tickStep: async ({ sessions }, asked, ...words) =>
    (await import('./stepCommands')).actOnStep(sessions, 'tick', asked, ...words),
  untickStep: async ({ sessions }, asked, ...words) =>
    (await import('./stepCommands')).actOnStep(sessions, 'untick', asked, ...words),
  skipStep: async ({ sessions }, asked, ...words) =>
    (await import('./stepCommands')).actOnStep(sessions, 'skip', asked, ...words),
  waiveFinding: async ({ sessions }, asked, rule, words) =>
    (await import('./waiveFinding')).waiveFinding(sessions, asked, rule, words),
  showPending: ({ sessions, views }, asked) => views.reveal(sessions.uriFor(asked)),
  groupPending: ({ views }, asked) => views.group(asked),
  filterPending: ({ views }, asked) => views.filter(asked),
  clearPendingFilter: ({ views }) => views.clearFilter(),
  openRecord: async ({ sessions }, asked) =>
    (await import('../pending/recordCommands')).openRecordOf(sessions, asked),
  copyId: async ({ sessions }, asked) => (await import('../pending/recordCommands')).copyId(sessions, asked),
  pushRecords: async ({ sessions, pushing }, asked, words) =>
    (await import('./pushRecords')).pushRecords(sessions, pushing, asked, words),
  cancelPush: ({ pushing }) => pushing.cancel(),
  showDeploymentCalendar: ({ timelines }, asked) => timelines.show(asked),
  saveCalendarFile: async ({ sessions, views }, asked, words) =>
    (await import('./saveCalendarFile')).saveCalendarFile(sessions, views.model, asked, words),
  showReleaseNotes: async ({ sessions }, asked) =>
    (await import('./releaseNotes')).showReleaseNotes(sessions, asked),
  copyReleaseNotes: async ({ sessions }, asked) =>
    (await import('./releaseNotes')).copyReleaseNotes(sessions, asked),
  copyReleaseCommands: async ({ sessions }, asked) =>
    (await import('./releaseNotes')).copyReleaseCommands(sessions, asked),
  saveDeploymentCalendar: ({ timelines }, uri) => timelines.save(uri),
};
