import type { ChangeData } from '../../model/schema/recordData';
import { isoWithOffset } from '../../model/time/isoWithOffset';
import { approvalsIn } from '../approvalsIn';
import type { ApprovedRecord } from '../approvedContent';
import type { CountedReview } from './countReviews';

type Approval = NonNullable<ChangeData['approvals']>[number];

/** A record as if the reviews that count stood among its approvals; its text stays as it is. */
export function withReviews<R extends ApprovedRecord>(record: R, counted: readonly CountedReview[]): R {
  if (counted.length === 0) return record;
  const own = counted.map(approvalOf);
  const approvals = [...(approvalsIn(record) ?? []), ...own];
  const data =
    record.type === 'procedure'
      ? { ...record.data, standard: { ...record.data.standard, approvals } }
      : { ...record.data, approvals };
  return { ...record, data, reviewed: new Set(own) };
}

function approvalOf({ role, by, at, decision, digest, review }: CountedReview): Approval {
  return {
    role,
    by,
    decision,
    ...(at === undefined ? {} : { at: isoWithOffset(at, 'UTC', 'second') }),
    ...(digest === undefined ? {} : { digest }),
    ...(review === undefined ? {} : { review }),
  };
}
