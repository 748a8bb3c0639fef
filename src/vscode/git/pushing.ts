import * as vscode from 'vscode';
import { pushPolicy } from '../../core/config/pushPolicy';
import type { PushOutcome } from '../../node/push/pushRecords';
import type { Unpushed, UnpushedReader } from '../../node/push/unpushedRecords';
import { language } from '../editorLanguage';
import { showInTurn } from '../input/toastTurns';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { withPlurals } from '../withPlurals';
import { mustReachGit } from './mustReachGit';
import { type AnswerContext, tellPush } from './pushAnswers';
import type { Pushes, PushOptions } from './pushes';

/**
 * Shares what was committed: in the background, one push of a workspace at a time, and never where the user has not
 * said so. It also knows what is not pushed yet, for whatever shows records.
 */
export class Pushing implements Pushes {
  private readonly readers = new Map<string, UnpushedReader>();
  private readonly known = new Map<string, Promise<Unpushed | undefined>>();
  private readonly running = new Map<string, { readonly controller: AbortController; again: boolean }>();
  private readonly asking = new Set<string>();
  /** What was told last of each workspace, so that nothing is told with every tick. */
  private readonly told = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable[];
  /** What is pushed, or being pushed, is something else now. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly sessions: Sessions,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.listeners = [
      sessions.onDidMoveGit(() => this.forget()),
      sessions.onDidCommit((root) => {
        this.afterCommit(root).catch((error) => log.error(error instanceof Error ? error : String(error)));
      }),
    ];
  }

  /** What of a workspace's branch its remote lacks; undefined where there is none, or nobody trusts the folder. */
  unpushed(root: string): Promise<Unpushed | undefined> {
    if (!vscode.workspace.isTrusted) return Promise.resolve(undefined);
    const known = this.known.get(root) ?? this.read(root);
    this.known.set(root, known);
    return known;
  }

  async unpushedOf(uri: vscode.Uri): Promise<number> {
    const place = this.sessions.sessionOf(uri);
    const unpushed = place?.session.backend.onDisk && (await this.unpushed(place.session.root));
    return (unpushed || undefined)?.byFile.get(uri.fsPath) ?? 0;
  }

  isPushing(root: string): boolean {
    return this.running.has(root);
  }

  cancel(): void {
    for (const run of this.running.values()) {
      run.again = false;
      run.controller.abort();
    }
  }

  /** Pushes a workspace's branch, and tells how that ended. While one is under way it is done once more afterwards. */
  async push(session: WorkspaceSession, options: PushOptions): Promise<PushOutcome | undefined> {
    mustReachGit(session);
    const { root } = session;
    const under = this.running.get(root);
    if (under) {
      under.again = true;
      return undefined;
    }
    const run = { controller: new AbortController(), again: false };
    options.signal?.addEventListener('abort', () => this.cancel(), { once: true });
    this.running.set(root, run);
    this.show();
    let outcome: PushOutcome;
    try {
      do {
        run.again = false;
        outcome = await this.pushOnce(session, options, run.controller.signal);
      } while (run.again && outcome.kind !== 'failed');
    } finally {
      this.running.delete(root);
      this.forget();
      this.show();
    }
    await tellPush(outcome, this.contextOf(session, options));
    return outcome;
  }

  private async pushOnce(
    session: WorkspaceSession,
    { branch }: PushOptions,
    signal: AbortSignal,
  ): Promise<PushOutcome> {
    // Loaded only now: activation and checks need no git.
    const { pushRecords } = await import('../../node/push/pushRecords');
    return pushRecords({
      folder: session.root,
      language,
      face: 'editor',
      signal,
      toBranch: branch,
      unsavedIn: (paths) => paths.filter((path) => isUnsaved(path)),
    });
  }

  /** After a commit: pushes, asks or stays quiet, as the user wishes. */
  private async afterCommit(root: string): Promise<void> {
    this.forget();
    const session = this.sessions.all().find((open) => open.root === root);
    const wish = session && wishOf(session);
    if (!session || wish === 'never') return;
    const unpushed = await this.unpushed(root);
    // Without a remote there is nothing to share, and nothing to say with every tick.
    if (!unpushed || unpushed.commits === 0) return;
    if (wish === 'ask' && !(await this.mayPush(root, unpushed))) return;
    await this.push(session, { asked: false });
  }

  private async mayPush(root: string, { commits, target }: Unpushed): Promise<boolean> {
    // One question at a time; its answer counts for what was committed meanwhile, too.
    if (this.asking.has(root)) return false;
    this.asking.add(root);
    try {
      const yes = vscode.l10n.t('Push');
      const question = withPlurals(vscode.l10n.t('Push {0} {0|commit|commits} to {1}?'), commits, target);
      return (await showInTurn(() => vscode.window.showInformationMessage(question, yes))) === yes;
    } finally {
      this.asking.delete(root);
    }
  }

  private contextOf(session: WorkspaceSession, { asked }: PushOptions): AnswerContext {
    const { config } = session.input();
    return {
      asked,
      log: this.log,
      zone: config.data.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      isNew: (sentence) => {
        const before = this.told.get(session.root);
        this.told.set(session.root, sentence);
        return before !== sentence;
      },
      pushTo: (branch) => this.push(session, { asked: true, branch }),
    };
  }

  private async read(root: string): Promise<Unpushed | undefined> {
    const { UnpushedReader } = await import('../../node/push/unpushedRecords');
    const reader = this.readers.get(root) ?? new UnpushedReader(root);
    this.readers.set(root, reader);
    return reader.read();
  }

  private forget(): void {
    this.known.clear();
    this.changed.fire();
  }

  private show(): void {
    void vscode.commands.executeCommand('setContext', 'changebook.pushing', this.running.size > 0);
    this.changed.fire();
  }

  dispose(): void {
    this.cancel();
    for (const listener of this.listeners) listener.dispose();
    this.changed.dispose();
  }
}

/** The user's own setting counts; the workspace's and its configuration may only be more cautious. */
function wishOf(session: WorkspaceSession): ReturnType<typeof pushPolicy> {
  const settings = vscode.workspace.getConfiguration('changebook', vscode.Uri.file(session.root));
  const found = settings.inspect<string>('commit.push');
  const configured = session.input().config.data.commit?.push;
  return pushPolicy(found?.globalValue, [found?.workspaceValue, found?.workspaceFolderValue, configured]);
}

function isUnsaved(path: string): boolean {
  return vscode.workspace.textDocuments.some(
    (document) => document.isDirty && document.uri.scheme === 'file' && document.uri.fsPath === path,
  );
}
