import type { FieldPath } from '../model/parse/problem';
import type { ParsedRecord } from '../model/parse/record';
import type { ChangeData } from '../model/schema/recordData';

/** The decisions in a record: on a change, or on a procedure for all standard changes that are made from it. */
export function approvalsIn(record: ParsedRecord): ChangeData['approvals'] {
  if (record.type === 'procedure') return record.data.standard?.approvals;
  return record.type === 'change' ? record.data.approvals : undefined;
}

/** Where they stand in its front matter. */
export function approvalsPath({ type }: Pick<ParsedRecord, 'type'>): FieldPath {
  return type === 'procedure' ? ['standard', 'approvals'] : ['approvals'];
}
