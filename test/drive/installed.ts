import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { placeExtension } from '../host/extensionSource';
import { obtainHost } from '../host/obtain';

const project = path.resolve(__dirname, '../..');
const vsix = path.join(project, 'out/changebook.vsix');

/** Packs the extension and installs it as a user would. */
export async function installed(folder: string): Promise<string> {
  const pack = ['--import', 'tsx', 'src/generate/packExtension.ts', '--quick', vsix];
  const packed = spawnSync(process.execPath, pack, { cwd: project, encoding: 'utf8' });
  assert.equal(packed.status, 0, packed.stderr);
  await placeExtension(await obtainHost({ kind: 'server', release: 'newest' }), { vsix }, folder);
  const [extension] = (await readdir(folder)).filter((name) => name.startsWith('changebook.'));
  assert.ok(extension, 'the extension is installed');
  return path.join(folder, extension);
}
