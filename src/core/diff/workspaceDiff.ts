import type { Severity } from '../findings/finding';
import { titleOf } from '../index/summarise';
import type { ParsedRecord } from '../model/parse/record';
import type { Localized } from '../model/text/localized';
import type { RecordType } from '../model/vocabulary/vocabulary';
import type { Loosening } from './loosening';
import type { RecordChange } from './recordChange';
import { recordDiff } from './recordDiff';

/** Who made a change, as history tells. */
export interface ChangeAuthor {
  readonly name: string;
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly commit: string;
}

/** A change with whoever made it; `uncommitted` where nobody has yet, nothing where history does not say. */
export interface TracedChange extends RecordChange {
  readonly by?: ChangeAuthor | 'uncommitted';
}

/** What a moved window runs into that the old one did not. */
export interface ScheduleFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Localized;
}

/** One record of which something is different. */
export interface RecordDiff {
  readonly id: string | undefined;
  readonly type: RecordType;
  readonly title: string;
  /** Paths in the workspace: now, or the last one of a record that is gone; and before, where it was another. */
  readonly file: string;
  readonly fileBefore?: string;
  readonly what: 'added' | 'removed' | 'renamed' | 'changed';
  readonly by?: ChangeAuthor | 'uncommitted';
  readonly changes: readonly TracedChange[];
  readonly meets: readonly ScheduleFinding[];
}

/** Another file than before of those that decide what is checked, and how. */
export interface ConfigFileDiff {
  readonly file: string;
  readonly what: 'added' | 'removed' | 'changed';
  /** What its keys say now and did not before. */
  readonly changes: readonly Loosening[];
}

/** Everything that is different between two states of a workspace. */
export interface WorkspaceDiff {
  readonly loosened: readonly Loosening[];
  readonly config: readonly ConfigFileDiff[];
  readonly records: readonly RecordDiff[];
}

/** The two states of one file; nothing where it held no record. */
export interface FilePair {
  readonly file: string;
  readonly fileBefore?: string;
  readonly before: ParsedRecord | undefined;
  readonly after: ParsedRecord | undefined;
}

/**
 * Compares the records of files. One that went from one file and came in another under the same id was renamed,
 * whether git took notice or not.
 */
export function diffRecords(files: readonly FilePair[]): RecordDiff[] {
  const gone = new Map<string, FilePair>();
  const came = new Set<string>();
  for (const pair of files) {
    const { before, after } = pair;
    if (after?.data.id && after.data.id !== before?.data.id) came.add(after.data.id);
  }
  for (const pair of files) {
    const id = pair.before?.data.id;
    if (id && !pair.after && came.has(id)) gone.set(id, pair);
  }
  const moved = new Set(gone.values());
  return files.flatMap((pair) => {
    if (moved.has(pair)) return [];
    const { before, after, fileBefore, ...rest } = pair;
    // git takes files that look alike for the same one; another id is another record.
    if (before?.data.id && after?.data.id && before.data.id !== after.data.id && fileBefore !== undefined)
      return [
        ...diffOf({ ...rest, file: fileBefore, before, after: undefined }),
        ...diffOf({ ...rest, before: undefined, after }),
      ];
    const elsewhere = pair.before || !after?.data.id ? undefined : gone.get(after.data.id);
    return diffOf(elsewhere ? { ...pair, before: elsewhere.before, fileBefore: elsewhere.file } : pair);
  });
}

function diffOf({ file, fileBefore, before, after }: FilePair): RecordDiff[] {
  const record = after ?? before;
  if (!record) return [];
  const renamed = before && after && fileBefore !== undefined && fileBefore !== file;
  const what = !before ? 'added' : !after ? 'removed' : renamed ? 'renamed' : 'changed';
  const changes = recordDiff(before, after);
  if (what === 'changed' && changes.length === 0) return [];
  const { type, data } = record;
  const named = renamed ? { fileBefore } : {};
  return [{ id: data.id, type, title: titleOf(record), file, ...named, what, changes, meets: [] }];
}
