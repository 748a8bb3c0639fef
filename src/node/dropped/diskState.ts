import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { CurrentState } from '../../core/diff/droppedRecords';
import { type ExclusionReason, exclusionReason } from '../../core/diff/exclusionReason';
import type { IndexEntry } from '../../core/index/indexEntry';
import type { ReadText } from '../../core/model/parse/decodeText';
import type { RecordReader } from '../../core/rules/recordReader';
import type { ChangedSince } from '../changedSince';
import { IgnoreRules } from '../ignoreRules';
import { readFileText } from '../readText';
import type { Survey } from '../surveyWorkspace';

/** The current state of a workspace on disk. */
export class DiskState implements CurrentState {
  readonly touched: ReadonlySet<string>;
  private readonly root: string;
  private readonly walked: ReadonlySet<string>;
  private readonly nested: ReadonlySet<string>;
  private readonly newNames: ReadonlyMap<string, string>;
  private readonly rules = new Map<string, IgnoreRules>();

  /** @param known what was read of its records already: the unchanged files with an id, the record of a file */
  constructor(
    { root, files, nested }: Pick<Survey, 'root' | 'nested'> & { files: readonly { file: string }[] },
    private readonly reader: RecordReader,
    private readonly changed: Pick<ChangedSince, 'before' | 'renamed' | 'tracked'>,
    private readonly known: Pick<CurrentState, 'withId' | 'entry'>,
  ) {
    this.root = root;
    this.touched = new Set([...changed.before.keys(), ...changed.renamed.keys()]);
    this.walked = new Set(files.map(({ file }) => file));
    this.nested = new Set(nested.map((folder) => folder.slice(root.length + 1).replaceAll('\\', '/')));
    this.newNames = new Map([...changed.renamed].map(([now, before]) => [before, now]));
  }

  has(file: string): boolean {
    const stats = this.stats(file);
    return stats?.isFile() === true || stats?.isSymbolicLink() === true;
  }

  withId(id: string): readonly string[] {
    return this.known.withId(id);
  }

  entry(file: string): IndexEntry | undefined {
    return this.known.entry?.(file);
  }

  isTracked(file: string): boolean {
    return this.changed.tracked.has(file);
  }

  exclusionReason(file: string): ExclusionReason | undefined {
    const mayHoldRecord = (one: string): boolean => this.reader.mayHoldRecord(one);
    if (this.walked.has(file)) return mayHoldRecord(file) ? undefined : 'globs';
    return exclusionReason(file, {
      isLink: (path) => this.stats(path)?.isSymbolicLink() === true,
      isNested: (folder) => this.nested.has(folder),
      isIgnored: (path, isFolder) =>
        this.rulesIn(path.slice(0, Math.max(0, path.lastIndexOf('/')))).excludes(
          join(this.root, path),
          isFolder,
        ),
      mayHoldRecord,
    });
  }

  text(file: string): ReadText | undefined {
    return this.stats(file)?.isFile() ? readFileText(this.root, file) : undefined;
  }

  renamedTo(file: string): string | undefined {
    return this.newNames.get(file);
  }

  private stats(path: string) {
    try {
      return lstatSync(join(this.root, path), { throwIfNoEntry: false });
    } catch {
      // A folder of the path is a file now, or may not be entered.
      return undefined;
    }
  }

  private rulesIn(folder: string): IgnoreRules {
    const known = this.rules.get(folder);
    if (known) return known;
    const above = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    const rules =
      folder === '' ? IgnoreRules.above(this.root) : this.rulesIn(above).entering(join(this.root, folder));
    this.rules.set(folder, rules);
    return rules;
  }
}
