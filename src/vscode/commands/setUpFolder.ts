import * as vscode from 'vscode';
import { localText } from '../../core/model/time/localText';
import type { SetupFacts } from '../../core/setup/setupFacts';
import { language } from '../editorLanguage';
import { notOnDisk } from '../git/mustReachGit';
import { commandArguments } from '../input/commandArguments';
import { NothingChangedError } from '../input/nothingChangedError';
import { askSetup } from '../setup/askSetup';
import { chooseSetup } from '../setup/chooseSetup';
import { type SetupResult, writeInEditor } from '../setup/writeInEditor';
import type { RunCommand } from './runCommand';

/** `Changebook: Set Up This Folder…`: asks, shows what it will write, and writes it as one commit. */
export const setUpFolder: RunCommand = async ({ sessions }, asked): Promise<SetupResult | undefined> => {
  if (!vscode.workspace.isTrusted)
    throw new NothingChangedError(vscode.l10n.t('the workspace is not trusted'));
  const args = commandArguments(asked);
  const folder = await folderFor(args.record);
  if (!folder) return undefined;
  if (folder.scheme !== 'file') throw notOnDisk();
  const root = await placeOf(folder.fsPath);
  // Loaded only now: most folders are set up once.
  const { readSetupFacts } = await import('../../node/setup/readSetupFacts');
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [, region] = /-([A-Z]{2})$/.exec(Intl.DateTimeFormat().resolvedOptions().locale) ?? [];
  const today = localText(Date.now(), zone).slice(0, 10);
  const facts = await readSetupFacts(root.folder, { language, region, today });
  if (root.isSetUp) return tellThere(root.folder, facts);
  const prepared = await askSetup(args, facts, (answers) => chooseSetup(root.folder, facts, answers, args));
  if (!prepared) return undefined;
  const result = await writeInEditor(folder, root.folder, prepared);
  if (result.outcome === 'committed' || result.outcome === 'written') await sessions.reload();
  return result;
};

/** The folder that is meant: the one that was named, else the only one that is open, else the one that is picked. */
async function folderFor(named: unknown): Promise<vscode.Uri | undefined> {
  if (named instanceof vscode.Uri) {
    const { type } = await vscode.workspace.fs.stat(named);
    // Of a file, the open folder that it lies in.
    if ((type & vscode.FileType.Directory) !== 0) return named;
    return vscode.workspace.getWorkspaceFolder(named)?.uri;
  }
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick())?.uri;
}

async function placeOf(path: string): Promise<{ readonly folder: string; readonly isSetUp: boolean }> {
  const { setupPlace } = await import('../../node/setup/setupPlace');
  const place = setupPlace(path, '.');
  if (place.kind === 'enclosed')
    throw new NothingChangedError(
      vscode.l10n.t('the workspace {0} is around this folder and does not name it in `nested`', place.outer),
    );
  if (place.kind !== 'fresh' && place.kind !== 'there')
    throw new NothingChangedError(vscode.l10n.t('there is no such folder'));
  return { folder: place.root, isSetUp: place.kind === 'there' };
}

async function tellThere(folder: string, facts: SetupFacts): Promise<SetupResult> {
  const { readMissing } = await import('../../node/setup/readMissing');
  const missing = (await readMissing(folder, facts)).map((part) => part[language]);
  const message =
    missing.length > 0
      ? vscode.l10n.t('This folder is set up already. Still missing: {0}.', missing.join('; '))
      : vscode.l10n.t('This folder is set up already.');
  const config = vscode.Uri.joinPath(vscode.Uri.file(folder), '.changebook/config.yaml');
  await vscode.commands.executeCommand('vscode.open', config);
  vscode.window.setStatusBarMessage(`$(info) ${message}`, 6000);
  return { outcome: 'unchanged', message };
}
