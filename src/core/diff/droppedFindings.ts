import { settingOf } from '../config/ruleSetting';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { FileFinding, Severity } from '../findings/finding';
import type { MessageArgs } from '../model/text/localized';
import { typeArgs } from '../model/vocabulary/typeArgs';
import { configRecordDropped } from '../rules/config/recordDropped';
import type { DropPlace } from './dropPlace';
import type { DroppedRecord } from './droppedRecords';

/** The finding of `config/record-dropped` about a record; undefined where the configuration from before wants none. */
export function droppedFinding(
  dropped: DroppedRecord,
  { file, range }: DropPlace,
  before: WorkspaceConfig,
): FileFinding | undefined {
  const { record, reason, now } = dropped;
  const usual = severityOf(dropped);
  const severity = usual && droppedSeverity(usual, record.file, before);
  if (severity === undefined) return undefined;
  const args: MessageArgs = {
    record: (record.id ?? record.file).slice(0, 200),
    before: record.file.slice(0, 200),
    id: (now?.id ?? '').slice(0, 200),
    ...typeArgs('was', record.type),
    ...typeArgs('is', now?.type ?? record.type),
  };
  const message = reason === 'id' && severity === 'info' ? 'draftId' : reason;
  return { file, finding: { rule: configRecordDropped.id, severity, message, args, range } };
}

/** How bad a finding of `config/record-dropped` is by the configuration from before; undefined where it is off. */
export function droppedSeverity(
  usual: Severity,
  file: string,
  before: WorkspaceConfig,
): Severity | undefined {
  const set = settingOf(configRecordDropped.id, { file, config: before })?.severity;
  if (set === 'off') return undefined;
  return usual === 'error' ? (set ?? usual) : usual;
}

/** A draft may go without a word. Closed changes and procedures may be deleted, but a reviewer is told. */
function severityOf({ record: { stage }, reason }: DroppedRecord): Severity | undefined {
  if (reason === 'gone') return stage === 'draft' ? undefined : stage === 'closed' ? 'warning' : 'error';
  return reason === 'id' && stage === 'draft' ? 'info' : 'error';
}
