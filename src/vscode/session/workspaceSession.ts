import * as vscode from 'vscode';
import { type ConfigText, isConfigFile } from '../../core/config/configFiles';
import type { Finding } from '../../core/findings/finding';
import type { IndexEntry } from '../../core/index/indexEntry';
import type { PendingRow } from '../../core/pending/pendingRow';
import type { ComposedWorkspace } from '../../core/rules/composeWorkspace';
import { LiveRecords, type Surroundings } from '../../core/session/liveRecords';
import { RepeatedWork } from '../../core/session/repeatedWork';
import { WorkspaceReading } from '../../core/session/workspaceReading';
import type { LoadMessage } from '../../node/loadMessages';
import { configOf, currentConfigTexts, openConfigTexts } from './checkConfig';
import type { FindingsSink } from './sessionParts';
import type { Backends, SessionHistory, WorkspaceBackend } from './workspaceBackend';

/** A new configuration concerns every record; they are read again when nobody has typed for this long. */
const configPauseMs = 400;
/** The rows of the last time are drawn within about this long. */
const drawingMs = 500;

/**
 * One workspace in the editor: its index, fed by a worker at first and by single files afterwards. A change costs
 * the file that changed and the records that refer to it, whatever the size of the workspace.
 */
export class WorkspaceSession {
  private readonly live: LiveRecords;
  private readonly loading = new RepeatedWork(
    () => this.loadOnce(),
    () => this.followLoading(),
  );
  /** Files that came, changed or went while all are read: the reading may have been past them already. */
  private readonly meanwhile = new Set<string>();
  /** Whether every record has been read once. */
  isRead = false;
  private disposed = false;
  private reloading: NodeJS.Timeout | undefined;
  /** The configuration by which the records were read last. */
  private loadedKey = '';
  /** Whether the configuration is known; nothing is checked by another one. */
  private prepared: boolean;
  readonly backend: WorkspaceBackend;
  /** What git knows of its files. */
  readonly git: SessionHistory;
  /** Who answered for a waiver last, to be offered again. */
  lastPerson = '';

  constructor(
    readonly root: string,
    backends: Backends,
    private readonly sink: FindingsSink,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.backend = backends.open(root, { log, askAgain: (entries) => void this.askGit(entries, true) });
    this.git = this.backend.history;
    this.prepared = this.backend.onDisk;
    this.live = new LiveRecords(configOf(this.backend), this.backend.factsAfter(), {
      now: Date.now,
      gitFacts: () => this.git.facts,
      found: (files) => this.disposed || this.sink.publish(this, files),
      rechecked: (files) => this.tellRechecked([...files]),
    });
  }

  uriOf(file: string): vscode.Uri {
    return this.backend.uriOf(file);
  }

  /** The path of a file relative to this workspace, with `/`; undefined where it lies outside. */
  fileOf(uri: vscode.Uri): string | undefined {
    return this.backend.fileOf(uri);
  }

  findingsOf(file: string): readonly Finding[] {
    return this.live.kept.of(file);
  }

  surroundingsOf(file: string): Surroundings {
    return this.live.surroundingsOf(file);
  }

  /** Errors and records so far, for the status after a check. */
  counts(): { records: number; findings: number } {
    const { index, kept } = this.live;
    return { records: index.size, findings: kept.count() };
  }

  /** Reads the whole workspace again. */
  load(): Promise<void> {
    return this.loading.run();
  }

  /** Ends when every record has been read once; at once where they have been. */
  loaded(): Promise<void> {
    return this.loading.running ?? Promise.resolve();
  }

  private async loadOnce(): Promise<void> {
    if (this.disposed) return;
    // Without a wait where there is none: the last rows are told before anybody can ask for them.
    const preparing = this.backend.prepare?.();
    if (preparing) await preparing;
    const openConfig = openConfigTexts(this.backend);
    const config = configOf(this.backend, openConfig);
    this.live.config = config;
    this.prepared = true;
    this.loadedKey = config.key;
    this.live.facts = this.backend.factsAfter();
    const reading = new WorkspaceReading();
    const wish = { reader: config.scanner, openConfig };
    // Checking takes every processor, which the editor needs to draw.
    if (this.recall(openConfig)) await new Promise((resolve) => setTimeout(resolve, drawingMs));
    if (this.disposed) return;
    await this.backend.load(wish, (message) => this.receive(message, reading));
    if (this.disposed) return;
    this.live.replaceBy(reading);
    this.isRead = true;
    this.sink.recordsChanged(this.root);
  }

  /** Tells what was pending the last time, if anything is known of it, and says whether it was. */
  private recall(openConfig: ConfigText[]): boolean {
    if (this.isRead) return false;
    const rows = this.backend.lastPending?.(currentConfigTexts(this.backend, openConfig));
    if (rows) this.sink.pendingRecalled(this.root, rows);
    return rows !== undefined;
  }

  /** Keeps what is pending by now, to be shown at once when the workspace is opened again. */
  keepPending(rows: readonly PendingRow[]): void {
    if (this.isRead) this.backend.keepLastPending?.(currentConfigTexts(this.backend), rows);
  }

  /** Takes in what came while all was read, and asks whom the reading did not wait for. */
  private async followLoading(): Promise<void> {
    if (this.disposed) return;
    const missed = [...this.meanwhile];
    this.meanwhile.clear();
    for (const file of missed) await this.readFromDisk(file);
    void this.askGit(this.records(), true);
    void this.git.sweep();
    void this.live.checkTemplates();
    for (const document of vscode.workspace.textDocuments) {
      const file = this.fileOf(document.uri);
      if (file !== undefined && document.languageId === 'markdown') this.updateText(file, document.getText());
    }
  }

  private receive(message: LoadMessage, reading: WorkspaceReading): void {
    if (this.disposed) return;
    if (message.kind === 'pending') {
      if (!this.isRead && message.rows.length > 0) this.sink.pendingRecalled(this.root, message.rows);
      return;
    }
    if (message.kind === 'gone') {
      if (!this.isRead && message.files.length > 0) this.sink.recordsChanged(this.root, message.files);
      return;
    }
    this.live.take(message, reading);
    if (message.kind === 'done') {
      for (const { path, code } of message.unreadable) this.log.warn(`${path}: ${code}`);
      this.sink.foundNested(this.root, message.nested);
    }
  }

  /** Checks the configuration at once, and every record by it as soon as the typing pauses. */
  private configChanged(): void {
    this.live.configure(configOf(this.backend));
    void this.live.checkTemplates();
    clearTimeout(this.reloading);
    if (this.live.config.key === this.loadedKey) return;
    this.reloading = setTimeout(() => {
      this.load().catch((error) => this.log.error(error instanceof Error ? error : String(error)));
    }, configPauseMs);
  }

  /** Checks a file's text as it stands in the editor, at once. */
  updateText(file: string, text: string): void {
    if (!this.prepared) return;
    if (isConfigFile(file)) this.configChanged();
    else this.update(file, this.live.config.scanner.read(file, text));
  }

  /** Takes in a file as it now lies on the disk, or is gone from it. */
  async updateFromDisk(file: string): Promise<void> {
    if (isConfigFile(file))
      return this.backend.prepare?.()?.then(() => this.configChanged()) ?? this.configChanged();
    if (this.loading.running) this.meanwhile.add(file);
    await this.readFromDisk(file);
  }

  private async readFromDisk(file: string): Promise<void> {
    const open = this.sink.openText(this.uriOf(file));
    if (open !== undefined) return this.updateText(file, open);
    try {
      const { text, options } = await this.backend.read(file);
      if (this.disposed) return;
      // A file that turned out to be ignored or to lie elsewhere would not be in the index either.
      this.update(file, this.live.config.scanner.read(file, text, options));
    } catch {
      this.update(file, undefined);
    }
  }

  /** Something came to be or went: records that link to it look again. */
  fileCameOrWent(file: string): void {
    this.live.fileCameOrWent(file, this.backend.factsAfter(file));
  }

  private update(file: string, entry: IndexEntry | undefined): void {
    this.git.holdTicks(this.entryOf(file), entry);
    if (this.live.update(file, entry) && entry) void this.askGit([entry]);
  }

  /** Takes in a file that an action has just committed: git says something else of it, however it reads. */
  async committed(file: string): Promise<void> {
    await this.updateFromDisk(file);
    const entry = this.entryOf(file);
    if (entry) void this.askGit([entry]);
  }

  /** Asks git what records want to know, and looks at those records again once it has answered. */
  private async askGit(entries: Iterable<IndexEntry>, ticks = false): Promise<void> {
    const answer = await this.git.ask(entries, ticks);
    if (answer && !this.disposed) this.live.gitAnswered(answer.files);
  }

  /** What is committed is another now, perhaps by an action just taken here. */
  gitMoved(action = false): void {
    this.git.forgetCommitted();
    this.sink.gitMoved(action ? this.root : undefined);
  }

  /** Who git says is at work here; empty where it does not know, or may not be asked. */
  async ownName(): Promise<string> {
    return (await this.git.ownIdentity())?.name ?? '';
  }

  /** Keeps a sentence in the log. */
  note = (message: string): void => this.log.warn(message);

  /** Tags, branches or versions may have come: records that ask git look again. */
  gitChanged(): void {
    this.gitMoved();
    void this.askGit(this.records(), true);
  }

  /** Time has passed: what depends on the clock is looked at again. */
  clockTicked(): void {
    this.live.clockTicked();
  }

  /** The next moment at which a finding may come or go though nothing is saved. */
  nextMoment(): number {
    return this.live.nextMoment();
  }

  private tellRechecked(files: readonly string[]): void {
    this.sink.recordsChanged(this.root, files);
    // Where files are far away a rule may have asked what nobody knew yet.
    void this.backend.learn?.()?.then(() => this.disposed || this.live.recheck(files));
  }

  /** What checks and moves of this workspace's records are made by, as of now. */
  input(): ComposedWorkspace {
    return this.live.input();
  }

  /** The record of a file, as it was last read. */
  entryOf(file: string): IndexEntry | undefined {
    return this.live.index.entry(file);
  }

  /** The team's templates of notices, as they stand in the editor; the same list until one changes. */
  templates(): readonly ConfigText[] {
    return this.live.config.templates;
  }

  records(): Iterable<IndexEntry> {
    return this.live.index.all();
  }

  /** Takes all findings away. */
  dispose(): void {
    this.live.drop();
    clearTimeout(this.reloading);
    this.git.dispose();
    this.disposed = true;
  }
}
