import type { DroppedRecord } from './droppedRecords';
import type { RecordChange } from './recordChange';
import type { RecordDiff } from './workspaceDiff';

/** Adds the dropped records to a comparison. Many of their files did not change. */
export function addDroppedRecords(
  records: readonly RecordDiff[],
  dropped: readonly DroppedRecord[],
): RecordDiff[] {
  const told = new Map(records.map((record) => [record.file, record]));
  for (const { record, reason, at } of dropped) {
    // A record that is gone or has another id is in the comparison already.
    if (reason === 'gone' || reason === 'id') continue;
    const change: RecordChange = { kind: 'dropped', about: reason, to: at };
    const known = told.get(at) ?? told.get(record.file);
    const { id, type, title, file } = record;
    const diff: RecordDiff = known ?? { id, type, title, file, what: 'removed', changes: [], meets: [] };
    told.set(diff.file, { ...diff, changes: [change, ...diff.changes] });
  }
  return [...told.values()];
}
