import type * as vscode from 'vscode';
import type { AuditSubject } from '../../core/audit/auditSubject';
import { plannedTimes } from '../../core/audit/plannedTimes';
import { zoneFor } from '../../core/config/recordZone';
import type { EditableRecord } from './editableRecord';

/** The audit trail of a record, with what stands in its head, as git and the document have it now. */
export async function auditSubjectOf(target: EditableRecord): Promise<AuditSubject> {
  const { session, file, record } = target;
  const zone = zoneFor(record, session.input().config);
  const about = { id: record.data.id, file, steps: record.body.steps };
  const events = await session.git.trail(file, about);
  return { record, file, zone, times: plannedTimes(record, zone), events };
}

/** The name of a record's trail as a tab shows it. */
export function trailName({ record }: EditableRecord, uri: vscode.Uri): string {
  return record.data.id ?? uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.md$/, '');
}
