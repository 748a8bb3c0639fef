import type { WorkspaceConfig } from '../config/workspaceConfig';
import { summarise } from '../index/summarise';
import type { ParsedRecord } from '../model/parse/record';
import { movedWindowTexts } from './movedWindows';
import type { RecordDiff } from './workspaceDiff';

/** Tells of a window that takes place at another moment by the configuration of today, whatever its text says. */
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

/** The same with a window that its zone puts at another moment; then more than its writing changed. */
export function withMovedWindow(
  diff: RecordDiff,
  moved: { readonly from: string; readonly to: string },
): RecordDiff {
  const others = diff.changes.filter(({ kind }) => kind !== 'layout');
  return { ...diff, changes: [...others, { kind: 'window-zone', ...moved }] };
}
