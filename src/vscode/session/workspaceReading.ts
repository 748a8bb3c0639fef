import type { Finding } from '../../core/findings/finding';
import { RecordIndex } from '../../core/index/recordIndex';
import type { LoadMessage } from '../../node/loadMessages';
import type { CheckedConfig } from './checkConfig';

/** One whole reading of a workspace: the index that it makes, and the files that it told of so far. */
export class WorkspaceReading {
  readonly index = RecordIndex.keptUp();
  private readonly seen = new Set<string>();

  /** Takes in what was found; gives the findings of the files that it is about. */
  take(
    message: Exclude<LoadMessage, { kind: 'pending' }>,
    config: CheckedConfig,
  ): ReadonlyMap<string, readonly Finding[]> {
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
