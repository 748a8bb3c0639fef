import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';

/**
 * Packs an extension that does one thing: a window that opens without any editor begins with the tour. That is for
 * whoever tries the product by `npm start`; the product itself opens nothing unasked.
 *
 * @param vsix where to write it
 */
export async function packTourOpener(vsix: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'changebook-tour-'));
  try {
    await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
    await writeFile(path.join(folder, 'opener.js'), opener);
    await createVSIX({
      cwd: folder,
      packagePath: vsix,
      dependencies: false,
      allowMissingRepository: true,
      skipLicense: true,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const manifest = {
  name: 'tour-opener',
  displayName: 'Changebook: opens the tour',
  description: 'Opens the tour of Changebook in a window without editors.',
  publisher: 'changebook',
  version: '0.1.0',
  engines: { vscode: '^1.100.0' },
  main: './opener.js',
  activationEvents: ['onStartupFinished'],
};

const opener = `const { commands, window } = require('vscode');
exports.activate = async () => {
  if (window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) return;
  await commands.executeCommand('workbench.action.openWalkthrough', 'changebook.changebook#tour', false);
};
`;
