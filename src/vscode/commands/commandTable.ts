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
  commitRecord: async (parts, asked) => (await import('./commitRecord')).commitRecord(parts, asked),
  advanceStatus: async (parts, asked, more) =>
    (await import('./advanceStatus')).advanceStatus(parts, asked, more),
  holdChange: async (parts, asked, more) => (await import('./holdChange')).holdChange(parts, asked, more),
  resumeChange: async (parts, asked, more) =>
    (await import('./resumeChange')).resumeChange(parts, asked, more),
  approve: async (parts, asked, more) => (await import('./approve')).approve(parts, asked, more),
  recordAgreement: async (parts, asked, more) =>
    (await import('./recordAgreement')).recordAgreement(parts, asked, more),
  acceptRisk: async (parts, asked, more) => (await import('./acceptRisk')).acceptRisk(parts, asked, more),
  markNoticeSent: async (parts, asked, more) =>
    (await import('./markNoticeSent')).markNoticeSent(parts, asked, more),
  showAuditTrail: async (parts, asked, how) =>
    (await import('./showAuditTrail')).showAuditTrail(parts, asked, how),
  compareRecord: async (parts, asked, revision, how) =>
    (await import('./compareRecord')).compareRecord(parts, asked, revision, how),
  tickNextStep: async (parts, asked, more) =>
    (await import('./tickNextStep')).tickNextStep(parts, asked, more),
  tickStep: async (parts, ...asked) => (await import('./tickStep')).tickStep(parts, ...asked),
  untickStep: async (parts, ...asked) => (await import('./untickStep')).untickStep(parts, ...asked),
  skipStep: async (parts, ...asked) => (await import('./skipStep')).skipStep(parts, ...asked),
  waiveFinding: async (parts, asked, rule, more) =>
    (await import('./waiveFinding')).waiveFinding(parts, asked, rule, more),
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
