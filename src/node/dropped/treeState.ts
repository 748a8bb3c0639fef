import { nestedTest } from '../../core/config/globs';
import { IgnoreChain } from '../../core/config/ignoreChain';
import type { CurrentState } from '../../core/diff/droppedRecords';
import { type ExclusionReason, exclusionReason } from '../../core/diff/exclusionReason';
import { folderConfigured, type PreviousState } from '../../core/diff/findDropped';
import { decodeText, type ReadText } from '../../core/model/parse/decodeText';
import type { RecordReader } from '../../core/rules/recordReader';
import type { TreeFile } from '../listTree';
import { readBlobs } from '../readBlobs';

/** The state of a workspace in a commit. */
export class TreeState implements CurrentState {
  readonly touched: ReadonlySet<string>;
  private readonly newNames: ReadonlyMap<string, string>;
  private readonly nested: ReadonlySet<string>;
  private readonly chains = new Map<string, IgnoreChain>();
  private readonly texts = new Map<string, Uint8Array>();

  private constructor(
    private readonly files: ReadonlyMap<string, TreeFile>,
    private readonly ignoring: ReadonlyMap<string, string>,
    private readonly reader: RecordReader,
    readonly withId: (id: string) => readonly string[],
    renamed: ReadonlyMap<string, string>,
    touched: Iterable<string>,
  ) {
    this.touched = new Set(touched);
    this.newNames = new Map([...renamed].map(([now, before]) => [before, now]));
    const configured = new Set([...files.keys()].flatMap((file) => folderConfigured(file) ?? []));
    const named = configured.has('') ? nestedTest(reader.config) : () => true;
    this.nested = new Set([...configured].filter((folder) => folder !== '' && named(folder)));
  }

  /**
   * Reads the state.
   *
   * @param after the bytes of changed files
   */
  static async read(
    root: string,
    files: ReadonlyMap<string, TreeFile>,
    reader: RecordReader,
    {
      after,
      renamed,
    }: { after: ReadonlyMap<string, Uint8Array | undefined>; renamed: ReadonlyMap<string, string> },
    before: PreviousState,
    withId: (id: string) => readonly string[],
  ): Promise<TreeState> {
    const rules = [...files].filter(([file]) => /(?:^|\/)\.gitignore$/.test(file));
    const ruleTexts = await readBlobs(
      root,
      rules.map(([, { blob }]) => blob),
    );
    const ignoring = new Map(
      rules.map(([file, { blob }]) => [
        file.slice(0, -'/.gitignore'.length),
        ruleTexts?.get(blob)?.toString('utf8') ?? '',
      ]),
    );
    const state = new TreeState(files, ignoring, reader, withId, renamed, after.keys());
    for (const [file, bytes] of after) if (bytes) state.texts.set(file, bytes);
    const left = [...files].filter(
      ([file]) =>
        !after.has(file) &&
        file.endsWith('.md') &&
        state.exclusionReason(file) &&
        before.mayHaveHeldRecord(file),
    );
    const bytes = await readBlobs(
      root,
      left.map(([, { blob }]) => blob),
    );
    for (const [file, { blob }] of left) state.texts.set(file, bytes?.get(blob) ?? new Uint8Array());
    return state;
  }

  has(file: string): boolean {
    return this.files.has(file);
  }

  isTracked(): boolean {
    return true;
  }

  renamedTo(file: string): string | undefined {
    return this.newNames.get(file);
  }

  text(file: string): ReadText | undefined {
    const bytes = this.texts.get(file);
    return bytes && decodeText(bytes);
  }

  exclusionReason(file: string): ExclusionReason | undefined {
    return exclusionReason(file, {
      isLink: (path) => this.files.get(path)?.mode === '120000',
      isNested: (folder) => this.nested.has(folder),
      isIgnored: (path, isFolder) =>
        this.chainIn(path.slice(0, Math.max(0, path.lastIndexOf('/')))).excludes(path, isFolder),
      mayHoldRecord: (one) => this.reader.mayHoldRecord(one),
    });
  }

  private chainIn(folder: string): IgnoreChain {
    const known = this.chains.get(folder);
    if (known) return known;
    const above =
      folder === '' ? IgnoreChain.empty : this.chainIn(folder.slice(0, Math.max(0, folder.lastIndexOf('/'))));
    const own = this.ignoring.get(folder);
    const chain = own === undefined ? above : above.entering(folder, own);
    this.chains.set(folder, chain);
    return chain;
  }
}
