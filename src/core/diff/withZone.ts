import type { WorkspaceConfig } from '../config/workspaceConfig';
import { summarise } from '../index/summarise';
import type { ParsedRecord } from '../model/parse/record';
import { movedWindowTexts } from './movedWindows';
import type { RecordDiff } from './workspaceDiff';

/** Adds to a record that its window moved because the configuration gives it another time zone. */
export function addMovedWindow(
  diff: RecordDiff,
  record: ParsedRecord | undefined,
  before: WorkspaceConfig,
  after: WorkspaceConfig,
): RecordDiff {
  if (!record) return diff;
  const [old, now] = [before, after].map((config) => summarise(record, diff.file, config).change);
  const [from, to] = [old?.start, now?.start];
  if (from === undefined || to === undefined || from === to) return diff;
  return withMovedWindow(diff, movedWindowTexts({ from, to, customer: old?.customer }, before));
}

/** Adds a moved window to a record's changes. Then more changed than the layout. */
export function withMovedWindow(
  diff: RecordDiff,
  moved: { readonly from: string; readonly to: string },
): RecordDiff {
  const others = diff.changes.filter(({ kind }) => kind !== 'layout');
  return { ...diff, changes: [...others, { kind: 'window-zone', ...moved }] };
}
