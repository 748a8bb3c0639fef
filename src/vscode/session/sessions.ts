import * as vscode from 'vscode';
import { idNamed } from '../../core/config/workspaceConfig';
import type { Finding } from '../../core/findings/finding';
import { RecordIndex } from '../../core/index/recordIndex';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { PendingRow } from '../../core/pending/pendingRow';
import { checkRecord, type WorkspaceCheckInput } from '../../core/rules/checkRecord';
import { readConfig } from '../../core/rules/readConfig';
import { type MovableChange, movableChange } from '../../core/schedule/slotFix';
import type { Surroundings } from '../../core/session/liveRecords';
import { isOpen } from '../../core/workflow/stages';
import { toDiagnostic } from '../language/toDiagnostic';
import { withPlurals } from '../withPlurals';
import type { AddressedFiles, FindingsSink } from './sessionParts';
import type { Backends } from './workspaceBackend';
import { WorkspaceSession } from './workspaceSession';

/** Records of a workspace that may look different; all of them where no files are named. */
export interface RecordsChanged {
  readonly session: WorkspaceSession;
  readonly files: ReadonlySet<string> | undefined;
  /** While it is still being read: what was pending before, if anything was. */
  readonly recalled?: Iterable<PendingRow>;
}

/** A change that may move, and what its workspace says of when. */
interface Movable {
  readonly change: MovableChange;
  readonly input: WorkspaceCheckInput;
}

/** The editor leaves out what comes in one call beyond some thousand. */
const mostTogether = 500;

/** What counts for a document of no workspace. */
const unsettled = readConfig([]).config;

/** All workspaces that the open folders hold, and the one place that publishes diagnostics. */
export class Sessions implements FindingsSink, vscode.Disposable {
  private readonly byRoot = new Map<string, WorkspaceSession>();
  private readonly collection = vscode.languages.createDiagnosticCollection('changebook');
  private readonly changes = new vscode.EventEmitter<RecordsChanged>();
  /** Tells which records of a workspace may look different; that of a closed folder has none any more. */
  readonly onDidChangeRecords = this.changes.event;
  private readonly moved = new vscode.EventEmitter<void>();
  /** What is committed is another now. */
  readonly onDidMoveGit = this.moved.event;
  private readonly made = new vscode.EventEmitter<string>();
  /** An action was committed, in the workspace of this root. */
  readonly onDidCommit = this.made.event;
  private readonly alone = new Map<string, readonly Finding[]>();
  /** The workspaces of the open folders. */
  private opened: ReadonlySet<string> = new Set();

  constructor(
    private readonly log: vscode.LogOutputChannel,
    readonly backends: Backends,
  ) {}

  /** Opens a session for each workspace of the open folders, and closes those whose folder is gone. */
  async openFolders(): Promise<void> {
    const roots = new Set(
      (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => this.backends.rootOf(uri)),
    );
    this.opened = roots;
    for (const [root, session] of this.byRoot) {
      if ([...roots].some((wanted) => root === wanted || root.startsWith(wanted.replace(/\/?$/, '/'))))
        continue;
      this.close(root, session);
    }
    await Promise.all([...roots].map((root) => this.open(root)));
  }

  private close(root: string, session: WorkspaceSession): void {
    session.dispose();
    this.byRoot.delete(root);
    this.changes.fire({ session, files: undefined });
  }

  private async open(root: string): Promise<void> {
    if (this.byRoot.has(root)) return;
    const session = new WorkspaceSession(root, this.backends, this, this.log);
    this.byRoot.set(root, session);
    const started = performance.now();
    await session.load();
    const { records, findings } = session.counts();
    const ms = Math.round(performance.now() - started);
    this.log.info(
      withPlurals(
        vscode.l10n.t('Checked {0} {0|record|records} in {1} ms: {2} {2|finding|findings}.'),
        records,
        ms,
        findings,
      ),
    );
  }

  /** Reads every workspace again. */
  async reload(): Promise<{ records: number; findings: number }> {
    await this.openFolders();
    await Promise.all([...this.byRoot.values()].map((session) => session.load()));
    const counts = [...this.byRoot.values()].map((session) => session.counts());
    const sum = (part: 'records' | 'findings'): number => counts.reduce((all, count) => all + count[part], 0);
    return { records: sum('records'), findings: sum('findings') };
  }

  /** The workspace that a file belongs to: of several nested ones the innermost. */
  sessionOf(uri: vscode.Uri): { session: WorkspaceSession; file: string } | undefined {
    let best: { session: WorkspaceSession; file: string } | undefined;
    for (const session of this.byRoot.values()) {
      const file = session.fileOf(uri);
      if (file !== undefined && (!best || file.length < best.file.length)) best = { session, file };
    }
    return best;
  }

  /** Every workspace, by the path of its root. */
  all(): WorkspaceSession[] {
    return [...this.byRoot.values()].sort((a, b) => (a.root < b.root ? -1 : 1));
  }

  /** The file that a command was called with: an address, also as text, the id of a record, or what a view shows of one. */
  uriFor(asked: unknown): vscode.Uri | undefined {
    if (asked instanceof vscode.Uri) return asked;
    if (typeof asked === 'object' && asked !== null) {
      if ('uri' in asked) return this.uriFor(asked.uri);
      // A file in the Source Control view.
      if ('resourceUri' in asked) return this.uriFor(asked.resourceUri);
    }
    if (typeof asked !== 'string') return undefined;
    if (/^[a-z][a-z\d+.-]*:\//i.test(asked)) return vscode.Uri.parse(asked);
    for (const session of this.byRoot.values()) {
      const { index, config } = session.input();
      const entry = index.byId(idNamed(config, asked));
      if (entry) return session.uriOf(entry.file);
    }
    return undefined;
  }

  clockTicked(): void {
    for (const session of this.byRoot.values()) session.clockTicked();
  }

  gitChanged(): void {
    for (const session of this.byRoot.values()) session.gitChanged();
  }

  /** What is known around a document; of one that belongs to no workspace, nothing but its kind. */
  surroundingsOf(document: vscode.TextDocument): Surroundings {
    const place = this.sessionOf(document.uri);
    if (place) return place.session.surroundingsOf(place.file);
    const kind = document.languageId === 'markdown' ? 'record' : undefined;
    return { kind, known: false, config: unsettled, index: new RecordIndex() };
  }

  /** Checks a document as it stands now, at once, and gives its findings. */
  check(document: vscode.TextDocument): readonly Finding[] {
    const place = this.sessionOf(document.uri);
    if (!place) return this.checkAlone(document);
    place.session.updateText(place.file, document.getText());
    return place.session.findingsOf(place.file);
  }

  /** The open change that a document holds as it stands now; undefined where it holds none. */
  movable(document: vscode.TextDocument): Movable | undefined {
    this.check(document);
    const { session, file } = this.sessionOf(document.uri) ?? {};
    const entry = file === undefined ? undefined : session?.entryOf(file);
    if (!session || !entry || !isOpen(entry.summary.stage)) return undefined;
    const input = session.input();
    const change = movableChange(document.getText(), entry, input);
    return change && { change, input };
  }

  /** A document of no workspace is checked for what its own text tells, as long as it is open. */
  private checkAlone(document: vscode.TextDocument): readonly Finding[] {
    const key = document.uri.toString();
    const record = document.languageId === 'markdown' ? parseRecord(document.getText()) : undefined;
    const findings = record ? checkRecord(record, { file: '-', config: unsettled }) : [];
    if (findings.length > 0 || this.alone.has(key)) {
      this.alone.set(key, findings);
      this.collection.set(
        document.uri,
        this.shown(document.uri, findings, () => document.uri),
      );
    }
    return findings;
  }

  /** A document was closed: its file counts again, and outside of workspaces nothing does. */
  async forget(document: vscode.TextDocument): Promise<void> {
    const place = this.sessionOf(document.uri);
    if (place) await place.session.updateFromDisk(place.file);
    else if (this.alone.delete(document.uri.toString())) this.collection.delete(document.uri);
  }

  publish(session: AddressedFiles, files: ReadonlyMap<string, readonly Finding[]>): void {
    const uriOf = (file: string): vscode.Uri => session.uriOf(file);
    // Each call is a round through the editor, which takes so many at a time and no more.
    let together: [vscode.Uri, vscode.Diagnostic[]][] = [];
    let count = 0;
    for (const [file, findings] of files) {
      const uri = uriOf(file);
      if (findings.length === 0 && !this.collection.has(uri)) continue;
      if (count > 0 && count + findings.length > mostTogether) {
        this.collection.set(together);
        [together, count] = [[], 0];
      }
      together.push([uri, this.shown(uri, findings, uriOf)]);
      count += findings.length;
    }
    if (together.length > 0) this.collection.set(together);
  }

  private shown(
    uri: vscode.Uri,
    findings: readonly Finding[],
    uriOf: (file: string) => vscode.Uri,
  ): vscode.Diagnostic[] {
    const context = { uri, uriOf };
    return findings.map((finding) => toDiagnostic(finding, context));
  }

  recordsChanged(root: string, files?: Iterable<string>): void {
    const session = this.byRoot.get(root);
    if (session) this.changes.fire({ session, files: files && new Set(files) });
  }

  pendingRecalled(root: string, recalled: Iterable<PendingRow>): void {
    const session = this.byRoot.get(root);
    if (session) this.changes.fire({ session, files: undefined, recalled });
  }

  /** The next moment at which a finding may come or go though nothing is saved. */
  nextMoment(): number {
    return Math.min(...[...this.byRoot.values()].map((session) => session.nextMoment()));
  }

  openText(uri: vscode.Uri): string | undefined {
    return this.openDocument(uri)?.getText();
  }

  openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString() && !document.isClosed,
    );
  }

  gitMoved(root?: string): void {
    this.moved.fire();
    if (root !== undefined) this.made.fire(root);
  }

  foundNested(root: string, nested: readonly string[]): void {
    const inside = (other: string, folder: string): boolean =>
      other.startsWith(folder) && /^[\\/]/.test(other.slice(folder.length));
    for (const [other, session] of this.byRoot) {
      // One that its outer workspace no longer names: its records are that one's now.
      if (
        this.opened.has(other) ||
        !inside(other, root) ||
        nested.some((one) => one === other || inside(other, one))
      )
        continue;
      this.close(other, session);
    }
    for (const one of nested) void this.open(one);
  }

  dispose(): void {
    for (const session of this.byRoot.values()) session.dispose();
    this.changes.dispose();
    this.collection.dispose();
    this.moved.dispose();
    this.made.dispose();
  }
}
