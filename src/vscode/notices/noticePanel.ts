import * as vscode from 'vscode';
import {
  type NoticeRequest,
  type NoticeSaying,
  type NoticeState,
  noticeRequestSchema,
  noticeStateSchema,
} from '../../core/model/messages/noticeMessages';
import { type EditableChange, openRecord } from '../documents/editableRecord';
import type { Sessions } from '../session/sessions';
import { noticeHtml } from './noticeHtml';
import { type DrawnNotice, drawNotice } from './noticePicture';
import { openGap } from './openGap';
import { type NoticeUse, useNotice } from './useNotice';

/** As long as diagnostics wait for a pause in typing. */
const pauseMs = 120;

/** One open preview of a record's notices: drafts again while the record is typed in; never while hidden. */
export class NoticePanel implements vscode.Disposable {
  private state: NoticeState = { record: '' };
  private shown = '';
  private timer: NodeJS.Timeout | undefined;
  private disposed = false;
  private readonly listeners: vscode.Disposable[];

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly sessions: Sessions,
    private readonly log: vscode.LogOutputChannel,
    state: unknown,
  ) {
    this.take(state);
    this.listeners = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.isOf(document.uri.toString())) this.paintIn(pauseMs);
      }),
      sessions.onDidChangeRecords(() => this.paintIn(pauseMs)),
      panel.onDidChangeViewState(() => this.paintIn(0)),
      panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
    ];
  }

  isOf(record: string): boolean {
    return this.state.record === record;
  }

  /** Puts the page into the panel; its first message asks for a draft. */
  async fill(extensionUri: vscode.Uri): Promise<void> {
    this.panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    const html = await noticeHtml(extensionUri);
    if (!this.disposed) this.panel.webview.html = html;
  }

  /** Brings it to the front, with another notice where one is asked for. */
  reveal(asked: NoticeState): void {
    this.take({ ...this.state, ...asked });
    this.panel.reveal(undefined, true);
    this.paintIn(0);
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
    for (const listener of this.listeners) listener.dispose();
  }

  private take(asked: unknown): void {
    const state = noticeStateSchema.safeParse(asked);
    if (state.success) this.state = state.data;
  }

  private receive(message: unknown): void {
    const request = noticeRequestSchema.safeParse(message);
    if (!request.success) return;
    this.act(request.data).catch((error) => {
      this.log.error(error instanceof Error ? error : String(error));
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('The notice could not do that ({0}).', reason));
    });
  }

  private async act(request: NoticeRequest): Promise<void> {
    // Each kind has readers of its own.
    if (request.kind === 'show') this.take(withoutAudience({ ...this.state, kind: request.notice }));
    else if (request.kind === 'speak') this.take({ ...this.state, language: request.language });
    else if (request.kind === 'address') this.take({ ...this.state, audience: request.audience });
    else if (request.kind === 'estimate') this.take({ ...this.state, estimate: request.at });
    else if (request.kind !== 'ready') return this.use(request);
    // A page that says that it is ready may be a new one, which shows nothing yet.
    else this.shown = '';
    this.paintIn(0);
  }

  /** Does something with the draft as it stands now. */
  private async use(request: Extract<NoticeRequest, { kind: NoticeUse | 'mend' }>): Promise<void> {
    const target = await this.target();
    if (!target) return;
    const { draft } = await drawNotice(target, this.state);
    if (!draft) return;
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

  /** Paints after a while; what was planned for later gives way. */
  private paintIn(ms: number): void {
    clearTimeout(this.timer);
    if (this.disposed || !this.panel.visible) return;
    this.timer = setTimeout(() => {
      this.paint().catch((error) => this.log.error(error instanceof Error ? error : String(error)));
    }, ms);
  }

  private async paint(): Promise<void> {
    const target = await this.target();
    if (this.disposed) return;
    // While the front matter is half typed the last draft stays; a workspace that is still being read tells when it is.
    if (!target) return;
    const drawn: DrawnNotice = await drawNotice(target, this.state);
    const text = JSON.stringify(drawn.picture);
    this.panel.title = vscode.l10n.t('Notice of {0}', target.record.data.id ?? target.file);
    if (text !== this.shown) await this.panel.webview.postMessage(drawn.picture);
    this.shown = text;
  }
}

function withoutAudience({ audience, ...others }: NoticeState): NoticeState {
  return others;
}

function isChange(target: Awaited<ReturnType<typeof openRecord>>): target is EditableChange {
  return target?.record.type === 'change';
}
