import * as vscode from 'vscode';
import { OpenPanels } from '../panels/openPanels';
import type { PanelContext } from '../panels/pagePanel';
import type { TimelinePanel } from './timelinePanel';

/** The calendars that are open: at most one of each window's own making. */
export class TimelinePanels extends OpenPanels<TimelinePanel> {
  /** Shows the calendar: the one that is open, else a new one. `asked` may say `{ view: 'month', day: '2026-11-16' }`. */
  async show(asked: unknown): Promise<void> {
    const [open] = this.panels;
    if (open) return open.reveal(asked);
    const column = vscode.window.activeTextEditor?.viewColumn ?? vscode.ViewColumn.Active;
    await this.open(vscode.l10n.t('Deployment Calendar'), column, asked);
  }

  protected async make(context: PanelContext, state: unknown): Promise<TimelinePanel> {
    const icon = (theme: string): vscode.Uri =>
      vscode.Uri.joinPath(this.extensionUri, 'media', `calendar-${theme}.svg`);
    context.panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const { TimelinePanel } = await import('./timelinePanel');
    return new TimelinePanel(context, state);
  }

  /** Saves the days that the open calendar shows, else four weeks, as a picture. */
  async save(asked: unknown): Promise<vscode.Uri | undefined> {
    const { saveTimeline, usualDays } = await import('./saveTimeline');
    const [open] = this.panels;
    return saveTimeline(this.sessions, open?.wish() ?? usualDays(this.sessions), asked);
  }
}
