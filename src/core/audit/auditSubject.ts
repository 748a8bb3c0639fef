import type { ParsedRecord } from '../model/parse/record';
import type { AuditEvent } from './auditEvent';
import type { PlannedTimes } from './plannedTimes';

/** A record as it stands now, with its history. */
export interface AuditSubject {
  readonly record: ParsedRecord;
  /** Path as the reader knows it. */
  readonly file: string;
  readonly zone: string;
  readonly times: PlannedTimes | undefined;
  readonly events: readonly AuditEvent[];
}
