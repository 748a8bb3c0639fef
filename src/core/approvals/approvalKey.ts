import type { ChangeData } from '../model/schema/recordData';
import { canonicalJson } from '../model/text/canonicalJson';
import { partHash } from './approvedContent';

type Approval = NonNullable<ChangeData['approvals']>[number];

/** What an entry of `approvals` is recognised by in other versions of its record: all that it says, however it is written. */
export function approvalKey(approval: Approval): string {
  return partHash(canonicalJson(approval) ?? '');
}
