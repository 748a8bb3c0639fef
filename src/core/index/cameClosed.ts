import type { ParsedRecord } from '../model/parse/record';
import { isOpen } from '../workflow/stages';

/** Where a record was imported from. */
export interface ImportFacts {
  readonly from: string;
  readonly id: string;
  readonly url?: string;
}

/** Where a record says that it was imported from; undefined where it does not say both from what and which. */
export function importOf({ type, data }: ParsedRecord): ImportFacts | undefined {
  const { from, id, url } = (type === 'procedure' ? undefined : data.imported) ?? {};
  return from && id ? { from, id, ...(url ? { url } : {}) } : undefined;
}

/**
 * Whether a record was closed before it was imported: its form and its links are all that there is to judge. One that
 * was open then, or that bears what only work here leaves behind, is judged like any other.
 */
export function cameClosed(record: ParsedRecord, stage: string): boolean {
  if (record.type === 'procedure' || isOpen(stage) || !importOf(record)) return false;
  const { data } = record;
  if (data.imported?.open || data.waivers) return false;
  if (record.type === 'ticket') return record.data.change === undefined;
  const { procedure, approvals, agreement, notifications, supersedes } = record.data;
  return [procedure, approvals, agreement, notifications, supersedes].every((value) => value === undefined);
}

/** A record as if it had been open when it was imported, for judging what is done to it here. */
export function asOwnRecord<R extends ParsedRecord>(record: R): R {
  if (!importOf(record) || record.type === 'procedure') return record;
  return { ...record, data: { ...record.data, imported: { ...record.data.imported, open: true } } };
}
