import { zoneFor } from '../config/recordZone';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordSummary } from '../index/recordSummary';
import { supersededBy } from '../index/supersededBy';
import { withoutNothing } from '../index/withoutNothing';
import { isUnread } from '../model/parse/isUnread';
import { latestApprovals } from '../model/parse/latestApprovals';
import type { ParsedRecord } from '../model/parse/record';
import type { ChangeData } from '../model/schema/recordData';
import { momentOf } from '../model/time/dateTime';
import type { DeliveryFacts } from './deliveryFacts';
import { type AllFacts, longestText, mostEntries, short } from './packedDelivery';
import { reviewOwed } from './reviewOwed';

/**
 * Takes from a change what is kept of how it was delivered.
 *
 * @param summary what the index keeps of the same record
 * @returns undefined where it is no change
 */
export function takeDelivery(
  record: ParsedRecord,
  summary: RecordSummary,
  config: WorkspaceConfig,
): DeliveryFacts | undefined {
  const facts = takeAll(record, summary, config);
  // Title, status, stage, zone, environments and components are always there.
  return facts && (withoutNothing(facts) as DeliveryFacts);
}

/** The same, for whoever makes it smaller anyway. */
export function takeAll(
  record: ParsedRecord,
  summary: RecordSummary,
  config: WorkspaceConfig,
): AllFacts | undefined {
  if (record.type !== 'change' || !summary.change) return undefined;
  const { data } = record;
  const { change } = summary;
  const zone = zoneFor(record, config);
  const at = (text: string | undefined): number | undefined => momentOf(text, zone);
  const { tests, release } = data;
  return {
    id: summary.id,
    title: summary.title,
    status: summary.status,
    stage: summary.stage,
    zone,
    changeType: change.changeType,
    deploymentType: change.deploymentType,
    severity: change.severity,
    performedBy: change.performedBy,
    outcome: change.outcome,
    goesBack: change.goesBack,
    start: change.start,
    end: change.end,
    phases: change.phases?.map(({ startAt: _, ...phase }) => phase),
    outageMinutes: change.outageMinutes,
    actualStart: change.actualStart,
    actualEnd: change.actualEnd,
    rollbackAt: change.rollbackAt,
    rollbackReason: short(data.actual?.rollback?.reason),
    rollbackTo: short(data.rollback?.to),
    customer: change.customer,
    environments: change.environments.slice(0, mostEntries),
    components: change.components.slice(0, mostEntries),
    procedure: change.procedure,
    approvedAt: approvedAt(data.approvals, zone),
    procedureVersion: summary.references.find(({ kind }) => kind === 'procedure')?.version,
    requestedBy: short(data.requested_by),
    requestedAt: at(data.requested_at),
    reportedAt: at(data.reported_at),
    created: data.created,
    owner: short(data.owner),
    assignee: short(data.assignee),
    justification: short(data.justification),
    cab:
      data.cab &&
      withoutNothing({
        meeting: short(data.cab.meeting),
        at: at(data.cab.at),
        decision: data.cab.decision,
      }),
    agreement:
      data.agreement &&
      withoutNothing({
        by: short(data.agreement.by),
        at: at(data.agreement.at),
        riskAcceptedBy: short(data.agreement.risk_accepted_by),
      }),
    release:
      release &&
      withoutNothing({
        version: release.version,
        tag: release.tag,
        branch: release.branch,
        artifact: short(release.artifact),
        repository: short(release.repository),
      }),
    tests:
      tests &&
      withoutNothing({
        validatedIn: tests.validated_in?.slice(0, mostEntries),
        passed: tests.passed,
        total: tests.total,
        artifact: short(tests.artifact),
      }),
    approvals: some(data.approvals, (one) =>
      withoutNothing({ role: one.role, by: short(one.by), at: at(one.at), decision: one.decision }),
    ),
    waivers: some(data.waivers, ({ rule = '', by, reason, until }) =>
      withoutNothing({ rule: rule.slice(0, longestText), by: short(by), reason: short(reason), until }),
    ),
    notices: some(data.notifications, (one) =>
      withoutNothing({ kind: one.kind, at: at(one.at), by: short(one.by) }),
    ),
    tickets: some(data.tickets, ({ id, mail }) => (id ?? mail ?? '').slice(0, longestText)),
    supersedes: supersededBy(summary),
    owesReview: reviewOwed(record) ? (true as const) : undefined,
    cameClosed: summary.cameClosed,
    unsure: isUnread(record) ? (true as const) : undefined,
  };
}

function approvedAt(approvals: ChangeData['approvals'], zone: string): number | undefined {
  const counting = latestApprovals(approvals, zone);
  const times = counting.flatMap(({ decision, at }) =>
    decision === 'approved' && at !== undefined ? [at] : [],
  );
  return times.length > 0 && times.length === counting.length ? Math.max(...times) : undefined;
}

/** What is kept of a list; undefined where there is none. */
function some<From, To>(list: readonly From[] | undefined, take: (one: From) => To): To[] | undefined {
  return list && list.length > 0 ? list.slice(0, mostEntries).map(take) : undefined;
}
