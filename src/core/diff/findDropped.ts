import { type ConfigText, configFolder } from '../config/configFiles';
import { nestedTest } from '../config/globs';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { IndexEntry } from '../index/indexEntry';
import { decodeText } from '../model/parse/decodeText';
import { RecordReader } from '../rules/recordReader';
import {
  type CurrentState,
  type DroppedRecord,
  DroppedRecords,
  knownIdentity,
  type RecordIdentity,
  recordIdentity,
} from './droppedRecords';
import { exclusionReason } from './exclusionReason';

/** The difference between two states of a workspace. */
interface ChangedState {
  /** The previous bytes of changed files; undefined for new ones. */
  readonly before: ReadonlyMap<string, Uint8Array | undefined>;
  /** Every file of the repository that is in the workspace. */
  readonly tracked: Iterable<string>;
}

/** What was read of a previous state already. */
interface KnownBefore {
  readonly config?: WorkspaceConfig | undefined;
  readonly entry?: (file: string, bytes: Uint8Array) => IndexEntry | undefined;
}

/** The previous state of a workspace: which of its files were records. */
export class PreviousState {
  readonly reader: RecordReader;
  /** Folders inside that were separate workspaces. */
  readonly nested: ReadonlySet<string>;
  /** Whether a folder inside would have been one if it had a configuration. */
  readonly wouldBeNested: (folder: string) => boolean;
  private readonly unchanged: string[];

  /**
   * @param texts the previous configuration
   * @param known what was read already: by these texts the configuration, and the record of a file's bytes
   */
  constructor(
    private readonly changed: ChangedState,
    texts: readonly ConfigText[],
    private readonly known: KnownBefore = {},
  ) {
    const { before, tracked } = changed;
    this.reader = new RecordReader(texts, known.config);
    this.unchanged = [...tracked].filter((file) => !before.has(file));
    const files = [...this.unchanged, ...[...before].flatMap(([file, bytes]) => (bytes ? [file] : []))];
    const configured = new Set(files.flatMap((file) => folderConfigured(file) ?? []));
    this.wouldBeNested = configured.has('') ? nestedTest(this.reader.config) : () => true;
    this.nested = new Set([...configured].filter((folder) => folder !== '' && this.wouldBeNested(folder)));
  }

  /** The previous records whose files changed or are excluded now. */
  records(now: CurrentState): RecordIdentity[] {
    const touched = [...this.changed.before].flatMap(([file, bytes]) => {
      return (bytes && this.mayHaveHeldRecord(file) && this.identity(file, bytes)) || [];
    });
    const left = this.unchanged.flatMap((file) => {
      if (!file.endsWith('.md') || !now.exclusionReason(file) || !this.mayHaveHeldRecord(file)) return [];
      const read = now.text(file);
      return (read && recordIdentity(file, read, this.reader)) ?? [];
    });
    return [...touched, ...left];
  }

  private identity(file: string, bytes: Uint8Array): RecordIdentity | undefined {
    const entry = this.known.entry?.(file, bytes);
    return (entry && knownIdentity(entry)) ?? recordIdentity(file, decodeText(bytes), this.reader);
  }

  /** Ignore rules do not count: what git tracks was not ignored. */
  mayHaveHeldRecord(file: string): boolean {
    const not = () => false;
    const isNested = (folder: string) => this.nested.has(folder);
    const mayHoldRecord = (one: string) => this.reader.mayHoldRecord(one);
    return exclusionReason(file, { isLink: not, isIgnored: not, isNested, mayHoldRecord }) === undefined;
  }
}

/** The folder whose configuration a file belongs to: empty for the workspace's own, undefined for other files. */
export function folderConfigured(file: string): string | undefined {
  const at = `/${file}`.lastIndexOf(`/${configFolder}/`);
  return at < 0 ? undefined : file.slice(0, Math.max(0, at - 1));
}

/** Whether a record was already ignored before a change that touched neither the record nor an ignore rule. */
export function wasIgnored(
  { record, reason }: DroppedRecord,
  { before }: Pick<ChangedState, 'before'>,
): boolean {
  if (reason !== 'ignored' || before.has(record.file)) return false;
  return ![...before.keys()].some((file) => /(?:^|\/)\.gitignore$/.test(file));
}

/** Finds the records that were dropped. */
export function findDropped(before: PreviousState, now: CurrentState, reader: RecordReader): DroppedRecord[] {
  return new DroppedRecords(reader, now).find(before.records(now));
}
