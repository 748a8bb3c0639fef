import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { globTest } from '../core/config/globs';
import { project } from './readProjectFile';

// `npm run package` packs what was built into a VSIX: `[--quick] [file]`.

/** How large a package may be, in bytes: everybody who installs it waits for it. A sixth of it are the pictures of the tour. */
const mostBytes = 3_145_728;

/**
 * Copies into a folder what may belong to the extension, which `.vscodeignore` there then decides on. Where the tests'
 * editors lie beside it, vsce looks at every file of theirs, which takes half a minute.
 */
export function stageExtension(folder: string): void {
  const kept = readFileSync(join(project, '.vscodeignore'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1).split('/')[0] ?? '');
  const fits = globTest([...kept, '.vscodeignore']);
  for (const name of readdirSync(project))
    if (fits(name)) cpSync(join(project, name), join(folder, name), { recursive: true });
  // What is built is not built again, and nobody who installs it has a use for the rest.
  const { scripts, devDependencies, ...manifest } = JSON.parse(
    readFileSync(join(project, 'package.json'), 'utf8'),
  );
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/**
 * Packs the extension as it was built last.
 *
 * @param vsix where to write it
 * @param quick leaves out the search for secrets, for a package that goes nowhere
 */
export async function packExtension(vsix: string, quick = false): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'changebook-package-'));
  try {
    stageExtension(folder);
    mkdirSync(dirname(vsix), { recursive: true });
    const { repository } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    await createVSIX({
      cwd: folder,
      packagePath: vsix,
      dependencies: false,
      allowMissingRepository: true,
      // On the Marketplace the README's links and pictures lead to the repository, once the manifest names one.
      rewriteRelativeLinks: repository !== undefined,
      allowPackageAllSecrets: quick,
    });
    const { size } = statSync(vsix);
    if (size > mostBytes) throw new Error(`The package has ${size} bytes; at most ${mostBytes} are allowed.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (require.main === module) {
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const [file = `changebook-${version}.vsix`] = process.argv.slice(2).filter((arg) => arg !== '--quick');
  packExtension(resolve(project, file), process.argv.includes('--quick')).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
