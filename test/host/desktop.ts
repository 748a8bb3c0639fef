import { realpathSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { findOnPath, isExecutable } from './childProcess';
import type { DesktopHost, HostRelease } from './obtain';
import { cacheRoot } from './paths';
import { messageOf, progress } from './progress';
import { releases } from './releases';

/** Whether windows can be shown at all. */
export function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** `code` on PATH, if the machine can also show its window. */
export function findDesktopCli(): string | undefined {
  return hasDisplay() ? findOnPath(['code']) : undefined;
}

/** A desktop VS Code, or one sentence that says why there is none. */
export async function obtainDesktop(release: HostRelease): Promise<DesktopHost | string> {
  if (!hasDisplay()) {
    return 'There is no display for a desktop VS Code: set DISPLAY, or use the server instead.';
  }
  const cli = findDesktopCli();
  try {
    return { kind: 'desktop', executable: await download(release), ...(cli === undefined ? {} : { cli }) };
  } catch (error) {
    const executable = cli === undefined ? undefined : executableBesideCli(cli);
    if (cli !== undefined && executable !== undefined) return { kind: 'desktop', executable, cli };
    const reason = messageOf(error);
    return `No desktop VS Code: \`code\` is not on the PATH and the download failed (${reason}); install VS Code.`;
  }
}

function download(release: HostRelease): Promise<string> {
  const version = release === 'newest' ? 'stable' : releases[release].vscode;
  progress(`Looking for desktop VS Code ${version}; the first time it is downloaded (about a minute) …`);
  return downloadAndUnzipVSCode({ version, cachePath: cacheRoot });
}

/** `code` is a script; the application lies at a place relative to it that differs by platform. */
function executableBesideCli(cli: string): string | undefined {
  const bin = path.dirname(realpathSync(cli));
  const candidates = [
    path.join(bin, '..', 'code'),
    path.join(bin, '..', 'Code.exe'),
    path.join(bin, '..', '..', '..', 'MacOS', 'Electron'),
    path.join(bin, '..', '..', '..', 'MacOS', 'Code'),
  ];
  return candidates.find(isExecutable);
}
