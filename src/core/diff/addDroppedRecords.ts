import type { DroppedRecord } from './droppedRecords';
import type { RecordChange } from './recordChange';
import type { RecordDiff } from './workspaceDiff';

/** Adds the records that are none any more to what is different: many of their files are not. */
export function addDroppedRecords(
  records: readonly RecordDiff[],
  dropped: readonly DroppedRecord[],
): RecordDiff[] {
  const told = new Map(records.map((record) => [record.file, record]));
  for (const { record, reason, at } of dropped) {
    // That one is gone, or is another one now, is said of it anyway.
    if (reason === 'gone' || reason === 'id') continue;
    const change: RecordChange = { kind: 'dropped', about: reason, to: at };
    const known = told.get(at) ?? told.get(record.file);
    const { id, type, title, file } = record;
    const diff: RecordDiff = known ?? { id, type, title, file, what: 'removed', changes: [], meets: [] };
    told.set(diff.file, { ...diff, changes: [change, ...diff.changes] });
  }
  return [...told.values()];
}
