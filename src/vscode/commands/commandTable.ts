import type { CommandName } from '../commandIds';
import { readingCommands } from './readingCommands';
import type { RunCommand } from './runCommand';

/**
 * What each command does. A command's code is loaded when it is first used, so that starting the editor costs the same
 * however many there are.
 */
export const commandTable: Readonly<Record<Exclude<CommandName, 'showLog'>, RunCommand>> = {
  ...readingCommands,
  newChange: async (parts, asked) => (await import('./newChange')).newChange(parts, asked),
  newChangeFromProcedure: async (parts, asked) =>
    (await import('./newChangeFromProcedure')).newChangeFromProcedure(parts, asked),
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
  showAuditTrail: async (parts, asked, how) =>
    (await import('./showAuditTrail')).showAuditTrail(parts, asked, how),
  compareRecord: async (parts, asked, revision, how) =>
    (await import('./compareRecord')).compareRecord(parts, asked, revision, how),
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
  pushRecords: async (parts, asked, words) =>
    (await import('./pushRecords')).pushRecords(parts, asked, words),
  cancelPush: ({ pushes }) => pushes.cancel(),
  saveCalendarFile: async (parts, asked, words) =>
    (await import('./saveCalendarFile')).saveCalendarFile(parts, asked, words),
  showReleaseNotes: async (parts, asked) =>
    (await import('./showReleaseNotes')).showReleaseNotes(parts, asked),
  copyReleaseNotes: async (parts, asked) =>
    (await import('./copyReleaseNotes')).copyReleaseNotes(parts, asked),
  copyReleaseCommands: async (parts, asked) =>
    (await import('./copyReleaseCommands')).copyReleaseCommands(parts, asked),
};
