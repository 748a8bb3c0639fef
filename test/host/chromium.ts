import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findOnPath, isExecutable, runCommand } from './childProcess';
import { progress } from './progress';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * Path of a Chromium or Chrome: CHANGEBOOK_CHROMIUM, the PATH, the usual places, then an install by apt-get (Debian,
 * root) or by Playwright. Throws an Error of one sentence when there is none.
 */
export async function findChromium(): Promise<string> {
  const wanted = process.env.CHANGEBOOK_CHROMIUM;
  if (wanted !== undefined && wanted !== '') {
    if (isExecutable(wanted)) return wanted;
    throw new Error(
      `CHANGEBOOK_CHROMIUM points to ${wanted}, which is not an executable file: correct or unset it.`,
    );
  }
  const found = installedChromium() ?? (await installWithApt()) ?? (await installWithPlaywright());
  if (found !== undefined) return found;
  throw new Error('No Chromium or Chrome was found: install one, or set CHANGEBOOK_CHROMIUM to its path.');
}

function installedChromium(): string | undefined {
  const own = chromium.executablePath();
  return findOnPath(names) ?? usualPlaces().find(isExecutable) ?? (existsSync(own) ? own : undefined);
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  }
  const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA];
  return roots
    .filter((root) => root !== undefined)
    .flatMap((root) => [
      path.join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      path.join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
}

/** Ubuntu's package of this name only points to a snap, which does not run as root in a container. */
async function installWithApt(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  if (!existsSync('/etc/debian_version') || findOnPath(['apt-get']) === undefined) return undefined;
  progress('Installing Chromium with apt-get (about 20 s) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-qq'], { env });
  // Without fonts the workbench's text is drawn as empty boxes.
  const packages = ['chromium', 'fonts-dejavu-core', 'fonts-liberation'];
  // Another install may be going on; apt-get waits for it instead of giving up.
  const flags = ['-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];
  await runCommand('apt-get', ['install', ...flags, ...packages], { env });
  return findOnPath(names);
}

async function installWithPlaywright(): Promise<string | undefined> {
  progress('Installing Chromium with Playwright (about a minute) …');
  const manifest = createRequire(__filename).resolve('playwright-core/package.json');
  const cli = path.join(path.dirname(manifest), 'cli.js');
  const { code } = await runCommand(process.execPath, [cli, 'install', 'chromium']);
  const own = chromium.executablePath();
  return code === 0 && existsSync(own) ? own : undefined;
}
