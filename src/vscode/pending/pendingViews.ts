import * as vscode from 'vscode';
import { inQuotes } from '../../core/model/text/localized';
import type { PendingReport } from '../../core/report/pendingReport';
import { commandIds } from '../commandIds';
import { language } from '../editorLanguage';
import type { Pushes } from '../git/pushes';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { ClockWatch } from '../watching/watchClock';
import type { BeginningView } from './beginningView';
import { DeploymentStatus } from './deploymentStatus';
import { followBoxes } from './followBoxes';
import { PendingModel } from './pendingModel';
import type { PendingNode } from './pendingNodes';
import { PendingTree } from './pendingTree';
import { ProcedureTree } from './procedureTree';
import { Reminders } from './reminders';
import { registerRowMarks } from './rowMarks';

const stateKey = 'changebook.pendingState';

/** The views of what is pending, with badge, status bar item and reminders, and the one timer that moves them. */
export class PendingViews implements vscode.Disposable {
  readonly model: PendingModel;
  private readonly tree: PendingTree;
  private readonly view: vscode.TreeView<PendingNode>;
  private readonly parts: vscode.Disposable[] = [];
  private state: string | undefined;
  private narrowed: boolean | undefined;

  constructor(
    private readonly sessions: Sessions,
    memory: vscode.Memento,
    pushes: Pushes,
    begun: BeginningView,
  ) {
    this.model = new PendingModel(sessions, memory);
    this.tree = new PendingTree(sessions, this.model, pushes);
    this.view = begun.view;
    const procedures = new ProcedureTree(sessions);
    const reminders = new Reminders(this.model, memory);
    const clock = new ClockWatch([sessions, this.model, reminders]);
    this.parts.push(
      this.model,
      this.tree,
      begun.follow(this.tree),
      procedures,
      clock,
      reminders,
      vscode.window.registerTreeDataProvider('changebook.procedures', procedures),
      registerRowMarks(),
      new DeploymentStatus(this.model),
      this.view.onDidChangeCheckboxState((event) =>
        followBoxes(this.tree, event, (action, node) =>
          vscode.commands.executeCommand(
            action === 'tick' ? commandIds.tickStep : commandIds.untickStep,
            node,
          ),
        ),
      ),
      this.model.onDidChange(() => this.show()),
      sessions.onDidChangeRecords(({ session, recalled }) => {
        clock.plan();
        if (recalled) this.showProgress(session);
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.show()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('changebook')) clock.plan();
        if (event.affectsConfiguration('changebook.pending')) this.tree.repaintAll();
      }),
    );
    this.show();
    clock.plan();
  }

  /** Shows the tree, at the row of a record where one is named; says whether there is that row. */
  async reveal(uri: vscode.Uri | undefined): Promise<boolean> {
    await vscode.commands.executeCommand('changebook.pending.focus');
    const row = uri && this.tree.rowOf(uri);
    if (row) await this.view.reveal(row, { select: true, focus: true });
    return row !== undefined;
  }

  /** The row that is chosen in the tree. */
  chosen(): PendingNode | undefined {
    return this.view.selection[0];
  }

  /** What the tree shows, for machines. */
  async report(): Promise<PendingReport> {
    const { pendingReport } = await import('../../core/report/pendingReport');
    await Promise.all(this.sessions.all().map((session) => session.loaded()));
    const groups = this.model.workspaces().flatMap((session) => this.model.view(session)?.groups() ?? []);
    return pendingReport(groups, (file) => file);
  }

  /** While what is shown is of the last time, a line above it moves. */
  private showProgress(session: WorkspaceSession): void {
    const location = { viewId: 'changebook.pending' };
    void vscode.window.withProgress({ location }, () => session.loaded().catch(() => undefined));
  }

  /** Everything around the rows: badge, message, and what decides on the welcome. */
  private show(): void {
    const { overdue, today } = this.model.counts(Date.now());
    const value = overdue + today;
    if ((this.view.badge?.value ?? 0) !== value || value > 0)
      this.view.badge =
        value === 0
          ? undefined
          : { value, tooltip: vscode.l10n.t('{0} overdue, {1} due today', overdue, today) };
    this.view.description = this.filterText();
    const state = this.currentState();
    // A message would hide the welcome, which says as much and offers the way out.
    this.view.message = (state === 'some' ? this.message() : undefined) ?? '';
    this.setState(state);
    const narrowed = this.model.isNarrowed();
    if (narrowed === this.narrowed) return;
    this.narrowed = narrowed;
    void vscode.commands.executeCommand('setContext', 'changebook.pendingNarrowed', narrowed);
  }

  /** What the view is narrowed to, in words; empty where it shows all. */
  private filterText(): string {
    const { text, customer, mine } = this.model.filter;
    const parts = [text && inQuotes(text, language), customer, mine && vscode.l10n.t('mine')];
    return parts.filter(Boolean).join(' · ');
  }

  private currentState(): string {
    const workspaces = this.model.workspaces();
    if (!this.model.isRead() || workspaces.length === 0) return 'reading';
    const rows = [...this.model.all()];
    if (rows.some(({ placed }) => placed.group !== undefined)) return 'some';
    if (rows.length > 0) return 'narrowed';
    const records = workspaces.some((session) => session.counts().records > 0);
    return records ? 'nonePending' : this.model.hasRepository() ? 'noRecords' : 'noGit';
  }

  /** Why nothing can be ticked here, where rows are shown all the same. */
  private message(): string | undefined {
    const workspaces = this.model.workspaces();
    if (workspaces.length === 0) return undefined;
    if (!vscode.workspace.isTrusted)
      return vscode.l10n.t(
        'Restricted mode: nothing can be ticked or moved on until this folder is trusted.',
      );
    if (workspaces.some((session) => this.model.canCommit(session))) return undefined;
    if (workspaces.every((session) => !session.backend.onDisk))
      return vscode.l10n.t(
        'Records are read and checked here. Ticking is a commit, which needs these files on a disk.',
      );
    return vscode.l10n.t('Without a git repository nothing can be ticked here: a tick is a commit.');
  }

  /** A context key costs a round through the editor, so it is set only when it changes. */
  private setState(state: string): void {
    if (state === this.state) return;
    this.state = state;
    void vscode.commands.executeCommand('setContext', stateKey, state);
  }

  dispose(): void {
    for (const part of this.parts) part.dispose();
  }
}
