import * as vscode from 'vscode';
import {
  type NoticeRequest,
  type NoticeSaying,
  type NoticeState,
  noticeRequestSchema,
  noticeStateSchema,
} from '../../core/model/messages/noticeMessages';
import { type EditableChange, isChange, openRecord } from '../documents/editableRecord';
import { PagePanel, type PanelContext } from '../panels/pagePanel';
import { noticeHtml } from './noticeHtml';
import { drawNotice } from './noticePicture';
import { openGap } from './openGap';
import { type NoticeUse, useNotice } from './useNotice';

/** As long as diagnostics wait for a pause in typing. */
const pauseMs = 120;

/** One open preview of a record's notices, which are drafted again while the record is typed in. */
export class NoticePanel extends PagePanel {
  private state: NoticeState = { record: '' };

  constructor(context: PanelContext, state: unknown) {
    super(context, pauseMs);
    this.take(state);
    this.listeners.push(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.isOf(document.uri.toString())) this.paintIn(pauseMs);
      }),
    );
  }

  protected html = noticeHtml;

  isOf(record: string): boolean {
    return this.state.record === record;
  }

  /** Brings it to the front, with another notice where one is asked for. */
  reveal(asked: NoticeState): void {
    this.take({ ...this.state, ...asked });
    this.panel.reveal(undefined, true);
    this.paintIn(0);
  }

  private take(asked: unknown): void {
    const state = noticeStateSchema.safeParse(asked);
    if (state.success) this.state = state.data;
  }

  protected failure(reason: string): string {
    return vscode.l10n.t('The notice could not do that ({0}).', reason);
  }

  protected async act(message: unknown): Promise<void> {
    const parsed = noticeRequestSchema.safeParse(message);
    if (!parsed.success) return;
    const request = parsed.data;
    // Each kind has readers of its own.
    if (request.kind === 'show') this.take(withoutAudience({ ...this.state, kind: request.notice }));
    else if (request.kind === 'speak') this.take({ ...this.state, language: request.language });
    else if (request.kind === 'address') this.take({ ...this.state, audience: request.audience });
    else if (request.kind === 'estimate') this.take({ ...this.state, estimate: request.at });
    else if (request.kind !== 'ready') return this.use(request);
    else this.pageBegins();
    this.paintIn(0);
  }

  /** Does something with the draft as it stands now. */
  private async use(request: Extract<NoticeRequest, { kind: NoticeUse | 'mend' }>): Promise<void> {
    const target = await this.target();
    if (!target) return;
    const { draft } = await drawNotice(target, this.state);
    if (!draft) return;
    // The notice that is marked as sent stays, and shows that it is.
    if (request.kind === 'markSent') this.take({ ...this.state, kind: draft.kind });
    if (request.kind === 'mend') return openGap(target, draft, request.gap);
    // The page says why nothing is copied or sent.
    if (draft.missing.length > 0 || draft.placeholders.length > 0 || draft.obstacle) return;
    const done = await useNotice(request.kind, target, draft);
    if (done !== undefined && !this.disposed) {
      const saying: NoticeSaying = { kind: 'said', text: done };
      await this.panel.webview.postMessage(saying);
    }
  }

  private async target(): Promise<EditableChange | undefined> {
    if (this.state.record === '') return undefined;
    const uri = vscode.Uri.parse(this.state.record, true);
    // Only what is a record of the workspace is read, whatever a restored state says.
    const place = this.sessions.sessionOf(uri);
    if (!place?.session.entryOf(place.file)) return undefined;
    const target = await openRecord(this.sessions, uri);
    return target && isChange(target) ? target : undefined;
  }

  protected async draw() {
    const target = await this.target();
    // While the front matter is half typed the last draft stays; a workspace that is still being read tells when it is.
    if (!target || this.disposed) return undefined;
    const { picture } = await drawNotice(target, this.state);
    this.panel.title = vscode.l10n.t('Notice of {0}', target.record.data.id ?? target.file);
    return { picture };
  }
}

function withoutAudience({ audience, ...others }: NoticeState): NoticeState {
  return others;
}
