import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Measures the activation of an extension from outside: a folder with everything of the extension's own, whose program
 * calls that of the extension and adds `activationMs` to what it gives.
 *
 * @param folder is made anew
 * @returns the folder, to be used as the extension
 */
export async function measuredExtension(extensionPath: string, folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(extensionPath))
    if (name !== 'package.json' && name !== 'dist' && name !== 'node_modules' && !name.startsWith('.'))
      await symlink(path.join(extensionPath, name), path.join(folder, name), 'junction');
  // VS Code tells by the real path of a program which extension asks it, so that a link would be nobody's.
  await cp(path.join(extensionPath, 'dist'), path.join(folder, 'dist'), { recursive: true });
  const manifest: unknown = JSON.parse(await readFile(path.join(extensionPath, 'package.json'), 'utf8'));
  const measured = { ...Object(manifest), main: './measured.js' };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(measured));
  await writeFile(path.join(folder, 'measured.js'), measuring);
  return folder;
}

// What other programs take of the processor meanwhile is no work of the extension, nor is that of the process's other
// threads.
const measuring = `const program = require('./dist/extension.js');
exports.activate = (context) => {
  const begin = performance.now();
  const before = process.cpuUsage();
  const api = program.activate(context);
  const { user, system } = process.cpuUsage(before);
  return { ...api, activationMs: Math.min(performance.now() - begin, (user + system) / 1000) };
};
`;
