import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import type { ConfigText } from '../../core/config/configFiles';
import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import type { ReadText } from '../../core/model/parse/decodeText';
import type { NoticeDraft } from '../../core/notices/draftNotice';
import type { PendingRow } from '../../core/pending/pendingRow';
import { keepLastPending, lastPending } from '../../node/cachedPending';
import { readConfigTexts } from '../../node/configTexts';
import { DiskFacts } from '../../node/diskFacts';
import type { LoadMessage } from '../../node/loadMessages';
import { lookUpHolidays } from '../../node/lookUpHolidays';
import { endUsersText } from '../../node/notices/endUsersText';
import { OwnFiles } from '../../node/ownFiles';
import { readText } from '../../node/readText';
import { runLoadWorker } from '../../node/runLoadWorker';
import { gitTopLevelOf, workspaceRootOf } from '../../node/workspaceRoot';
import { rootOfVirtual, VirtualBackend } from '../virtual/virtualBackend';
import { SessionGit } from './sessionGit';
import type { BackendEvents, Backends, LoadWish, ReleaseSource, WorkspaceBackend } from './workspaceBackend';

/** A workspace on this disk: read by a worker, with git beside it. */
class DiskBackend implements WorkspaceBackend {
  readonly onDisk = true;
  readonly name: string;
  readonly history: SessionGit;
  private readonly own: OwnFiles;

  constructor(
    readonly root: string,
    { log, askAgain }: BackendEvents,
  ) {
    this.name = basename(root);
    this.own = new OwnFiles(root);
    this.history = new SessionGit(root, log, askAgain);
  }

  readonly releases: ReleaseSource = {
    tags: async () => {
      const top = vscode.workspace.isTrusted ? gitTopLevelOf(this.root) : undefined;
      if (top === undefined) return [];
      return (await import('../../node/release/releaseRange')).releaseTags(top);
    },
    known: async (wish, config, language) => {
      if (!vscode.workspace.isTrusted) return undefined;
      const { knownFromGit } = await import('../../node/release/knownFromGit');
      const found = await knownFromGit(this.root, wish, config, language);
      return 'why' in found ? undefined : found;
    },
    sinceLastTag: async (config) => {
      if (!vscode.workspace.isTrusted) return undefined;
      return (await import('../../node/release/sinceLastTag')).sinceLastTag(this.root, config);
    },
  };

  async idsElsewhere(own: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    if (!vscode.workspace.isTrusted) return new Set();
    return (await (await import('../../node/idsElsewhere')).idsElsewhere(this.root, own)).taken;
  }

  hasRepository(): boolean {
    return gitTopLevelOf(this.root) !== undefined;
  }

  uriOf(file: string): vscode.Uri {
    return vscode.Uri.file(join(this.root, file));
  }

  fileOf(uri: vscode.Uri): string | undefined {
    return uri.scheme === 'file' ? this.own.fileOf(uri.fsPath) : undefined;
  }

  configTexts(): readonly ConfigText[] {
    return readConfigTexts(this.root).texts;
  }

  factsAfter(): DiskFacts {
    return new DiskFacts(this.root);
  }

  async read(file: string): Promise<ReadText> {
    return readText(join(this.root, file), this.root);
  }

  async saveMail(draft: NoticeDraft, name: string, now: number): Promise<string | undefined> {
    // Loaded only now: what writes mails has a weight.
    const { saveMailFiles } = await import('../notices/saveMailFiles');
    return saveMailFiles(draft, name, now);
  }

  async endUsersText(config: WorkspaceConfig, customer: string | undefined): Promise<string | undefined> {
    return endUsersText(this.root, config, customer);
  }

  lastPending(config: readonly ConfigText[]): Iterable<PendingRow> | undefined {
    return lastPending(this.root, config);
  }

  keepLastPending(config: readonly ConfigText[], rows: readonly PendingRow[]): void {
    keepLastPending(this.root, config, rows);
  }

  load({ openConfig }: LoadWish, receive: (message: LoadMessage) => void): Promise<void> {
    return runLoadWorker({ root: this.root, git: vscode.workspace.isTrusted, openConfig }, receive);
  }
}

/** Where there is a disk: folders on it, and others as well as they go. */
export const diskBackends: Backends = {
  rootOf: (folder) => (folder.scheme === 'file' ? workspaceRootOf(folder.fsPath) : rootOfVirtual(folder)),
  open: (root, events) =>
    // A drive's letter is no scheme.
    /^[a-z][a-z\d+.-]+:/i.test(root)
      ? new VirtualBackend(root, { lookUpHolidays: (years) => lookUpHolidays(years).catch(() => undefined) })
      : new DiskBackend(root, events),
  lookUpHolidays,
};
