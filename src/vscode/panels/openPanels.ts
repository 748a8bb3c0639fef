import * as vscode from 'vscode';
import type { Sessions } from '../session/sessions';
import type { PagePanel, PanelContext } from './pagePanel';

/** By these names the editor knows the panels, also when it restores one. */
export const viewTypes = {
  timelines: 'changebook.deploymentCalendar',
  notices: 'changebook.noticePreview',
} as const;

export type PanelKind = keyof typeof viewTypes;

/** The panels of one kind that are open. What fills them is loaded with the first. */
export abstract class OpenPanels<Panel extends PagePanel> implements vscode.Disposable {
  protected readonly panels = new Set<Panel>();

  constructor(
    private readonly kind: PanelKind,
    protected readonly sessions: Sessions,
    protected readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  protected abstract make(context: PanelContext, state: unknown): Promise<Panel>;

  /** Opens a new panel. */
  protected open(
    title: string,
    place: Parameters<typeof vscode.window.createWebviewPanel>[2],
    state: unknown,
  ) {
    return this.restore(vscode.window.createWebviewPanel(viewTypes[this.kind], title, place), state);
  }

  /** Fills a panel, and keeps it up to date until it is closed. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const filled = await this.make({ panel, sessions: this.sessions, log: this.log }, state);
    this.panels.add(filled);
    panel.onDidDispose(() => {
      this.panels.delete(filled);
      filled.dispose();
    });
    await filled.fill(this.extensionUri);
  }

  dispose(): void {
    for (const panel of this.panels) panel.dispose();
  }
}
