import * as vscode from 'vscode';
import { OpenPanels } from '../panels/openPanels';
import type { PanelContext } from '../panels/pagePanel';
import type { NoticePanel } from './noticePanel';

/** The previews of notices that are open, one for each record. */
export class NoticePanels extends OpenPanels<NoticePanel> {
  /** `Changebook: Preview Notice…`; may be called with the record, and `{ kind: 'start', language: 'es' }`. */
  async show(asked: unknown, more: unknown): Promise<void> {
    const { noticeWish } = await import('./noticeWish');
    const wish = await noticeWish(this.sessions, asked, more);
    if (!wish) return;
    const open = [...this.panels].find((panel) => panel.isOf(wish.record));
    if (open) return open.reveal(wish);
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    await this.open(vscode.l10n.t('Notice'), place, wish);
  }

  protected async make(context: PanelContext, state: unknown): Promise<NoticePanel> {
    const { NoticePanel } = await import('./noticePanel');
    return new NoticePanel(context, state);
  }
}
