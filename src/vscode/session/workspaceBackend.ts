import type * as vscode from 'vscode';
import type { AuditEvent } from '../../core/audit/auditEvent';
import type { AuditedRecord } from '../../core/audit/auditTrail';
import type { HolidayYear } from '../../core/calendar/publicHolidays';
import type { ConfigText } from '../../core/config/configFiles';
import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import type { KnownOfChange } from '../../core/create/newChangeInput';
import type { IndexEntry } from '../../core/index/indexEntry';
import type { KnownRelease } from '../../core/language/languageInput';
import type { ReadText } from '../../core/model/parse/decodeText';
import type { FileFacts, GitFacts, LastChange, NoGit } from '../../core/model/ports';
import type { Language } from '../../core/model/text/localized';
import type { NoticeDraft } from '../../core/notices/draftNotice';
import type { PendingRow } from '../../core/pending/pendingRow';
import type { RecordReader } from '../../core/rules/recordReader';
import type { LoadMessage } from '../../node/loadMessages';
import type { ReleaseWish } from '../../node/release/knownFromGit';

/** What happened to the records of a workspace before, as git has it; where there is none, nothing is known. */
export interface SessionHistory {
  readonly facts: GitFacts | NoGit | undefined;
  /**
   * Asks what records want to know; gives the files whose findings may be others, once there is an answer.
   *
   * @param ticks whether to ask for ticks too, which not every keystroke does
   */
  ask(entries: Iterable<IndexEntry>, ticks: boolean): Promise<{ files: string[] } | undefined>;
  /** A record reads differently: what is known of its ticks is asked again, when the ticking has paused. */
  holdTicks(before: IndexEntry | undefined, after: IndexEntry | undefined): void;
  /** Everything that happened to a record, oldest first. Throws where there should be an answer and is none. */
  trail(file: string, record: AuditedRecord): Promise<readonly AuditEvent[]>;
  /** Who committed a line of a file last. */
  lastChange(file: string, line: number): Promise<LastChange | undefined>;
  /** When records were changed last, in milliseconds since 1970; now where that cannot be said. */
  changeTimes(files: readonly string[], now: number): Promise<(file: string) => number>;
  /** Whether a file is committed; true where that cannot be said. */
  isCommitted(file: string): Promise<boolean>;
  /** Where a version of a procedure is committed. */
  versionOf(
    file: string,
    version: string,
  ): Promise<{ readonly commit: string; readonly file: string } | undefined>;
  /** Who is at work here. */
  ownIdentity(): Promise<{ readonly name: string; readonly address: string } | undefined>;
  /** Makes a commit of ours: until it is there, its ticks are held to be accounted for. */
  whileCommitting<T>(make: () => Promise<T>): Promise<T>;
  /** Takes away what killed commits left behind. */
  sweep(): Promise<void>;
  forgetCommitted(): void;
  dispose(): void;
}

/** What a whole reading of a workspace is asked for. */
export interface LoadWish {
  readonly reader: RecordReader;
  /** Files of the configuration as they stand in the editor, unsaved: they count instead of the stored ones. */
  readonly openConfig: readonly ConfigText[];
}

/** What a session stands on: where its files are, and what can be known of them there. */
export interface WorkspaceBackend {
  /** Tells workspaces apart: a path where the files are on a disk, else an address. */
  readonly root: string;
  /** What a person calls its folder. */
  readonly name: string;
  /** Whether the files are on this disk, where git and other programs can reach them. */
  readonly onDisk: boolean;
  readonly history: SessionHistory;
  /** Whether a commit can be made here, as things stand now. */
  hasRepository(): boolean;
  uriOf(file: string): vscode.Uri;
  /** The path of a file relative to the workspace, with `/`; undefined where it lies outside. */
  fileOf(uri: vscode.Uri): string | undefined;
  /** The configuration as it is stored; as it was at the last `prepare` where asking takes a while. */
  configTexts(): readonly ConfigText[];
  /** Ends when the configuration is known as it is stored now; not there where it always is. */
  prepare?(): Promise<void>;
  /** Facts about files. Without a file all may be other ones; with one, only that one has come or gone. */
  factsAfter(file?: string): FileFacts;
  /** Finds out what was asked of the facts and not known; undefined where there is no such question. */
  learn?(): Promise<void> | undefined;
  /** A file's text. Throws where there is none. */
  read(file: string): Promise<ReadText>;
  /** The text of a customer's file of end users; undefined where there is none. */
  endUsersText(config: WorkspaceConfig, customer: string | undefined): Promise<string | undefined>;
  /** Saves a notice as mail, by this name where the user does not say otherwise; gives what was saved, in words. */
  saveMail?(draft: NoticeDraft, name: string, now: number): Promise<string | undefined>;
  /** Ids on other branches and in other work trees, as far as they can be looked through quickly; not there without git. */
  idsElsewhere?(own: ReadonlySet<string>): Promise<ReadonlySet<string>>;
  /** What git knows of releases; not there where there is no git. */
  readonly releases?: ReleaseSource;
  /** What was pending the last time, at once and out of date; undefined where that is not known. */
  lastPending?(config: readonly ConfigText[]): Iterable<PendingRow> | undefined;
  /** Keeps what is pending for the next time. */
  keepLastPending?(config: readonly ConfigText[], rows: readonly PendingRow[]): void;
  /** Reads and checks every record without holding up the editor, telling what it finds. */
  load(wish: LoadWish, receive: (message: LoadMessage) => void): Promise<void>;
}

/** What a new change can be told of the release that it brings. */
export interface ReleaseSource {
  /** Tags, the newest first. */
  tags(): Promise<readonly string[]>;
  /** What is known of a release; undefined where git knows nothing of it. */
  known(wish: ReleaseWish, config: WorkspaceConfig, language: Language): Promise<KnownOfChange | undefined>;
  /** What came since the last tag; undefined where git does not say. */
  sinceLastTag(config: WorkspaceConfig): Promise<KnownRelease | undefined>;
}

/** What a backend is made with. */
export interface BackendEvents {
  readonly log: vscode.LogOutputChannel;
  /** Called with records whose ticks are to be asked for again. */
  askAgain(entries: readonly IndexEntry[]): void;
}

/** The kinds of backend that there are where this extension runs. */
export interface Backends {
  /** The root of the workspace that a folder belongs to. */
  rootOf(folder: vscode.Uri): string;
  open(root: string, events: BackendEvents): WorkspaceBackend;
  /** Looks up public holidays without holding up the editor, so that whoever asks later has them at once. */
  lookUpHolidays(years: readonly HolidayYear[]): Promise<void>;
}
