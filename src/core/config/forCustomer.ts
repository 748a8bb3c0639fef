import { markConditions } from '../model/parse/markConditions';
import type { ParsedRecord } from '../model/parse/record';
import { customerNamed, type WorkspaceConfig } from './workspaceConfig';

/** The conditions that hold for the customer of a record, as the customer's file says. */
export function conditionsFor(record: ParsedRecord, config: WorkspaceConfig): readonly string[] {
  const customer = record.type === 'procedure' ? undefined : record.data.customer;
  return customerNamed(config, customer)?.conditions ?? [];
}

/** A record with the steps marked that do not count for its customer. */
export function forCustomer<R extends ParsedRecord>(record: R, config: WorkspaceConfig): R {
  return markConditions(record, conditionsFor(record, config));
}
