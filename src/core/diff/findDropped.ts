import { type ConfigText, configFolder } from '../config/configFiles';
import { nestedTest } from '../config/globs';
import { decodeText } from '../model/parse/decodeText';
import { RecordReader } from '../rules/recordReader';
import {
  type CurrentState,
  type DroppedRecord,
  DroppedRecords,
  type RecordIdentity,
  recordIdentity,
} from './droppedRecords';
import { exclusionReason } from './exclusionReason';

/** What is different between two states of a workspace. */
export interface ChangedState {
  /** The files that were different, or not there. */
  readonly before: ReadonlyMap<string, Uint8Array | undefined>;
  /** Every file of the repository that is in the workspace now. */
  readonly tracked: Iterable<string>;
}

/** What of a state of before tells which of its files were records. */
export class PreviousState {
  readonly reader: RecordReader;
  /** Folders inside that were workspaces of their own. */
  readonly nested: ReadonlySet<string>;
  /** Whether a folder inside with a configuration would have been one. */
  readonly wouldBeNested: (folder: string) => boolean;
  private readonly unchanged: string[];

  /** @param texts the configuration of before */
  constructor(
    private readonly changed: ChangedState,
    texts: readonly ConfigText[],
  ) {
    const { before, tracked } = changed;
    this.reader = new RecordReader(texts);
    this.unchanged = [...tracked].filter((file) => !before.has(file));
    const files = [...this.unchanged, ...[...before].flatMap(([file, bytes]) => (bytes ? [file] : []))];
    const configured = new Set(files.flatMap((file) => folderConfigured(file) ?? []));
    this.wouldBeNested = configured.has('') ? nestedTest(this.reader.config) : () => true;
    this.nested = new Set([...configured].filter((folder) => folder !== '' && this.wouldBeNested(folder)));
  }

  /** The records that were there, as far as they are others now or are passed over. */
  records(now: CurrentState): RecordIdentity[] {
    const touched = [...this.changed.before].flatMap(([file, bytes]) => {
      const read = bytes && this.mayHaveHeldRecord(file) ? decodeText(bytes) : undefined;
      return (read && recordIdentity(file, read, this.reader)) ?? [];
    });
    const left = this.unchanged.flatMap((file) => {
      if (!file.endsWith('.md') || !now.exclusionReason(file) || !this.mayHaveHeldRecord(file)) return [];
      const read = now.text(file);
      return (read && recordIdentity(file, read, this.reader)) ?? [];
    });
    return [...touched, ...left];
  }

  /** What git has was not ignored, whatever its rules said. */
  mayHaveHeldRecord(file: string): boolean {
    const not = () => false;
    const isNested = (folder: string) => this.nested.has(folder);
    const mayHoldRecord = (one: string) => this.reader.mayHoldRecord(one);
    return exclusionReason(file, { isLink: not, isIgnored: not, isNested, mayHoldRecord }) === undefined;
  }
}

/** The folder whose configuration a file belongs to; empty for the workspace's own, nothing for other files. */
export function folderConfigured(file: string): string | undefined {
  const at = `/${file}`.lastIndexOf(`/${configFolder}/`);
  return at < 0 ? undefined : file.slice(0, Math.max(0, at - 1));
}

/** Whether a record was kept out already before a change that touched neither it nor what keeps it out. */
export function wasIgnored(
  { record, reason }: DroppedRecord,
  { before }: Pick<ChangedState, 'before'>,
): boolean {
  if (reason !== 'ignored' || before.has(record.file)) return false;
  return ![...before.keys()].some((file) => /(?:^|\/)\.gitignore$/.test(file));
}

/** Finds the records of before that are none any more. */
export function findDropped(before: PreviousState, now: CurrentState, reader: RecordReader): DroppedRecord[] {
  return new DroppedRecords(reader, now).find(before.records(now));
}
