import { approvalKey } from '../approvals/approvalKey';
import { approvedContent, digestOf, isBound, partHash } from '../approvals/approvedContent';
import { missingApprovalParts } from '../approvals/missingApprovalParts';
import type { RoleDecision } from '../approvals/roleDecision';
import { settingOf } from '../config/ruleSetting';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import { placeOf } from '../findings/places';
import type { Decision } from '../model/parse/latestApprovals';
import type { RecordOf } from '../model/parse/record';
import { isOpen } from '../workflow/stages';
import type { ChangeFacts } from './changeFacts';
import { withoutNothing } from './withoutNothing';

/** Keys of whoever asked for a change or performs it: they decide nothing about it. */
export function involvedIn(data: RecordOf<'change'>['data'], config: WorkspaceConfig): string[] {
  const { requested_by, assignee } = data;
  const keys = [requested_by, assignee].flatMap((person) => config.people.allKeys(person));
  return [...new Set(keys)];
}

/** What is kept of a role's decision; of a change that has ended nobody asks any more when it was. */
export function roleDecision(
  decision: Decision,
  data: RecordOf<'change'>['data'],
  stage: string,
  config: WorkspaceConfig,
): RoleDecision {
  const { role, by, at } = decision;
  const keys = involvedIn(data, config);
  const approved = decision.decision === 'approved';
  const lacks = approved ? missingApprovalParts(decision, config.people) : [];
  return {
    role,
    ...(by ? { by } : {}),
    decision: decision.decision,
    ...(at !== undefined && isOpen(stage) ? { at } : {}),
    ...(lacks.length > 0 ? { lacks } : {}),
    ...(approved && config.people.allKeys(by).some((key) => keys.includes(key)) ? { involved: true } : {}),
  };
}

/** Approvals whose digest is another one than that of the content as it stands. */
export function staleApprovals(
  record: RecordOf<'change'>,
  latest: readonly Decision[],
): ChangeFacts['stale'] {
  const bound = latest.filter(({ decision, digest }) => decision === 'approved' && digest);
  if (bound.length === 0) return undefined;
  const now = digestOf(record);
  const approvals = bound
    .filter(({ digest }) => !isBound(digest, now, record))
    .map(({ role, by, digest = '', index }) => {
      const range = record.lines.packedAt(placeOf(record, ['approvals', index, 'digest']));
      return { role, by, digest, range };
    });
  if (approvals.length === 0) return undefined;
  const parts = [...approvedContent(record)].map(([name, text]) => [name, partHash(text)] as const);
  return { approvals, parts };
}

/** Approvals whose commits are asked for. */
export function decidedRoles(
  record: RecordOf<'change'>,
  latest: readonly Decision[],
  file: string,
  config: WorkspaceConfig,
): ChangeFacts['decided'] {
  if (settingOf('approval/unverified', { file, config })?.severity === 'off') return undefined;
  const roles = latest.flatMap(({ role, by, at, decision, index }) => {
    const approval = record.data.approvals?.[index];
    if (decision !== 'approved' || !approval) return [];
    const range = record.lines.packedAt(placeOf(record, ['approvals', index, by ? 'by' : 'role']));
    return [withoutNothing({ role, by: by || undefined, at, key: approvalKey(approval), range })];
  });
  if (roles.length === 0) return undefined;
  const signed = config.data.commit?.signed ? (true as const) : undefined;
  const denials = (record.data.approvals ?? []).filter(({ decision }) => decision === 'denied');
  return withoutNothing({
    ...{ roles, signed },
    denials: denials.length > 0 ? denials.map(approvalKey) : undefined,
  });
}
