import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { placeExtension } from '../host/extensionSource';
import { obtainHost } from '../host/obtain';

const project = path.resolve(__dirname, '../..');
const vsix = path.join(project, 'out/changebook.vsix');

/** Packs the extension and installs it as a user would. */
export async function installed(folder: string): Promise<string> {
  await mkdir(path.dirname(vsix), { recursive: true });
  // Searching for secrets takes half a minute; `npm run package` does it, and this package goes nowhere.
  const build = [
    'node_modules/@vscode/vsce/vsce',
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--allow-package-all-secrets',
  ];
  const packed = spawnSync(process.execPath, [...build, '--no-rewrite-relative-links', '--out', vsix], {
    cwd: project,
    encoding: 'utf8',
  });
  assert.equal(packed.status, 0, packed.stderr);
  await placeExtension(await obtainHost({ kind: 'server', release: 'newest' }), { vsix }, folder);
  const [extension] = (await readdir(folder)).filter((name) => name.startsWith('changebook.'));
  assert.ok(extension, 'the extension is installed');
  return path.join(folder, extension);
}
