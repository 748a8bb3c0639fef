import { digestOf } from '../approvals/approvedContent';
import type { People } from '../config/people';
import { addListItem } from '../edits/addListItem';
import { latestApprovals } from '../model/parse/latestApprovals';
import { parseRecord } from '../model/parse/parseRecord';
import { isoWithOffset } from '../model/time/formatMoment';
import { decisionChoice, roleChoice } from '../model/vocabulary/choices';
import { choiceIn } from '../model/vocabulary/vocabulary';
import type { RefusalCode } from './refusals';
import type { TextChange, TextPlan } from './textChange';
import { timedChange } from './timedChange';

/** A decision that somebody takes in a role. */
export interface Decision {
  readonly role: string;
  readonly by: string;
  /** Milliseconds since 1970, written with the offset of `zone`. */
  readonly at: number;
  readonly zone: string;
  readonly decision: 'approved' | 'denied';
}

/** The change that a decision is: an entry of `approvals`, bound by its digest to the text that it is written into. */
export function approvalChange(decision: Decision, people: People): TextChange {
  return timedChange(
    decision,
    (at) => ({ plan: (text) => planIn(text, { ...decision, at }, people) }),
    (record) => {
      const approvals = record.type === 'change' ? record.data.approvals : undefined;
      const latest = latestApprovals(approvals).find(({ role }) => role === decision.role);
      return latest && isSame(latest, decision, people) ? approvals?.[latest.index]?.at : undefined;
    },
  );
}

function isSame(
  latest: Pick<Decision, 'by' | 'decision'>,
  { by, decision }: Decision,
  people: People,
): boolean {
  return latest.decision === decision && people.same(latest.by, by);
}

function planIn(text: string, decision: Decision, people: People): TextPlan {
  const record = parseRecord(text, { expected: true });
  if (record?.type !== 'change') return refused('notARecord');
  const involved = [record.data.requested_by, record.data.assignee];
  if (decision.decision === 'approved' && involved.some((person) => people.related(person, decision.by)))
    return { refusal: { code: 'selfApproval', args: { by: decision.by } } };
  const digest = digestOf(record);
  const before = latestApprovals(record.data.approvals).find(({ role }) => role === decision.role);
  if (before && isSame(before, decision, people) && before.digest === digest) return { edits: [] };
  const edits = addListItem(record, 'approvals', {
    role: choiceIn(record.language, roleChoice.choices, decision.role),
    by: decision.by,
    at: isoWithOffset(decision.at, decision.zone),
    decision: choiceIn(record.language, decisionChoice.choices, decision.decision),
    digest,
  });
  return edits ? { edits } : refused('notARecord');
}

function refused(code: RefusalCode): TextPlan {
  return { refusal: { code, args: {} } };
}
