import * as vscode from 'vscode';
import { RepeatedWork } from '../../core/session/repeatedWork';
import type { Sessions } from '../session/sessions';

/** What a panel works with, besides its page. */
export interface PanelContext {
  readonly panel: vscode.WebviewPanel;
  readonly sessions: Sessions;
  readonly log: vscode.LogOutputChannel;
}

/** What a page is to show, and after how many milliseconds it looks different though nothing changes but the clock. */
interface Drawn {
  readonly picture: object;
  readonly staleMs?: number;
}

/** One open panel: its page is drawn again when what it shows changes; never while it is hidden. */
export abstract class PagePanel implements vscode.Disposable {
  protected readonly panel: vscode.WebviewPanel;
  protected readonly sessions: Sessions;
  private readonly log: vscode.LogOutputChannel;
  private shown = '';
  private timer: NodeJS.Timeout | undefined;
  private readonly painting = new RepeatedWork(() => this.paint());
  protected disposed = false;
  protected readonly listeners: vscode.Disposable[];

  /** @param pauseMs records often change several at a time: so long a change waits for others */
  constructor({ panel, sessions, log }: PanelContext, pauseMs: number) {
    this.panel = panel;
    this.sessions = sessions;
    this.log = log;
    this.listeners = [
      sessions.onDidChangeRecords(() => this.paintIn(pauseMs)),
      panel.onDidChangeViewState(() => this.paintIn(0)),
      panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
    ];
  }

  /** The HTML of its page, whose first message asks for a picture. */
  protected abstract html(extensionUri: vscode.Uri): Promise<string>;

  /** Does what the page asks for; anything but its requests is ignored. */
  protected abstract act(message: unknown): Promise<unknown>;

  /** Says that something which the page asked for could not be done. */
  protected abstract failure(reason: string): string;

  /** What the page is to show; undefined where what it shows stays. */
  protected abstract draw(): Promise<Drawn | undefined>;

  /** Puts the page into the panel. */
  async fill(extensionUri: vscode.Uri): Promise<void> {
    this.panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    const html = await this.html(extensionUri);
    if (!this.disposed) this.panel.webview.html = html;
  }

  private receive(message: unknown): void {
    this.act(message).catch((error) => {
      this.log.error(error instanceof Error ? error : String(error));
      const reason = error instanceof Error ? error.message : String(error);
      const showLog = vscode.l10n.t('Show log');
      void vscode.window.showErrorMessage(this.failure(reason), showLog).then((answer) => {
        if (answer === showLog) this.log.show();
      });
    });
  }

  /** A page that begins may be a new one, which shows nothing yet. */
  protected pageBegins(): void {
    this.shown = '';
  }

  /** Paints after a while; what was planned for later gives way. */
  protected paintIn(ms: number): void {
    clearTimeout(this.timer);
    if (this.disposed || !this.panel.visible) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.painting.run().catch((error) => this.log.error(error instanceof Error ? error : String(error)));
    }, ms);
  }

  private async paint(): Promise<void> {
    const drawn = this.disposed || !this.panel.visible ? undefined : await this.draw();
    if (!drawn || this.disposed) return;
    const { picture, staleMs } = drawn;
    const text = JSON.stringify(picture);
    if (text !== this.shown) await this.panel.webview.postMessage(picture);
    this.shown = text;
    // What was planned meanwhile comes sooner.
    if (staleMs !== undefined && this.timer === undefined) this.paintIn(staleMs);
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
    for (const listener of this.listeners) listener.dispose();
  }
}
