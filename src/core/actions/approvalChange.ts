import { approvalsIn, approvalsPath } from '../approvals/approvalsIn';
import { type ApprovedRecord, digestOf } from '../approvals/approvedContent';
import { missingApprovalParts } from '../approvals/missingApprovalParts';
import type { People } from '../config/people';
import { addListItem } from '../edits/addListItem';
import { writeEdits } from '../edits/fieldWrites';
import { flowMapping } from '../edits/setFields';
import { latestApprovals } from '../model/parse/latestApprovals';
import { parseRecord } from '../model/parse/parseRecord';
import { isoWithOffset } from '../model/time/isoWithOffset';
import { localText } from '../model/time/localText';
import { approvalFields } from '../model/vocabulary/changeParts';
import { decisionChoice, roleChoice } from '../model/vocabulary/choices';
import { roleArgs } from '../model/vocabulary/roleArgs';
import { choiceIn } from '../model/vocabulary/vocabulary';
import type { CheckInput } from '../rules/checkRecord';
import { type Refusal, refusal } from './refusals';
import type { RecordCopy, TextChange, TextPlan } from './textChange';
import { timedChange } from './timedChange';
import { type Decision, voidApproval } from './voidApproval';

/**
 * The change that a decision is: an entry of `approvals`, bound by its digest to the text that it is written into. An
 * approval that would not count is refused.
 */
export function approvalChange(decision: Decision, input: CheckInput): TextChange {
  const { people } = input.config;
  return timedChange(
    decision,
    (at) => ({ plan: (text, copy) => planIn(text, copy, { ...decision, at }, input) }),
    (record) => {
      const approvals = approvalsIn(record);
      const latest = latestApprovals(approvals, decision.zone).find(({ role }) => role === decision.role);
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

function planIn(text: string, copy: RecordCopy, decision: Decision, input: CheckInput): TextPlan {
  const record = parseRecord(text, { expected: true });
  if (!record || record.type === 'ticket') return { refusal: refusal('notARecord') };
  if (record.type === 'procedure' && !record.data.standard) return { refusal: refusal('notStandard') };
  const approves = decision.decision === 'approved';
  // What is committed decides; edits that nobody committed yet keep their errors to themselves.
  const fault = approves && copy === 'committed' ? voidApproval(record, decision, input) : undefined;
  if (fault) return { refusal: fault };
  const { people } = input.config;
  const { review } = decision;
  const digest = review?.digest ?? digestOf(record);
  const latest = latestApprovals(approvalsIn(record), decision.zone);
  const before = latest.find(({ role }) => role === decision.role);
  if (
    before &&
    !decision.anew &&
    isSame(before, decision, people) &&
    before.digest === digest &&
    missingApprovalParts(before, people).length === 0
  )
    return { edits: [] };
  const at = timeAfter(before, decision);
  if (typeof at === 'object') return { refusal: at };
  const edits = addDecision(record, {
    role: choiceIn(record.language, roleChoice.choices, decision.role),
    by: decision.by,
    at,
    decision: choiceIn(record.language, decisionChoice.choices, decision.decision),
    digest,
    ...(review ? { review: review.url } : {}),
  });
  return edits ? { edits } : { refusal: refusal('notARecord') };
}

function addDecision(record: ApprovedRecord, item: { readonly [part: string]: string }) {
  if (record.type === 'change') return addListItem(record, 'approvals', item);
  const yaml = flowMapping(item, approvalFields, record.language);
  return writeEdits(record.lines.text, [
    { kind: 'add', path: approvalsPath(record).map(String), name: '', yaml },
  ]);
}

/** No decision is dated further after now than that to come after the one before it. */
const mostAheadMs = 60_000;

/** The time of a decision, to the minute where that is after the role's decision before it, else to the second. */
function timeAfter(
  before: ReturnType<typeof latestApprovals>[number] | undefined,
  { at, zone, role, decision }: Decision,
): string | Refusal {
  const last = before?.at;
  if (last === undefined) {
    const hidden = decision === 'approved' && before?.decision === 'denied';
    return hidden ? refusal('timelessDenial', roleArgs('role', role)) : isoWithOffset(at, zone);
  }
  if (last < Math.floor(at / 60_000) * 60_000) return isoWithOffset(at, zone);
  if (last >= at + mostAheadMs && decision === 'approved')
    return refusal('laterDecision', { ...roleArgs('role', role), at: localText(last, zone) });
  // A second after the last one, where both are of the same second.
  return isoWithOffset(Math.max(at, Math.floor(last / 1000) * 1000 + 1000), zone, 'second');
}
