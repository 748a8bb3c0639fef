import { dirname } from 'node:path';
import type { Finding } from '../core/findings/finding';
import { parseRecord } from '../core/model/parse/parseRecord';
import { checkRecord } from '../core/rules/checkRecord';
import { readConfig } from '../core/rules/readConfig';
import { gitTopLevelOf, workspaceRootOf } from '../node/workspaceRoot';
import type { OpenText, OpenTexts } from './openTexts';
import { ServedWorkspace, type WorkspaceHost } from './servedWorkspace';

/** A file in its workspace. */
export interface ServedPlace {
  readonly workspace: ServedWorkspace;
  readonly file: string;
}

/** Where is told what was found. */
export interface FoundFindings {
  /** Findings of a file, by its path, or by its address where it has none. */
  found(key: string, findings: readonly Finding[], place: ServedPlace | undefined): void;
  note(text: string): void;
}

/** A pause in typing after which a text is checked. */
const pauseMs = 120;
/** The longest that a timer can wait. */
const longestMs = 2 ** 31 - 1;
/** What counts for a text of no workspace. */
const unsettled = readConfig([]).config;

/** All workspaces of the client's folders, and the texts that it holds, checked as they change. */
export class ServedWorkspaces implements WorkspaceHost {
  private readonly byRoot = new Map<string, ServedWorkspace>();
  private folders: readonly string[] = [];
  /** Texts that were changed and not checked since. */
  private readonly typed = new Map<string, NodeJS.Timeout>();
  private clock: NodeJS.Timeout | undefined;

  constructor(
    private readonly texts: OpenTexts,
    private readonly told: FoundFindings,
  ) {}

  /** Serves the workspaces of these folders, and those of no other. Two folders of one workspace are one. */
  async openFolders(paths: readonly string[]): Promise<void> {
    this.folders = paths;
    const roots = new Set(paths.map(workspaceRootOf));
    for (const [root, workspace] of this.byRoot) {
      if (roots.has(root) || [...roots].some((wanted) => isInside(root, wanted))) continue;
      workspace.dispose();
      this.byRoot.delete(root);
    }
    await Promise.all([...roots].map((root) => this.open(root)));
  }

  private async open(root: string): Promise<void> {
    if (this.byRoot.has(root)) return;
    const workspace = new ServedWorkspace(root, this);
    this.byRoot.set(root, workspace);
    await this.loading(workspace);
  }

  private async loading(workspace: ServedWorkspace): Promise<void> {
    await workspace
      .load()
      .catch((error) => this.note(error instanceof Error ? error.message : String(error)));
    this.planClock();
  }

  /** Reads every workspace again. */
  async reload(): Promise<void> {
    await Promise.all([...this.byRoot.values()].map((workspace) => this.loading(workspace)));
  }

  all(): ServedWorkspace[] {
    return [...this.byRoot.values()];
  }

  /** Ends when everything that is being read has been read. */
  async settled(): Promise<void> {
    await Promise.all(this.all().map((workspace) => workspace.settled()));
  }

  /** The workspace that a file belongs to: of several nested ones the innermost. */
  placeOf(path: string | undefined): ServedPlace | undefined {
    let best: ServedPlace | undefined;
    if (path === undefined) return best;
    for (const workspace of this.byRoot.values()) {
      const file = workspace.fileOf(path);
      if (file !== undefined && (!best || file.length < best.file.length)) best = { workspace, file };
    }
    return best;
  }

  /** A text came to the client: one of a repository that it opened no folder of brings its workspace along. */
  opened({ uri, path }: OpenText): void {
    if (path !== undefined && this.folders.length === 0 && gitTopLevelOf(dirname(path)) !== undefined)
      void this.open(workspaceRootOf(path));
    this.changed(uri);
  }

  /** A text was changed: it is checked when the typing pauses, or when somebody asks for what is wrong in it. */
  changed(uri: string): void {
    clearTimeout(this.typed.get(uri));
    this.typed.set(
      uri,
      setTimeout(() => this.checkNow(uri), pauseMs),
    );
  }

  /** Checks a text as it stands, if it was changed since it was checked. */
  checkNow(uri: string): void {
    if (!this.typed.has(uri)) return;
    clearTimeout(this.typed.get(uri));
    this.typed.delete(uri);
    const open = this.texts.get(uri);
    if (!open) return;
    const place = this.placeOf(open.path);
    if (place) place.workspace.updateText(place.file, open.document.getText());
    else this.checkAlone(open);
  }

  /** A text of no workspace is checked for what it tells by itself. */
  private checkAlone({ uri, path, document }: OpenText): void {
    const record = document.languageId === 'markdown' ? parseRecord(document.getText()) : undefined;
    const findings = record ? checkRecord(record, { file: '-', config: unsettled }) : [];
    this.told.found(path ?? uri, findings, undefined);
  }

  /** The client holds a text no longer: its file counts again, and outside of workspaces nothing does. */
  closed({ uri, path }: OpenText): void {
    clearTimeout(this.typed.get(uri));
    this.typed.delete(uri);
    const place = this.placeOf(path);
    if (place) place.workspace.updateFromDisk(place.file);
    else this.told.found(path ?? uri, [], undefined);
  }

  openText(path: string): string | undefined {
    return this.texts.at(path)?.document.getText();
  }

  *openPaths(): Iterable<string> {
    for (const { path } of this.texts.all()) if (path !== undefined) yield path;
  }

  found(workspace: ServedWorkspace, files: ReadonlyMap<string, readonly Finding[]>): void {
    for (const [file, findings] of files)
      this.told.found(workspace.pathOf(file), findings, { workspace, file });
    this.planClock();
  }

  foundNested(roots: readonly string[]): void {
    for (const root of roots) void this.open(root);
  }

  note(text: string): void {
    this.told.note(text);
  }

  /** One timer waits for the next moment at which anything is found though nothing changes. */
  private planClock(): void {
    this.clock ??= setTimeout(() => {
      this.clock = undefined;
      const now = Date.now();
      const next = Math.min(...this.all().map((workspace) => workspace.clockTicked()));
      if (!Number.isFinite(next)) return;
      const wait = Math.min(Math.max(next - now, 1000), longestMs);
      this.clock = setTimeout(() => {
        this.clock = undefined;
        this.planClock();
      }, wait);
      this.clock.unref();
    }, 100);
    this.clock.unref();
  }
}

function isInside(root: string, folder: string): boolean {
  return root.startsWith(folder) && /^[\\/]/.test(root.slice(folder.length));
}
