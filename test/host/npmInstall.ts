import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './childProcess';

/**
 * Installs packages from the npm registry into a folder of their own, without running any install script: newer npm
 * refuses to run those. With no packages named, installs what the folder's own manifest lists.
 */
export async function npmInstall(folder: string, packages: readonly string[]): Promise<void> {
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) await writeFile(manifest, '{ "private": true }\n');
  const flags = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await runCommand('npm', ['install', ...flags, ...packages], { cwd: folder });
  if (code === 0) return;
  const what = packages.join(' and ') || 'the packages of the VS Code server';
  const reason = output.trim().split('\n').slice(-3).join(' ');
  throw new Error(
    `Could not fetch ${what} from the npm registry; check the network and try again: ${reason}`,
  );
}
