import type { ChangeData } from '../model/schema/recordData';
import { canonicalJson } from '../model/text/canonicalJson';
import { partHash } from './approvedContent';

type Approval = NonNullable<ChangeData['approvals']>[number];

/** A key that recognises an entry of `approvals` in other versions of its record: a hash of its data. */
export function approvalKey(approval: Approval): string {
  return partHash(canonicalJson(approval) ?? '');
}
