import * as vscode from 'vscode';
import type { PendingFilter } from '../../core/pending/pendingGroups';
import { type Grouping, groupingNamed, waiters } from '../../core/pending/pendingNames';
import { type PendingRow, pendingRow } from '../../core/pending/pendingRow';
import {
  type PendingCounts,
  PendingView,
  type PlacedRow,
  type ViewChange,
} from '../../core/pending/pendingView';
import { language } from '../editorLanguage';
import type { RecordsChanged, Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { TimeSlice } from '../timeSlice';
import type { ClockDriven } from '../watching/watchClock';

/** What the view is narrowed to. People are kept as they are written; who is who differs by workspace. */
export interface ModelFilter extends Omit<PendingFilter, 'people'> {
  readonly mine?: readonly string[];
}

/** What changed: rows of one workspace, or everything. `touched` are files whose record may read differently. */
export interface ModelChange {
  readonly session: WorkspaceSession;
  readonly change: ViewChange;
  readonly touched: ReadonlySet<string>;
}

/** A pending change of one of the workspaces. */
export interface PendingPlace {
  readonly session: WorkspaceSession;
  readonly placed: PlacedRow;
}

/** Rows that are made in less time than a pause takes: a workspace of so few has its view at once. */
const fewRows = 100;
const groupingKey = 'changebook.pending.grouping';
const filterKey = 'changebook.pending.filter';

/** The pending changes of every open workspace, kept up by what changes and by the clock. */
export class PendingModel implements ClockDriven, vscode.Disposable {
  private readonly views = new Map<WorkspaceSession, PendingView>();
  /** Views that are being made, with the files that changed since. */
  private readonly making = new Map<WorkspaceSession, Set<string>>();
  /** What makes them, where a workspace has none yet. */
  private readonly firstViews = new Set<Promise<void>>();
  private readonly repositories = new Map<WorkspaceSession, boolean>();
  private readonly changes = new vscode.EventEmitter<ModelChange | undefined>();
  /** Nothing stands for everything. */
  readonly onDidChange = this.changes.event;
  private readonly following: vscode.Disposable[];
  grouping: Grouping;
  filter: ModelFilter;

  constructor(
    private readonly sessions: Sessions,
    private readonly memory: vscode.Memento,
  ) {
    this.grouping = groupingNamed(memory.get(groupingKey));
    this.filter = filterIn(memory.get(filterKey));
    this.following = [
      sessions.onDidChangeRecords((event) => this.follow(event)),
      // A repository may have come or gone.
      sessions.onDidMoveGit(() => {
        for (const session of sessions.all()) this.follow({ session, files: new Set() });
      }),
    ];
    for (const session of sessions.all()) if (session.isRead) this.follow({ session, files: undefined });
  }

  /** The workspaces that have been read, in order. */
  workspaces(): WorkspaceSession[] {
    return this.sessions.all().filter((session) => this.views.has(session));
  }

  /** Ends when no workspace gets its first view just now. Who is told of no rows meanwhile asks only much later again. */
  async firstViewsMade(): Promise<void> {
    await Promise.allSettled(this.firstViews);
  }

  view(session: WorkspaceSession): PendingView | undefined {
    return this.views.get(session);
  }

  /** Whether something can be committed in a workspace. */
  canCommit(session: WorkspaceSession): boolean {
    return vscode.workspace.isTrusted && (this.repositories.get(session) ?? false);
  }

  /** Whether any workspace lies in a repository, as far as may be looked; where there is no disk none is missed. */
  hasRepository(): boolean {
    if (this.workspaces().some((session) => !session.backend.onDisk)) return true;
    return [...this.repositories.values()].includes(true) || !vscode.workspace.isTrusted;
  }

  *all(): Iterable<PendingPlace> {
    for (const [session, view] of this.views) for (const placed of view.all()) yield { session, placed };
  }

  counts(now: number): PendingCounts {
    const sum = { overdue: 0, today: 0, due: 0 };
    for (const view of this.views.values()) {
      const { overdue, today, due } = view.counts(now);
      sum.due += due;
      sum.overdue += overdue;
      sum.today += today;
    }
    return sum;
  }

  /** Whether every workspace has been read. */
  isRead(): boolean {
    return this.sessions.all().every((session) => session.isRead);
  }

  async group(grouping: Grouping): Promise<void> {
    this.grouping = grouping;
    await this.rebuild();
    await this.memory.update(groupingKey, grouping);
  }

  async narrow(filter: ModelFilter): Promise<void> {
    this.filter = filter;
    await this.rebuild();
    await this.memory.update(filterKey, filter);
  }

  isNarrowed(): boolean {
    return Object.keys(this.filter).length > 0;
  }

  nextMoment(): number {
    return Math.min(...[...this.views.values()].map((view) => view.next()));
  }

  clockTicked(): void {
    const now = Date.now();
    for (const [session, view] of this.views) {
      this.changes.fire({ session, change: view.tick(now), touched: new Set() });
    }
  }

  private follow({ session, files, recalled }: RecordsChanged): void {
    if (!this.sessions.all().includes(session)) {
      this.making.delete(session);
      if (this.views.delete(session)) this.changes.fire(undefined);
      return;
    }
    const repository = vscode.workspace.isTrusted && session.backend.hasRepository();
    const same = this.repositories.get(session) === repository;
    this.repositories.set(session, repository);
    const view = this.views.get(session);
    const late = this.making.get(session);
    for (const file of files ?? []) late?.add(file);
    if (!files || !same || (!view && !late)) {
      const building = this.build(session, recalled);
      if (view) return;
      this.firstViews.add(building);
      void building.finally(() => this.firstViews.delete(building));
      return;
    }
    if (!view) return;
    const change = view.change(
      [...files].map((file) => [file, this.rowOf(session, file)] as const),
      Date.now(),
    );
    this.changes.fire({ session, change, touched: files });
  }

  /** Groups and narrows anew what the views show; one that is being made looks at its end for what is wanted by then. */
  private async rebuild(): Promise<void> {
    const views = [...this.views].filter(([session]) => !this.making.has(session));
    await Promise.all(views.map(([session, view]) => this.build(session, rowsIn(view))));
  }

  /** Makes the view of a workspace; of a large one in pieces, between which others have their turn. */
  private async build(session: WorkspaceSession, recalled?: Iterable<PendingRow>): Promise<void> {
    // Batches of the first reading are no whole yet.
    if (!session.isRead && !recalled) return;
    const late = new Set<string>();
    this.making.set(session, late);
    const { grouping, filter } = this;
    const view = this.emptyView(session);
    const slice = new TimeSlice();
    let count = 0;
    for (const one of recalled ?? [...session.records()]) {
      if (++count % fewRows === 0) await slice.yieldIfOver();
      // It was closed, or is read anew.
      if (this.making.get(session) !== late) return;
      const row = 'summary' in one ? this.rowOf(session, one.file) : one;
      view.set(one.file, row, Date.now());
    }
    this.making.delete(session);
    for (const file of late) view.set(file, this.rowOf(session, file), Date.now());
    this.views.set(session, view);
    if (this.grouping === grouping && this.filter === filter) this.changes.fire(undefined);
    else await this.build(session, rowsIn(view));
  }

  private emptyView(session: WorkspaceSession): PendingView {
    const { mine, ...filter } = this.filter;
    const { config } = session.input();
    const people = mine?.map((name) => config.people.keyOf(name));
    return new PendingView({
      grouping: this.grouping,
      language,
      states: [...config.workflow.states.keys()],
      filter: { ...filter, ...(people ? { people } : {}) },
    });
  }

  private rowOf(session: WorkspaceSession, file: string): PendingRow | undefined {
    const entry = session.entryOf(file);
    return entry && pendingRow(entry, session.findingsOf(file), session.input().config);
  }

  /** The next window begins with what this one ends with. */
  dispose(): void {
    for (const [session, view] of this.views) session.keepPending(rowsIn(view));
    for (const each of this.following) each.dispose();
    this.changes.dispose();
  }
}

function rowsIn(view: PendingView): PendingRow[] {
  return Array.from(view.all(), ({ row }) => row);
}

/** A filter as it was kept or as a command was called with; whatever else is there is none. */
export function filterIn(kept: unknown): ModelFilter {
  const { text, customer, waitsOn, mine }: { [name: string]: unknown } = { ...Object(kept) };
  const waiter = waiters.find((name) => name === waitsOn);
  return {
    ...(typeof text === 'string' && text ? { text } : {}),
    ...(typeof customer === 'string' && customer ? { customer } : {}),
    ...(waiter ? { waitsOn: waiter } : {}),
    ...(Array.isArray(mine) && mine.length > 0 ? { mine: mine.map(String) } : {}),
  };
}
