import type { Severity } from '../findings/finding';
import { titleOf } from '../index/summarise';
import type { ParsedRecord } from '../model/parse/record';
import type { Localized } from '../model/text/localized';
import type { RecordType } from '../model/vocabulary/vocabulary';
import type { Loosening } from './loosening';
import type { RecordChange } from './recordChange';
import { recordDiff } from './recordDiff';

/** Who made a change, according to git. */
export interface ChangeAuthor {
  readonly name: string;
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly commit: string;
}

/** A change with its author: `uncommitted` where it is not committed, undefined where history does not say. */
export interface TracedChange extends RecordChange {
  readonly by?: ChangeAuthor | 'uncommitted';
}

/** A finding that a moved window causes. */
export interface ScheduleFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Localized;
}

/** One record that changed. */
export interface RecordDiff {
  readonly id: string | undefined;
  readonly type: RecordType;
  readonly title: string;
  /** Path in the workspace now, or the last one of a removed record; and the previous path of a renamed one. */
  readonly file: string;
  readonly fileBefore?: string;
  readonly what: 'added' | 'removed' | 'renamed' | 'changed';
  readonly by?: ChangeAuthor | 'uncommitted';
  readonly changes: readonly TracedChange[];
  readonly meets: readonly ScheduleFinding[];
}

/** A changed file that decides what is checked, and how. */
export interface ConfigFileDiff {
  readonly file: string;
  readonly what: 'added' | 'removed' | 'changed';
  /** Its keys that changed. */
  readonly changes: readonly Loosening[];
}

/** The difference between two states of a workspace. */
export interface WorkspaceDiff {
  readonly loosened: readonly Loosening[];
  readonly config: readonly ConfigFileDiff[];
  readonly records: readonly RecordDiff[];
}

/** The records in two versions of a file; undefined where it holds none. */
export interface FilePair {
  readonly file: string;
  readonly fileBefore?: string;
  readonly before: ParsedRecord | undefined;
  readonly after: ParsedRecord | undefined;
}

/**
 * Compares the records of files. A record that left one file and appears in another under the same id was renamed, even
 * where git did not notice.
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
    // git may take a file for a renamed one because they look alike. Another id means another record.
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
