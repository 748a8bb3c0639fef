import type { FileFinding, Finding } from '../findings/finding';
import type { IndexEntry } from '../index/indexEntry';
import { RecordIndex } from '../index/recordIndex';
import type { CheckedConfig } from './checkedConfig';

/** What a reading of a workspace tells: records with their findings, then what is wrong with where they lie. */
export type ToldRecords =
  | {
      readonly kind: 'entries';
      readonly entries: readonly {
        readonly entry: IndexEntry;
        readonly findings: readonly Finding[];
        /** Until when these hold, if only the clock moves. */
        readonly until: number;
      }[];
    }
  | { readonly kind: 'done'; readonly places: readonly FileFinding[] };

/** One whole reading of a workspace: the index that it makes, and the files that it told of so far. */
export class WorkspaceReading {
  readonly index = new RecordIndex();
  private readonly seen = new Set<string>();

  /** Takes in what was found; gives the findings of the files that it is about. */
  take(message: ToldRecords, config: CheckedConfig): ReadonlyMap<string, readonly Finding[]> {
    const changed = new Map<string, readonly Finding[]>();
    if (message.kind === 'entries')
      for (const { entry, findings } of message.entries) {
        this.index.load(entry);
        changed.set(entry.file, findings);
      }
    else {
      for (const [file, findings] of config.findings()) changed.set(file, findings);
      for (const { file, finding } of message.places)
        changed.set(file, [...(changed.get(file) ?? []), finding]);
    }
    for (const file of changed.keys()) this.seen.add(file);
    return changed;
  }

  /** Those of some files that it told nothing of, as of files that are gone. */
  unseen(files: Iterable<string>): string[] {
    return [...files].filter((file) => !this.seen.has(file));
  }
}
