import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import * as vscode from 'vscode';
import { configTypeOf } from '../core/config/assembleConfig';
import type { WorkspaceConfig } from '../core/config/workspaceConfig';
import { type IndexEntry, RecordIndex } from '../core/index/recordIndex';
import type { LanguageKind } from '../core/language/yamlPart';
import { checkEntry } from '../core/rules/checkRecord';
import type { Finding } from '../core/rules/finding';
import { DiskFacts } from '../node/diskFacts';
import type { LoadMessage } from '../node/loadWorker';
import { textOf } from '../node/readText';
import { type CheckedConfig, checkConfig } from './checkConfig';
import { runLoadWorker } from './runLoadWorker';

/** Where a session tells what it found. */
export interface FindingsSink {
  /** Replaces the findings of files; an empty list takes them away. */
  publish(session: WorkspaceSession, files: ReadonlyMap<string, readonly Finding[]>): void;
  /** The text of an open document, which counts instead of the file's. */
  openText(uri: vscode.Uri): string | undefined;
  /** Folders inside that turned out to be workspaces of their own. */
  foundNested(roots: readonly string[]): void;
}

/** What a workspace knows around one of its files. */
export interface Surroundings {
  /** What the file may be, by its place. */
  readonly kind: LanguageKind | undefined;
  /** Whether its record is in the index. */
  readonly known: boolean;
  readonly config: WorkspaceConfig;
  readonly index: RecordIndex;
}

/**
 * One workspace in the editor: its index, fed by a worker at first and by single files afterwards. A change costs
 * the file that changed and the records that refer to it, whatever the size of the workspace.
 */
export class WorkspaceSession {
  private index = new RecordIndex();
  private config: CheckedConfig;
  private facts: DiskFacts;
  private readonly findings = new Map<string, readonly Finding[]>();
  private loading: Promise<void> | undefined;
  private loadAgain = false;
  private disposed = false;

  constructor(
    readonly root: string,
    private readonly sink: FindingsSink,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.config = checkConfig(root);
    this.facts = new DiskFacts(root);
  }

  uriOf(file: string): vscode.Uri {
    return vscode.Uri.file(join(this.root, file));
  }

  /** The path of a file relative to this workspace, with `/`; nothing where it lies outside. */
  fileOf(uri: vscode.Uri): string | undefined {
    if (uri.scheme !== 'file') return undefined;
    const inside = relative(this.root, uri.fsPath).split(sep).join('/');
    return inside === '' || inside === '..' || inside.startsWith('../') ? undefined : inside;
  }

  findingsOf(file: string): readonly Finding[] {
    return this.findings.get(file) ?? [];
  }

  surroundingsOf(file: string): Surroundings {
    const kind = configTypeOf(file) ?? (file.endsWith('.md') ? 'record' : undefined);
    const known = this.index.entry(file) !== undefined;
    return { kind, known, config: this.config.scanner.config, index: this.index };
  }

  /** Errors and records so far, for the status after a check. */
  counts(): { records: number; findings: number } {
    let findings = 0;
    for (const found of this.findings.values()) findings += found.length;
    return { records: this.index.size, findings };
  }

  /** Reads the whole workspace again. Asked for while it is being read, it is read once more afterwards. */
  load(): Promise<void> {
    if (this.loading) {
      this.loadAgain = true;
      return this.loading;
    }
    this.loading = this.loadOnce().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async loadOnce(): Promise<void> {
    do {
      this.loadAgain = false;
      this.config = checkConfig(this.root);
      this.facts = new DiskFacts(this.root);
      const fresh = new RecordIndex();
      const seen = new Set<string>();
      await runLoadWorker(this.root, (message) => this.receive(message, fresh, seen));
      if (this.disposed) return;
      this.index = fresh;
      this.dropUnseen(seen);
    } while (this.loadAgain);
    for (const document of vscode.workspace.textDocuments) {
      const file = this.fileOf(document.uri);
      if (file !== undefined && this.knows(file, document)) this.updateText(file, document.getText());
    }
  }

  private receive(message: LoadMessage, fresh: RecordIndex, seen: Set<string>): void {
    if (this.disposed) return;
    const changed = new Map<string, readonly Finding[]>();
    if (message.kind === 'entries') {
      for (const { entry, findings } of message.entries) {
        fresh.update(entry.file, entry);
        seen.add(entry.file);
        changed.set(entry.file, findings);
      }
    } else {
      for (const { path, code } of message.unreadable) this.log.warn(`${path}: ${code}`);
      for (const [file, findings] of this.config.findings) {
        changed.set(file, findings);
        seen.add(file);
      }
      this.sink.foundNested(message.nested);
    }
    this.publish(changed);
  }

  private dropUnseen(seen: ReadonlySet<string>): void {
    const gone = [...this.findings.keys()].filter((file) => !seen.has(file));
    this.publish(new Map(gone.map((file) => [file, []])));
  }

  private knows(file: string, document: vscode.TextDocument): boolean {
    return document.languageId === 'markdown' || configTypeOf(file) !== undefined;
  }

  /** Checks a file's text as it stands in the editor, at once. */
  updateText(file: string, text: string): void {
    if (configTypeOf(file)) {
      this.config = checkConfig(this.root, { file, text });
      this.publish(this.config.findings);
      return;
    }
    this.update(file, this.config.scanner.read(file, text));
  }

  /** Takes in a file as it now lies on the disk, or is gone from it. */
  async updateFromDisk(file: string): Promise<void> {
    const open = this.sink.openText(this.uriOf(file));
    if (open !== undefined) return this.updateText(file, open);
    try {
      const { text, options } = textOf(await readFile(join(this.root, file)));
      if (this.disposed) return;
      // A file that turned out to be ignored or to lie elsewhere would not be in the index either.
      this.update(file, this.config.scanner.read(file, text, options));
    } catch {
      this.update(file, undefined);
    }
  }

  /** Something came to be or went: records that link to it look again. */
  fileCameOrWent(file: string): void {
    this.facts = new DiskFacts(this.root);
    this.recheck(this.index.linkersOf(file));
  }

  private update(file: string, entry: IndexEntry | undefined): void {
    if (!entry && !this.index.entry(file)) return;
    const affected = this.index.update(file, entry);
    this.recheck([file, ...affected]);
  }

  /** Runs the rules across records for some files again; their own findings are kept with the index. */
  private recheck(files: Iterable<string>): void {
    const changed = new Map<string, readonly Finding[]>();
    for (const file of files) {
      const entry = this.index.entry(file);
      changed.set(file, entry ? this.check(entry) : []);
    }
    this.publish(changed);
  }

  private check(entry: IndexEntry): Finding[] {
    const { config } = this.config.scanner;
    const input = { config, now: Date.now(), index: this.index, files: this.facts, git: undefined };
    return checkEntry(entry, input);
  }

  private publish(changed: ReadonlyMap<string, readonly Finding[]>): void {
    for (const [file, findings] of changed) {
      if (findings.length > 0) this.findings.set(file, findings);
      else this.findings.delete(file);
    }
    if (changed.size > 0) this.sink.publish(this, changed);
  }

  /** Takes all findings away. */
  dispose(): void {
    this.publish(new Map([...this.findings.keys()].map((file) => [file, []])));
    this.disposed = true;
  }
}
