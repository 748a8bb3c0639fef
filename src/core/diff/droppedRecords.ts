import type { IndexEntry } from '../index/indexEntry';
import { titleOf } from '../index/summarise';
import type { ReadText } from '../model/parse/decodeText';
import { parseRecord } from '../model/parse/parseRecord';
import type { RecordType } from '../model/vocabulary/vocabulary';
import type { RecordReader } from '../rules/recordReader';
import { initialStatus, isOpen, stageOf } from '../workflow/stages';
import type { ExclusionReason } from './exclusionReason';

/** What identifies a record across versions. */
export interface RecordIdentity {
  readonly file: string;
  readonly id: string | undefined;
  readonly type: RecordType;
  readonly title: string;
  /** A draft is open, in its first state, and nobody has approved it. */
  readonly stage: 'draft' | 'open' | 'closed';
}

/** Why a record was dropped: its place is excluded, its file holds something else, or it is gone. */
export type DropReason = ExclusionReason | 'gone' | 'untracked' | 'noRecord' | 'type' | 'id' | 'doubled';

/** A record that is no longer one, or no longer the only one with its id. */
export interface DroppedRecord {
  readonly record: RecordIdentity;
  readonly reason: DropReason;
  /** The file that replaced it, or its old file where there is none. */
  readonly at: string;
  /** The record in that file, if it holds one. */
  readonly now?: RecordIdentity;
}

/** The current state of a workspace, in which its previous records are looked for. */
export interface CurrentState {
  /** Files that changed or are new. */
  readonly touched: ReadonlySet<string>;
  /** Whether a file exists. */
  has(file: string): boolean;
  /** Whether a file belongs to this repository. Files of a submodule do not. */
  isTracked(file: string): boolean;
  exclusionReason(file: string): ExclusionReason | undefined;
  text(file: string): ReadText | undefined;
  /** The new path of a renamed file. */
  renamedTo(file: string): string | undefined;
  /** Unchanged files whose records have an id, as far as they are known. */
  withId(id: string): readonly string[];
  /** The record that a file holds, where it was read already. */
  entry?(file: string): IndexEntry | undefined;
}

/** Reads what identifies the record in a text; undefined where it holds none. */
export function recordIdentity(
  file: string,
  { text, options }: ReadText,
  reader: RecordReader,
): RecordIdentity | undefined {
  const { data, stages } = reader.config;
  const record = parseRecord(text, { ...options, expected: data.records !== undefined });
  if (!record) return undefined;
  const { type } = record;
  const known = { file, id: record.data.id, type, title: titleOf(record) };
  if (record.type === 'procedure') return { ...known, stage: 'closed' };
  const first = initialStatus(type);
  const status = record.data.status ?? first;
  const hold = record.type === 'change' ? record.data.hold?.from : undefined;
  const decided = record.type === 'change' && (record.data.approvals ?? []).length > 0;
  if (!isOpen(stageOf(status, hold, stages))) return { ...known, stage: 'closed' };
  return { ...known, stage: status === first && !decided ? 'draft' : 'open' };
}

/** The same of a record that was read already; undefined where its text has to say more. */
export function knownIdentity({ file, summary }: IndexEntry): RecordIdentity | undefined {
  const { id, type, title, status, stage, guessed } = summary;
  if (guessed) return undefined;
  const known = { file, id, type, title };
  if (type === 'procedure' || !isOpen(stage)) return { ...known, stage: 'closed' };
  // In its first state it is a draft only if nobody has decided anything.
  return status === initialStatus(type) ? undefined : { ...known, stage: 'open' };
}

/** Finds the records that were dropped. */
export class DroppedRecords {
  private readonly known = new Map<string, RecordIdentity | undefined>();
  /** Touched files by the ids of their records. */
  private readonly byId = new Map<string, string[]>();
  /** Files that hold no record, by the id that they mention. */
  private holders: ReadonlyMap<string, string> | undefined;

  constructor(
    private readonly reader: RecordReader,
    private readonly now: CurrentState,
  ) {
    for (const file of now.touched) {
      const id = this.recordAt(file)?.id;
      if (id !== undefined) this.byId.set(id, [...(this.byId.get(id) ?? []), file]);
    }
  }

  /** @param before previous records of changed files, and of files that may be excluded now */
  find(before: readonly RecordIdentity[]): DroppedRecord[] {
    return [...before.flatMap((record) => this.dropOf(record) ?? []), ...this.doubled(before)];
  }

  private dropOf(record: RecordIdentity): DroppedRecord | undefined {
    const { file, id, type } = record;
    const place = this.placeOf(file);
    const at = id === undefined ? [place] : this.filesWithId(id);
    const own = at.includes(place)
      ? place
      : (at.find((one) => this.recordAt(one)?.type === type) ?? at.find((one) => this.recordAt(one)));
    const now = own === undefined ? undefined : this.recordAt(own);
    if (own !== undefined && now) {
      if (now.type !== type) return { record, reason: 'type', at: own, now };
      return this.now.isTracked(own) || own !== file ? undefined : { record, reason: 'untracked', at: own };
    }
    return this.reasonAt(record, this.now.has(place) ? place : this.holderOf(id));
  }

  private reasonAt(record: RecordIdentity, at: string | undefined): DroppedRecord {
    const gone = { record, reason: 'gone' as const, at: record.file };
    if (at === undefined) return gone;
    const passed = this.now.exclusionReason(at);
    if (passed) return { record, reason: passed, at };
    const now = this.recordAt(at);
    if (!now) return { record, reason: 'noRecord', at };
    // git may take a file for a renamed one only because they look alike.
    if (at !== record.file && record.stage === 'closed') return gone;
    return { record, reason: 'id', at, now };
  }

  /** Records that use the id of another one which still exists. */
  private doubled(before: readonly RecordIdentity[]): DroppedRecord[] {
    const were = new Map(before.map((record) => [`${record.id} ${this.placeOf(record.file)}`, record]));
    return [...this.byId].flatMap(([id, files]): DroppedRecord[] => {
      const all = this.filesWithId(id);
      const had = (file: string): boolean => were.has(`${id} ${file}`);
      const stayed = all.find((file) => had(file) || !files.includes(file));
      if (all.length < 2 || stayed === undefined) return [];
      return files.flatMap((file): DroppedRecord[] => {
        const now = had(file) ? undefined : this.recordAt(file);
        if (!now) return [];
        const record = were.get(`${id} ${stayed}`) ?? { ...now, file: stayed };
        return [{ record, reason: 'doubled', at: file, now }];
      });
    });
  }

  private placeOf(file: string): string {
    return this.now.renamedTo(file) ?? file;
  }

  private filesWithId(id: string): string[] {
    return [...new Set([...(this.byId.get(id) ?? []), ...this.now.withId(id)])].sort();
  }

  /** A changed file that holds no record but mentions an id. */
  private holderOf(id: string | undefined): string | undefined {
    this.holders ??= new Map(
      [...this.now.touched].flatMap((file): [string, string][] => {
        const read = textNames.test(file) && !this.recordAt(file) ? this.now.text(file) : undefined;
        const named = read && idLine.exec(read.text.slice(0, 4000))?.[1];
        return named ? [[named, file]] : [];
      }),
    );
    return id === undefined ? undefined : this.holders.get(id);
  }

  private recordAt(file: string): RecordIdentity | undefined {
    if (this.known.has(file)) return this.known.get(file);
    const record = this.now.exclusionReason(file) ? undefined : this.read(file);
    this.known.set(file, record);
    return record;
  }

  private read(file: string): RecordIdentity | undefined {
    const entry = this.now.entry?.(file);
    const known = entry && knownIdentity(entry);
    if (known) return known;
    const read = this.now.text(file);
    return read && recordIdentity(file, read, this.reader);
  }
}

/** Files that may be read as text. */
const textNames = /\.(?:md\w*|markdown|mkd|mdx|txt|text|rst|adoc|ya?ml)$|(?:^|\/)[^.]+$/i;
const idLine = /^id[ \t]*:[ \t]*["']?([^\s"'#]+)/m;
