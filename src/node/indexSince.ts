import { RecordIndex } from '../core/index/recordIndex';
import type { Contents } from './cache/contents';
import type { VerdictBasis } from './cache/keptVerdict';
import type { ReadRecords } from './readRecords';

/** What came of bringing an index up to date. */
export interface IndexSince {
  readonly index: RecordIndex;
  /** The files that came, went or changed, and those that look at what they hold. */
  readonly concerned: Set<string>;
  /** Those that came, went or changed alone. */
  readonly changed: readonly string[];
}

/** Where more than one file of so many changed, everything is looked at: that is no more work, and simpler. */
const mostChanged = 1 / 4;

/**
 * Makes the index of some files out of that of another state, so that it tells whom the difference concerns.
 *
 * @param before what the files held in the other state
 * @param records the records of now
 * @returns undefined where most is different, or where it is no longer known what the files held
 */
export function indexSince(
  before: VerdictBasis,
  files: readonly string[],
  { contents, records }: { contents: Contents; records: ReadRecords },
): IndexSince | undefined {
  const old = new Map(before.files.map((file, row) => [file, before.ids[row] ?? '']));
  const now = new Set(files);
  const changed = files.filter((file) => old.get(file) !== contents.id(file));
  changed.push(...before.files.filter((file) => !now.has(file)));
  if (changed.length > files.length * mostChanged) return undefined;
  const past = records.before(changed, old);
  if (!past) return undefined;
  const index = new RecordIndex(past);
  const concerned = new Set(changed);
  for (const file of changed)
    for (const other of index.update(file, records.entry(file))) concerned.add(other);
  return { index, concerned, changed };
}
