import * as vscode from 'vscode';
import { configFolder } from '../../core/config/configFiles';
import { recordSchemes } from '../documents/recordSchemes';
import type { Sessions } from '../session/sessions';
import { FileBursts, type FileEvent } from './fileBursts';

/** Follows what other programs do to files: single files one by one, bursts as one new reading. */
export function watchFiles(sessions: Sessions, log: vscode.LogOutputChannel): vscode.Disposable {
  const bursts = new FileBursts<vscode.Uri>({
    changesEverything: ({ address }) => changesEverything(address),
    readAll: () => sessions.reload(),
    followOne: (event) => follow(sessions, event),
    failed: (error) => log.error(error instanceof Error ? error : String(error)),
  });
  const add = (uri: vscode.Uri, cameOrWent: boolean): void => {
    if (!recordSchemes().has(uri.scheme) || /\/(?:\.git|node_modules)\//.test(uri.path)) return;
    if (cameOrWent || isText(uri)) bursts.add(uri, cameOrWent);
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => add(uri, true)),
    watcher.onDidDelete((uri) => add(uri, true)),
    watcher.onDidChange((uri) => add(uri, false)),
    bursts,
  );
}

async function follow(sessions: Sessions, { address, cameOrWent }: FileEvent<vscode.Uri>): Promise<void> {
  const place = sessions.sessionOf(address);
  if (!place) return;
  if (address.path.endsWith('.md')) await place.session.updateFromDisk(place.file);
  if (cameOrWent) place.session.fileCameOrWent(place.file);
}

function isText(uri: vscode.Uri): boolean {
  return uri.path.endsWith('.md') || changesEverything(uri);
}

/** The configuration, who is who, and what git ignores decide which files are records and how they are judged. */
function changesEverything(uri: vscode.Uri): boolean {
  return uri.path.includes(`/${configFolder}/`) || /\/\.(?:gitignore|mailmap)$/.test(uri.path);
}
