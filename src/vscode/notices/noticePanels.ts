import * as vscode from 'vscode';
import type { Sessions } from '../session/sessions';
import type { NoticePanel } from './noticePanel';
import { noticeViewType } from './noticeViewType';

/** The previews of notices that are open, one for each record. What fills them is loaded with the first. */
export class NoticePanels implements vscode.Disposable {
  private readonly panels = new Set<NoticePanel>();

  constructor(
    private readonly sessions: Sessions,
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** `Changebook: Preview Notice…`; may be called with the record, and `{ kind: 'start', language: 'es' }`. */
  async show(asked: unknown, more: unknown): Promise<void> {
    const { noticeWish } = await import('./noticeWish');
    const wish = await noticeWish(this.sessions, asked, more);
    if (!wish) return;
    const open = [...this.panels].find((panel) => panel.isOf(wish.record));
    if (open) {
      open.reveal(wish);
      return;
    }
    const columns = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel(noticeViewType, vscode.l10n.t('Notice'), columns);
    await this.restore(panel, wish);
  }

  /** Fills a panel, and keeps it up to date until it is closed. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { NoticePanel } = await import('./noticePanel');
    const filled = new NoticePanel(panel, this.sessions, this.log, state);
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
