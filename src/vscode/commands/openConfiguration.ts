import * as vscode from 'vscode';
import { configFolder, configTypeOf } from '../../core/config/configFiles';
import { commandIds } from '../commandIds';
import { pickFrom } from '../input/pickOne';
import type { RunCommand } from './runCommand';

/** `Changebook: Open Configuration…`: the only file of it, else the one that the user picks. */
export const openConfiguration: RunCommand = async ({ sessions }) => {
  const all = sessions.all();
  await Promise.all(all.map((session) => session.loaded()));
  const items = all.flatMap((session) =>
    session.backend.configTexts().map(({ file }) => ({
      label: file.startsWith(`${configFolder}/`) ? file.slice(configFolder.length + 1) : file,
      description: all.length > 1 ? session.backend.name : '',
      isMain: configTypeOf(file) === 'config',
      uri: session.uriOf(file),
    })),
  );
  items.sort((a, b) => Number(b.isMain) - Number(a.isMain) || (a.label < b.label ? -1 : 1));
  if (items.length === 0) return offerSetUp();
  const placeHolder = vscode.l10n.t('Which file of the configuration?');
  const picked = items.length > 1 ? await pickFrom(items, { placeHolder }) : items[0];
  return picked && vscode.window.showTextDocument(picked.uri).then(({ document }) => document.uri);
};

async function offerSetUp(): Promise<void> {
  const setUp = vscode.l10n.t('Set up this folder');
  const none = vscode.l10n.t('There is no configuration in this folder yet.');
  if ((await vscode.window.showInformationMessage(none, setUp)) === setUp)
    await vscode.commands.executeCommand(commandIds.setUpFolder);
}
