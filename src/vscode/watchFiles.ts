import * as vscode from 'vscode';
import { configFolder } from '../core/config/configFiles';
import type { Sessions } from './sessions';

/** Events come in bursts (a branch switch, a pull); more files than this at once are one reading of everything. */
const manyFiles = 200;
const settleMs = 100;

/** Follows what other programs do to files: single files one by one, bursts as one new reading. */
export function watchFiles(sessions: Sessions, log: vscode.LogOutputChannel): vscode.Disposable {
  const queue = new FileQueue(sessions, log);
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => queue.add(uri, true)),
    watcher.onDidDelete((uri) => queue.add(uri, true)),
    watcher.onDidChange((uri) => queue.add(uri, false)),
    queue,
  );
}

class FileQueue implements vscode.Disposable {
  private readonly waiting = new Map<string, { uri: vscode.Uri; cameOrWent: boolean }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: Sessions,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  add(uri: vscode.Uri, cameOrWent: boolean): void {
    if (uri.scheme !== 'file' || /\/(?:\.git|node_modules)\//.test(uri.path)) return;
    if (!cameOrWent && !isText(uri)) return;
    const before = this.waiting.get(uri.toString());
    this.waiting.set(uri.toString(), { uri, cameOrWent: cameOrWent || (before?.cameOrWent ?? false) });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), settleMs);
  }

  private async flush(): Promise<void> {
    const events = [...this.waiting.values()];
    this.waiting.clear();
    try {
      if (events.length > manyFiles || events.some(({ uri }) => changesEverything(uri))) {
        await this.sessions.reload();
        return;
      }
      for (const { uri, cameOrWent } of events) await this.follow(uri, cameOrWent);
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
    }
  }

  private async follow(uri: vscode.Uri, cameOrWent: boolean): Promise<void> {
    const place = this.sessions.sessionOf(uri);
    if (!place) return;
    if (uri.path.endsWith('.md')) await place.session.updateFromDisk(place.file);
    if (cameOrWent) place.session.fileCameOrWent(place.file);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}

function isText(uri: vscode.Uri): boolean {
  return uri.path.endsWith('.md') || changesEverything(uri);
}

/** The configuration, who is who, and what git ignores decide which files are records and how they are judged. */
function changesEverything(uri: vscode.Uri): boolean {
  return uri.path.includes(`/${configFolder}/`) || /\/\.(?:gitignore|mailmap)$/.test(uri.path);
}
