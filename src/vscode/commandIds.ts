/** Every command that the extension contributes. The manifest test compares this list with package.json. */
export const commandIds = {
  newChange: 'changebook.newChange',
  newChangeFromProcedure: 'changebook.newChangeFromProcedure',
  checkWorkspace: 'changebook.checkWorkspace',
  findNextSlot: 'changebook.findNextSlot',
  showRule: 'changebook.showRule',
  advanceStatus: 'changebook.advanceStatus',
  holdChange: 'changebook.holdChange',
  resumeChange: 'changebook.resumeChange',
  approve: 'changebook.approve',
  recordAgreement: 'changebook.recordAgreement',
  acceptRisk: 'changebook.acceptRisk',
  markNoticeSent: 'changebook.markNoticeSent',
  previewNotice: 'changebook.previewNotice',
  commitRecord: 'changebook.commitRecord',
  showAuditTrail: 'changebook.showAuditTrail',
  compareRecord: 'changebook.compareRecord',
  tickNextStep: 'changebook.tickNextStep',
  tickStep: 'changebook.tickStep',
  untickStep: 'changebook.untickStep',
  skipStep: 'changebook.skipStep',
  pushRecords: 'changebook.pushRecords',
  cancelPush: 'changebook.cancelPush',
  waiveFinding: 'changebook.waiveFinding',
  showDeploymentCalendar: 'changebook.showDeploymentCalendar',
  saveDeploymentCalendar: 'changebook.saveDeploymentCalendar',
  showPending: 'changebook.showPending',
  groupPending: 'changebook.groupPending',
  filterPending: 'changebook.filterPending',
  clearPendingFilter: 'changebook.clearPendingFilter',
  openRecord: 'changebook.openRecord',
  copyId: 'changebook.copyId',
  showLog: 'changebook.showLog',
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];

export type CommandName = keyof typeof commandIds;
