import { readingCommands } from './readingCommands';
import type { CommandFiles } from './runCommand';

const actingOnChanges = () => import('./changeActions');
const rollingBack = () => import('./rollbackCommands');
const actingOnSteps = () => import('./stepCommands');
const aboutReleases = () => import('./releaseNotes');
const makingChanges = () => import('./newChange');
const makingRecords = () => import('./newRecords');

/**
 * Where each command is. Its file is loaded when it is first used, so that starting the editor costs the same however
 * many there are.
 */
export const commandTable: Required<Omit<CommandFiles, 'showLog'>> = {
  ...readingCommands,
  setUpFolder: () => import('./setUpFolder'),
  newChange: makingChanges,
  newChangeFromProcedure: makingChanges,
  adopt: () => import('./adopt'),
  newProcedure: makingRecords,
  newTicket: makingRecords,
  newCustomer: makingRecords,
  newHotfix: () => import('./newHotfix'),
  commitRecord: () => import('./commitRecord'),
  setField: () => import('./setField'),
  advanceStatus: () => import('./advanceStatus'),
  holdChange: actingOnChanges,
  resumeChange: actingOnChanges,
  takeOverSteps: () => import('./takeOverSteps'),
  extractProcedure: () => import('./extractProcedure'),
  rollBack: rollingBack,
  undoRollback: rollingBack,
  approve: actingOnChanges,
  recordAgreement: actingOnChanges,
  acceptRisk: actingOnChanges,
  markNoticeSent: actingOnChanges,
  showAuditTrail: () => import('./showAuditTrail'),
  compareRecord: () => import('./compareRecord'),
  tickNextStep: actingOnSteps,
  tickStep: actingOnSteps,
  tickStepWithFile: actingOnSteps,
  untickStep: actingOnSteps,
  skipStep: actingOnSteps,
  waiveFinding: () => import('./waiveFinding'),
  mergeBySteps: () => import('./mergeBySteps'),
  pushRecords: () => import('./pushRecords'),
  cancelPush: () => import('./pushRecords'),
  showFigures: () => import('./showFigures'),
  saveCalendarFile: () => import('./saveCalendarFile'),
  showReleaseNotes: aboutReleases,
  copyReleaseNotes: aboutReleases,
  copyReleaseCommands: aboutReleases,
};
