import * as vscode from 'vscode';
import type { Sessions } from '../session/sessions';
import type { TimelinePanel } from './timelinePanel';
import { timelineViewType } from './timelineViewType';

/** The calendars that are open: at most one of each window's own making. What draws them is loaded with the first. */
export class TimelinePanels implements vscode.Disposable {
  private readonly panels = new Set<TimelinePanel>();

  constructor(
    private readonly sessions: Sessions,
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Shows the calendar: the one that is open, else a new one. `asked` may say `{ view: 'month', day: '2026-11-16' }`. */
  async show(asked: unknown): Promise<void> {
    const [open] = this.panels;
    if (open) {
      open.reveal(asked);
      return;
    }
    const title = vscode.l10n.t('Deployment Calendar');
    const column = vscode.window.activeTextEditor?.viewColumn ?? vscode.ViewColumn.Active;
    const panel = vscode.window.createWebviewPanel(timelineViewType, title, column);
    await this.restore(panel, asked);
  }

  /** Fills a panel, and keeps it up to date until it is closed. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const icon = (theme: string): vscode.Uri =>
      vscode.Uri.joinPath(this.extensionUri, 'media', `calendar-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const { TimelinePanel } = await import('./timelinePanel');
    const filled = new TimelinePanel(panel, this.sessions, this.log, state);
    this.panels.add(filled);
    panel.onDidDispose(() => {
      this.panels.delete(filled);
      filled.dispose();
    });
    await filled.fill(this.extensionUri);
  }

  /** Saves the days that the open calendar shows, else four weeks, as a picture. */
  async save(asked: unknown): Promise<vscode.Uri | undefined> {
    const { saveTimeline, usualDays } = await import('./saveTimeline');
    const [open] = this.panels;
    return saveTimeline(this.sessions, open?.days() ?? usualDays(this.sessions), asked);
  }

  dispose(): void {
    for (const panel of this.panels) panel.dispose();
  }
}
