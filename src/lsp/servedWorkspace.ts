import { join, relative, sep } from 'node:path';
import {
  type ConfigText,
  configTypeOf,
  isConfigFile,
  isTemplate,
  withOpenTexts,
} from '../core/config/configFiles';
import type { Finding } from '../core/findings/finding';
import type { IndexEntry } from '../core/index/indexEntry';
import { RecordIndex } from '../core/index/recordIndex';
import type { KnownRelease, LanguageInput } from '../core/language/languageInput';
import { startsFor } from '../core/language/offeredStarts';
import { beginsRecord, type LanguageKind } from '../core/language/yamlPart';
import type { GitFacts, LastChange, NoGit } from '../core/model/ports';
import type { Language } from '../core/model/text/localized';
import { standardChangesOf } from '../core/procedure/standardFacts';
import { riskOf } from '../core/risk/riskOf';
import { type ComposedWorkspace, composeWorkspace } from '../core/rules/composeWorkspace';
import { KeptFindings } from '../core/rules/keptFindings';
import { type CheckedConfig, checkedConfig } from '../core/session/checkedConfig';
import { RepeatedWork } from '../core/session/repeatedWork';
import { WorkspaceReading } from '../core/session/workspaceReading';
import { readConfigTexts } from '../node/configTexts';
import { DiskFacts } from '../node/diskFacts';
import { GitReader } from '../node/gitFacts';
import { asksGit, gitQuestions } from '../node/gitQuestions';
import type { LoadMessage } from '../node/loadMessages';
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
  private index = new RecordIndex();
  private config: CheckedConfig;
  private facts: DiskFacts;
  private git: GitFacts | NoGit | undefined;
  private readonly reader: GitReader;
  private readonly kept = new KeptFindings();
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
    this.config = this.configNow();
    this.facts = new DiskFacts(root);
    this.reader = new GitReader(root);
  }

  /** The path of a file relative to this workspace, with `/`; undefined where it lies outside. */
  fileOf(path: string): string | undefined {
    const inside = relative(this.root, path).split(sep).join('/');
    return inside === '' || inside === '..' || inside.startsWith('../') ? undefined : inside;
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
    this.config = this.configNow(openConfig);
    this.facts = new DiskFacts(this.root);
    const reading = new WorkspaceReading();
    await runLoadWorker({ root: this.root, git: true, openConfig }, (message) =>
      this.receive(message, reading),
    );
    if (this.disposed) return;
    this.index = reading.index;
    this.publish(new Map(reading.unseen(this.kept.files()).map((file) => [file, []])));
  }

  /** What the client holds counts instead of what the worker found on the disk. */
  private async followLoading(): Promise<void> {
    if (this.disposed) return;
    this.publish(await this.config.templateFindings(this.kept.files()));
    for (const path of this.host.openPaths()) {
      const file = this.fileOf(path);
      const text = this.host.openText(path);
      if (file !== undefined && text !== undefined && !isConfigFile(file)) this.updateText(file, text);
    }
    await this.askGit();
  }

  private receive(message: LoadMessage, reading: WorkspaceReading): void {
    if (this.disposed || message.kind === 'pending') return;
    if (message.kind === 'entries')
      for (const { entry, until } of message.entries) this.kept.hold(entry.file, until);
    const changed = reading.take(message, this.config);
    if (message.kind === 'done') {
      for (const { path, code } of message.unreadable) this.host.note(`${path}: ${code}`);
      this.host.foundNested(message.nested);
    }
    this.publish(changed);
  }

  /** Takes in the text of a file as it stands now. */
  updateText(file: string, text: string): void {
    if (isConfigFile(file)) this.configChanged();
    else if (file.endsWith('.md')) this.update(file, this.config.scanner.read(file, text));
  }

  /** Takes in a file as it lies on the disk, or is gone from it, unless the client holds it. */
  updateFromDisk(file: string): void {
    const open = this.host.openText(this.pathOf(file));
    if (open !== undefined) this.updateText(file, open);
    else if (isConfigFile(file)) this.configChanged();
    else if (file.endsWith('.md')) this.update(file, this.readFromDisk(file));
    this.facts = new DiskFacts(this.root);
    this.recheck(this.index.linkersOf(file));
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
      return this.config.scanner.read(file, text, options);
    } catch {
      return undefined;
    }
  }

  private update(file: string, entry: IndexEntry | undefined): void {
    if (!entry && !this.index.entry(file)) return;
    this.recheck([file, ...this.index.update(file, entry)]);
  }

  /** Every record is read anew by another configuration; one that says the same to them is only checked. */
  private configChanged(): void {
    const before = this.config.key;
    this.config = this.configNow();
    this.publish(this.config.findings());
    const after =
      this.config.key === before
        ? this.config.templateFindings(this.kept.files()).then((found) => this.publish(found))
        : this.load();
    after.catch((error) => this.host.note(String(error)));
  }

  /** Asks git what the records want to know, and looks again at those to whom its answer matters. */
  askGit(): Promise<void> {
    return this.asking.run();
  }

  private async askOnce(): Promise<void> {
    const entries = [...this.index.all()];
    const wishes = gitQuestions(entries);
    if (this.disposed || !asksGit(wishes)) return;
    this.git = mayBeInRepository(this.root) ? await this.reader.read(wishes) : 'noRepository';
    const concerned = entries.filter((entry) => asksGit(gitQuestions([entry]))).map(({ file }) => file);
    const changes = concerned.flatMap((file) => standardChangesOf(file, this.index));
    this.recheck(new Set([...concerned, ...changes].filter((file) => this.index.entry(file))));
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
  clockTicked(now: number): number {
    const due = this.kept.due(now);
    if (due.length > 0) this.recheck(due);
    if (this.config.until() <= now) this.publish(this.config.findings());
    return Math.min(this.kept.next(), this.config.until());
  }

  private recheck(files: Iterable<string>): void {
    if (this.disposed) return;
    const changed = this.kept.check(files, this.input());
    if (changed.size > 0) this.host.found(this, changed);
  }

  private publish(changed: ReadonlyMap<string, readonly Finding[]>): void {
    if (this.disposed) return;
    this.kept.keep(changed);
    if (changed.size > 0) this.host.found(this, changed);
  }

  /** The records, their configuration and all that answers for the world around them, as of now. */
  input(): ComposedWorkspace {
    const { config } = this.config.scanner;
    return composeWorkspace({
      ...{ config, index: this.index, files: this.facts, git: this.git },
      now: Date.now(),
    });
  }

  findingsOf(file: string): readonly Finding[] {
    return this.kept.of(file);
  }

  /** The files that were looked at and have findings. */
  filesWithFindings(): Iterable<string> {
    return this.kept.files();
  }

  entryOf(file: string): IndexEntry | undefined {
    return this.index.entry(file);
  }

  /** What completion and hover know around a text; undefined where it is neither a record nor configuration. */
  languageInput(file: string, text: string, language: Language): LanguageInput | undefined {
    const kind = kindOf(file);
    const entry = this.index.entry(file);
    if (!kind || (kind === 'record' && !entry && !beginsRecord(text))) return undefined;
    const { config, index, now } = this.input();
    const change = entry?.summary.change;
    const risk = change && riskOf(change, file, index, (moment) => moment <= now);
    const starts = kind === 'record' ? startsFor(text, file, this.input(), language) : undefined;
    return { kind, file, config, index, language, now, starts, ...(risk ? { risk } : {}) };
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
    this.publish(new Map([...this.kept.files()].map((file) => [file, []])));
    this.disposed = true;
  }
}

/** What a file may be, by its place. */
export function kindOf(file: string): LanguageKind | undefined {
  return configTypeOf(file) ?? (isTemplate(file) ? 'template' : file.endsWith('.md') ? 'record' : undefined);
}
