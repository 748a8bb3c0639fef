import type { CommandName } from '../commandIds';
import { type RunCommand, readingCommands } from './readingCommands';

/**
 * What each command does. A command's code is loaded when it is first used, so that starting the editor costs the same
 * however many there are.
 */
export const commandTable: Readonly<Record<Exclude<CommandName, 'showLog'>, RunCommand>> = {
  ...readingCommands,
  newChange: async ({ sessions }, asked) => (await import('./newChange')).newChange(sessions, asked),
  newChangeFromProcedure: async ({ sessions }, asked) =>
    (await import('./newChange')).newChangeFromProcedure(sessions, asked),
  commitRecord: async ({ sessions }, asked) => (await import('./commitRecord')).commitRecord(sessions, asked),
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
  showAuditTrail: async ({ sessions }, asked, how) =>
    (await import('./showAuditTrail')).showAuditTrail(sessions, asked, how),
  compareRecord: async ({ sessions }, asked, revision, how) =>
    (await import('./compareRecord')).compareRecord(sessions, asked, revision, how),
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
  pushRecords: async ({ sessions, pushes }, asked, words) =>
    (await import('./pushRecords')).pushRecords(sessions, pushes, asked, words),
  cancelPush: ({ pushes }) => pushes.cancel(),
  saveCalendarFile: async ({ sessions, views }, asked, words) =>
    (await import('./saveCalendarFile')).saveCalendarFile(sessions, views.model, asked, words),
  showReleaseNotes: async ({ sessions }, asked) =>
    (await import('./releaseNotes')).showReleaseNotes(sessions, asked),
  copyReleaseNotes: async ({ sessions }, asked) =>
    (await import('./releaseNotes')).copyReleaseNotes(sessions, asked),
  copyReleaseCommands: async ({ sessions }, asked) =>
    (await import('./releaseNotes')).copyReleaseCommands(sessions, asked),
};
