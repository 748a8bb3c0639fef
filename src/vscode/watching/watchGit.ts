import * as vscode from 'vscode';
import type { Sessions } from '../session/sessions';

const settleMs = 500;

/** Follows what git does to branches and tags, so that rules which ask it look again. */
export function watchGit(sessions: Sessions): vscode.Disposable {
  // The folder itself, too: of one that has just come to be, what it was filled with may go untold.
  const places = ['.git', '.git/HEAD', '.git/packed-refs', '.git/shallow', '.git/refs/**'].map(
    (place) => `**/${place}`,
  );
  const watcher = vscode.workspace.createFileSystemWatcher(`{${places.join(',')}}`);
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
