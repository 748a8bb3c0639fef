import * as vscode from 'vscode';
import type { Sessions } from './sessions';

const settleMs = 500;

/** Follows what git does to branches and tags, so that rules which ask it look again. */
export function watchGit(sessions: Sessions): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**/.git/{HEAD,packed-refs,refs/**}');
  let timer: NodeJS.Timeout | undefined;
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => sessions.gitChanged(), settleMs);
  };
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(changed),
    watcher.onDidChange(changed),
    watcher.onDidDelete(changed),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}
