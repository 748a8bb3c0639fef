import { join } from 'node:path';
import { type ConfigText, isConfigFile, withOpenTexts } from '../core/config/configFiles';
import type { Finding } from '../core/findings/finding';
import type { IndexEntry } from '../core/index/indexEntry';
import type { KnownRelease, LanguageInput } from '../core/language/languageInput';
import type { GitFacts, LastChange, NoGit } from '../core/model/ports';
import type { Language } from '../core/model/text/localized';
import type { ComposedWorkspace } from '../core/rules/composeWorkspace';
import { type CheckedConfig, checkedConfig } from '../core/session/checkedConfig';
import { languageInputIn } from '../core/session/languageInputIn';
import { LiveRecords } from '../core/session/liveRecords';
import { RepeatedWork } from '../core/session/repeatedWork';
import { WorkspaceReading } from '../core/session/workspaceReading';
import { readConfigTexts } from '../node/configTexts';
import { DiskFacts } from '../node/diskFacts';
import { GitReader } from '../node/gitFacts';
import { asksGit, gitQuestions } from '../node/gitQuestions';
import type { LoadMessage } from '../node/loadMessages';
import { OwnFiles } from '../node/ownFiles';
import { readText } from '../node/readText';
import { sinceLastTag } from '../node/release/sinceLastTag';
import { runLoadWorker } from '../node/runLoadWorker';
import { mayBeInRepository } from '../node/workspaceRoot';

/** What a workspace asks of whoever serves it, and what it tells. */
export interface WorkspaceHost {
  /** The text of a file that the client holds, which counts instead of the disk's. */
  openText(path: string): string | undefined;
  /** The files that the client holds. */
  openPaths(): Iterable<string>;
  /** Findings of files are others now; an empty list takes them away. */
  found(workspace: ServedWorkspace, files: ReadonlyMap<string, readonly Finding[]>): void;
  /** Folders inside that turned out to be workspaces of their own. */
  foundNested(roots: readonly string[]): void;
  /** Keeps a sentence in the client's log. */
  note(text: string): void;
}

/** So long git's word about the release is good. */
const releaseMs = 30_000;

/** One workspace that is served: a worker reads all of it, and afterwards single files are looked at as they change. */
export class ServedWorkspace {
  private readonly live: LiveRecords;
  private git: GitFacts | NoGit | undefined;
  private readonly reader: GitReader;
  private readonly own: OwnFiles;
  private readonly loading = new RepeatedWork(
    () => this.loadOnce(),
    () => this.followLoading(),
  );
  private readonly asking = new RepeatedWork(() => this.askOnce());
  private disposed = false;
  /** What git said of the release, and when. */
  private asked: { readonly at: number; readonly release: Promise<KnownRelease | undefined> } | undefined;

  constructor(
    readonly root: string,
    private readonly host: WorkspaceHost,
  ) {
    this.live = new LiveRecords(this.configNow(), new DiskFacts(root), {
      now: Date.now,
      gitFacts: () => this.git,
      found: (files) => this.disposed || this.host.found(this, files),
    });
    this.reader = new GitReader(root);
    this.own = new OwnFiles(root);
  }

  /** The path of a file relative to this workspace, with `/`; undefined where it lies outside. */
  fileOf(path: string): string | undefined {
    return this.own.fileOf(path);
  }

  pathOf(file: string): string {
    return join(this.root, file);
  }

  /** Reads and checks the whole workspace; ends when every record has been read. */
  load(): Promise<void> {
    return this.loading.run();
  }

  /** Ends when everything that is being read has been read, and git has answered. */
  async settled(): Promise<void> {
    await this.loading.running;
    await this.asking.running;
  }

  private async loadOnce(): Promise<void> {
    if (this.disposed) return;
    const openConfig = this.openConfig();
    this.live.config = this.configNow(openConfig);
    this.live.facts = new DiskFacts(this.root);
    const reading = new WorkspaceReading();
    await runLoadWorker({ root: this.root, git: true, openConfig }, (message) =>
      this.receive(message, reading),
    );
    if (this.disposed) return;
    this.live.replaceBy(reading);
  }

  /** What the client holds counts instead of what the worker found on the disk. */
  private async followLoading(): Promise<void> {
    if (this.disposed) return;
    await this.live.checkTemplates();
    for (const path of this.host.openPaths()) {
      const file = this.fileOf(path);
      const text = this.host.openText(path);
      if (file !== undefined && text !== undefined && !isConfigFile(file)) this.updateText(file, text);
    }
    await this.askGit();
  }

  private receive(message: LoadMessage, reading: WorkspaceReading): void {
    if (this.disposed || message.kind === 'pending' || message.kind === 'gone') return;
    this.live.take(message, reading);
    if (message.kind === 'done') {
      for (const { path, code } of message.unreadable) this.host.note(`${path}: ${code}`);
      this.host.foundNested(message.nested);
    }
  }

  /** Takes in the text of a file as it stands now. */
  updateText(file: string, text: string): void {
    if (isConfigFile(file)) this.configChanged();
    else if (file.endsWith('.md')) this.live.update(file, this.live.config.scanner.read(file, text));
  }

  /** Takes in a file as it lies on the disk, or is gone from it, unless the client holds it. */
  updateFromDisk(file: string): void {
    const open = this.host.openText(this.pathOf(file));
    if (open !== undefined) this.updateText(file, open);
    else if (isConfigFile(file)) this.configChanged();
    else if (file.endsWith('.md')) this.live.update(file, this.readFromDisk(file));
    this.live.fileCameOrWent(file, new DiskFacts(this.root));
  }

  /** The text of a file as the client holds it, else as it lies on the disk; undefined where there is none. */
  textOf(file: string): string | undefined {
    const open = this.host.openText(this.pathOf(file));
    if (open !== undefined) return open;
    try {
      return readText(this.pathOf(file), this.root).text;
    } catch {
      return undefined;
    }
  }

  /** The files of the configuration, also those that are not saved yet. */
  configFiles(): string[] {
    return withOpenTexts(readConfigTexts(this.root).texts, this.openConfig()).map(({ file }) => file);
  }

  private readFromDisk(file: string): IndexEntry | undefined {
    try {
      const { text, options } = readText(this.pathOf(file), this.root);
      return this.live.config.scanner.read(file, text, options);
    } catch {
      return undefined;
    }
  }

  /** Every record is read anew by another configuration; one that says the same to them is only checked. */
  private configChanged(): void {
    const before = this.live.config.key;
    this.live.configure(this.configNow());
    const after = this.live.config.key === before ? this.live.checkTemplates() : this.load();
    after.catch((error) => this.host.note(String(error)));
  }

  /** Asks git what the records want to know, and looks again at those to whom its answer matters. */
  askGit(): Promise<void> {
    return this.asking.run();
  }

  private async askOnce(): Promise<void> {
    const entries = [...this.live.index.all()];
    const wishes = gitQuestions(entries);
    if (this.disposed || !asksGit(wishes)) return;
    this.git = mayBeInRepository(this.root) ? await this.reader.read(wishes) : 'noRepository';
    const concerned = entries.filter((entry) => asksGit(gitQuestions([entry]))).map(({ file }) => file);
    this.live.gitAnswered(concerned);
  }

  /** Who committed a line of a file last. */
  lastChange(file: string, line: number): Promise<LastChange | undefined> {
    return this.reader.lastChange(file, line);
  }

  /** What came since the last tag. While somebody types git is not asked again. */
  release(): Promise<KnownRelease | undefined> {
    if (this.asked && Date.now() - this.asked.at < releaseMs) return this.asked.release;
    const release = sinceLastTag(this.root, this.input().config).catch(() => undefined);
    this.asked = { at: Date.now(), release };
    return release;
  }

  /** Looks again at what the clock alone changes; gives the next moment at which that may be so. */
  clockTicked(): number {
    this.live.clockTicked();
    return this.live.nextMoment();
  }

  /** The records, their configuration and all that answers for the world around them, as of now. */
  input(): ComposedWorkspace {
    return this.live.input();
  }

  findingsOf(file: string): readonly Finding[] {
    return this.live.kept.of(file);
  }

  /** The files that were looked at and have findings. */
  filesWithFindings(): Iterable<string> {
    return this.live.kept.files();
  }

  entryOf(file: string): IndexEntry | undefined {
    return this.live.index.entry(file);
  }

  /** What completion and hover know around a text; undefined where it is neither a record nor configuration. */
  languageInput(file: string, text: string, language: Language): LanguageInput | undefined {
    const input = this.input();
    const held = { text, language, place: { file, input }, now: input.now };
    return languageInputIn(held, this.live.surroundingsOf(file));
  }

  private configNow(open = this.openConfig()): CheckedConfig {
    return checkedConfig(readConfigTexts(this.root).texts, open, Date.now);
  }

  private openConfig(): ConfigText[] {
    return [...this.host.openPaths()].flatMap((path) => {
      const file = this.fileOf(path);
      const text = this.host.openText(path);
      return file !== undefined && text !== undefined && isConfigFile(file) ? [{ file, text }] : [];
    });
  }

  dispose(): void {
    this.live.drop();
    this.disposed = true;
  }
}
