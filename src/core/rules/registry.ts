import { approvalFacts } from '../index/approvalFacts';
import type { FactSource } from '../index/factSource';
import { standardFacts } from '../procedure/standardFacts';
import { agreementEarly } from './agreement/early';
import { agreementMissing } from './agreement/missing';
import { agreementStale } from './agreement/stale';
import { approvalDenied } from './approval/denied';
import { approvalMissing } from './approval/missing';
import { approvalOverdue } from './approval/overdue';
import { approvalSelf } from './approval/self';
import { approvalStale } from './approval/stale';
import { approvalStandard } from './approval/standard';
import { approvalUnbound } from './approval/unbound';
import { approvalUnverifiable } from './approval/unverifiable';
import { approvalUnverified } from './approval/unverified';
import { checklistFacts } from './checklist/checklistFacts';
import { checklistChoice } from './checklist/choice';
import { checklistComment } from './checklist/comment';
import { checklistDiverged } from './checklist/diverged';
import { checklistEvidence } from './checklist/evidence';
import { checklistGate } from './checklist/gate';
import { checklistIncomplete } from './checklist/incomplete';
import { checklistNearStep } from './checklist/nearStep';
import { checklistPerformer } from './checklist/performer';
import { checklistReason } from './checklist/reason';
import { checklistUnattributed } from './checklist/unattributed';
import { closureJustification } from './closure/justification';
import { closureMonitoring } from './closure/monitoring';
import { closureOutcome } from './closure/outcome';
import { closureReview } from './closure/review';
import { componentsVersion } from './components/version';
import { invalid } from './config/invalid';
import { configLoosened } from './config/loosened';
import { configRecordDropped } from './config/recordDropped';
import { configSync } from './config/sync';
import { configTemplate } from './config/template';
import { configUnread } from './config/unread';
import { configWorkflow } from './config/workflow';
import { customerContractExpired } from './customer/contractExpired';
import { customerPartnerManaged } from './customer/partnerManaged';
import { customerUnknown } from './customer/unknown';
import { databaseExpensive } from './database/expensive';
import { databaseIdempotent } from './database/idempotent';
import { featureFlagsNone } from './featureFlags/none';
import { bothLanguages } from './format/bothLanguages';
import { field } from './format/field';
import { frontMatter } from './format/frontMatter';
import { id } from './format/id';
import { mergeConflict } from './format/mergeConflict';
import { placeholder } from './format/placeholder';
import { secret } from './format/secret';
import { sections } from './format/sections';
import { time } from './format/time';
import { versionNumber } from './format/versionNumber';
import { holdReason } from './hold/reason';
import { file } from './links/file';
import { procedureRetired } from './links/procedureRetired';
import { procedureVersion } from './links/procedureVersion';
import { record } from './links/record';
import { supersedesCycle } from './links/supersedesCycle';
import { notifyClosing } from './notify/closing';
import { notifyDelay } from './notify/delay';
import { notifyEnd } from './notify/end';
import { notifyParties } from './notify/parties';
import { notifyQaResults } from './notify/qaResults';
import { notifyRollback } from './notify/rollback';
import { notifyStart } from './notify/start';
import { notifyUsers } from './notify/users';
import { performerNotAllowed } from './performer/notAllowed';
import { releaseArtifact } from './release/artifact';
import { releaseCriticalOpen } from './release/criticalOpen';
import { releaseKind } from './release/kind';
import { releaseTag } from './release/tag';
import { releaseVariables } from './release/variables';
import { rollbackDatabase } from './rollback/database';
import { rollbackMissing } from './rollback/missing';
import { rollbackReason } from './rollback/reason';
import { rollbackRequired } from './rollback/required';
import { rollbackResponsible } from './rollback/responsible';
import { rollbackWindow } from './rollback/window';
import type { RecordRule, Rule, WaiverRule, WorkspaceRule } from './rule';
import { beforeNonWorkingDay } from './schedule/beforeNonWorkingDay';
import { beforeVacation } from './schedule/beforeVacation';
import { businessHours } from './schedule/businessHours';
import { conflict } from './schedule/conflict';
import { deadline } from './schedule/deadline';
import { duration } from './schedule/duration';
import { early } from './schedule/early';
import { freezeRule } from './schedule/freeze';
import { frequency } from './schedule/frequency';
import { fridayRule } from './schedule/friday';
import { instanceAge } from './schedule/instanceAge';
import { leadTime } from './schedule/leadTime';
import { outageLimit } from './schedule/outageLimit';
import { overdue } from './schedule/overdue';
import { windowRule } from './schedule/window';
import { testsCoverage } from './tests/coverage';
import { testsExpectedOutcome } from './tests/expectedOutcome';
import { testsResults } from './tests/results';
import { testsScenarios } from './tests/scenarios';
import { ticketsUnattached } from './tickets/unattached';
import { validationMissing } from './validation/missing';
import { waiverExpired } from './waiver/expired';
import { waiverInvalid } from './waiver/invalid';
import { waiverUnused } from './waiver/unused';
import { waiverUnverified } from './waiver/unverified';
import { workflowMover } from './workflow/mover';

/** Rules about one thing, under the title that the list of all rules gives them. Their ids begin alike. */
interface RuleFamily {
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** Every rule, one row each, in the order in which the pages list them. */
export const ruleFamilies: readonly RuleFamily[] = [
  {
    title: 'Format',
    rules: [
      frontMatter,
      field,
      mergeConflict,
      bothLanguages,
      versionNumber,
      time,
      id,
      sections,
      placeholder,
      secret,
    ],
  },
  { title: 'Links', rules: [record, file, procedureVersion, procedureRetired, supersedesCycle] },
  {
    title: 'Schedule',
    rules: [
      leadTime,
      fridayRule,
      beforeNonWorkingDay,
      beforeVacation,
      businessHours,
      outageLimit,
      frequency,
      conflict,
      windowRule,
      freezeRule,
      overdue,
      early,
      deadline,
      duration,
      instanceAge,
    ],
  },
  {
    title: 'Approvals',
    rules: [
      approvalSelf,
      approvalMissing,
      approvalOverdue,
      approvalStandard,
      approvalDenied,
      approvalStale,
      approvalUnbound,
      approvalUnverifiable,
      approvalUnverified,
    ],
  },
  { title: 'Agreement', rules: [agreementMissing, agreementStale, agreementEarly] },
  { title: 'Customers', rules: [customerUnknown, customerPartnerManaged, customerContractExpired] },
  { title: 'Who performs', rules: [performerNotAllowed] },
  { title: 'Validation', rules: [validationMissing] },
  {
    title: 'Rollback',
    rules: [
      rollbackMissing,
      rollbackResponsible,
      rollbackWindow,
      rollbackDatabase,
      rollbackReason,
      rollbackRequired,
    ],
  },
  { title: 'Database', rules: [databaseIdempotent, databaseExpensive] },
  { title: 'Components', rules: [componentsVersion] },
  {
    title: 'Release',
    rules: [releaseTag, releaseArtifact, releaseKind, releaseCriticalOpen, releaseVariables],
  },
  { title: 'Feature flags', rules: [featureFlagsNone] },
  { title: 'Tests', rules: [testsScenarios, testsResults, testsExpectedOutcome, testsCoverage] },
  { title: 'Tickets', rules: [ticketsUnattached] },
  {
    title: 'Notices',
    rules: [
      notifyParties,
      notifyUsers,
      notifyStart,
      notifyEnd,
      notifyRollback,
      notifyDelay,
      notifyQaResults,
      notifyClosing,
    ],
  },
  {
    title: 'Checklists',
    rules: [
      checklistIncomplete,
      checklistGate,
      checklistChoice,
      checklistComment,
      checklistDiverged,
      checklistUnattributed,
      checklistNearStep,
      checklistPerformer,
      checklistEvidence,
      checklistReason,
    ],
  },
  { title: 'Closing', rules: [closureOutcome, closureJustification, closureMonitoring, closureReview] },
  { title: 'On hold', rules: [holdReason] },
  { title: 'Workflow', rules: [workflowMover] },
  {
    title: 'Configuration',
    rules: [
      configSync,
      invalid,
      configLoosened,
      configRecordDropped,
      configUnread,
      configWorkflow,
      configTemplate,
    ],
  },
  { title: 'Waivers', rules: [waiverInvalid, waiverExpired, waiverUnused, waiverUnverified] },
];

/** The same one after the other. */
export const rules: readonly Rule[] = ruleFamilies.flatMap((family) => family.rules);

export const recordRules: readonly RecordRule[] = rules.filter((rule) => rule.scope === 'record');
export const workspaceRules: readonly WorkspaceRule[] = rules.filter((rule) => rule.scope === 'workspace');

export const waiverRules: readonly WaiverRule[] = rules.filter((rule) => rule.scope === 'waiver');

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** What several rules and services ask the index to keep. */
export const sharedSources: readonly FactSource[] = [approvalFacts, checklistFacts, standardFacts];

/** The rule with this id. */
export function ruleById(ruleId: string): Rule | undefined {
  return byId.get(ruleId);
}
