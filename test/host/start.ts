import { spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { workbenchAddress } from './browser';
import { findOnPath, runCommand } from './childProcess';
import { findDesktopCli, hasDisplay } from './desktop';
import { type HostRelease, obtainHost } from './obtain';
import { cacheRoot } from './paths';
import { progress } from './progress';
import { installVsix, type ServedWorkbench, serveWorkbench } from './serve';
import { writeUserSettings } from './userSettings';

export interface StartOptions {
  /** Absolute path of the folder to open. */
  readonly workspace: string;
  /** The packaged files, so that people meet what they would install. */
  readonly extensions: readonly string[];
  /** Open the address in the machine's browser, where there is one. */
  readonly open: boolean;
  /** The newest when it is left out. */
  readonly release?: HostRelease;
  readonly port?: number;
  /** Never use a desktop VS Code. */
  readonly serverOnly?: boolean;
}

/** Shows the extension in a real VS Code: in a desktop window where that is possible, else at an address. */
export async function startServed(options: StartOptions): Promise<void> {
  const cli = options.serverOnly === true ? undefined : findDesktopCli();
  if (cli !== undefined) return startDesktop(cli, options);
  const served = await startServer(options);
  const address = workbenchAddress({ served, folder: options.workspace });
  process.stdout.write(`VS Code is ready: ${address}\nPress Ctrl+C to stop it.\n`);
  if (options.open) openInBrowser(address);
  await untilInterrupted();
  await served.stop();
}

async function startDesktop(cli: string, { workspace, extensions }: StartOptions): Promise<void> {
  const folder = path.join(cacheRoot, 'start-desktop');
  const own = [
    `--extensions-dir=${path.join(folder, 'extensions')}`,
    `--user-data-dir=${path.join(folder, 'user')}`,
  ];
  for (const vsix of extensions) {
    const { code, output } = await runCommand(cli, [...own, '--install-extension', vsix, '--force']);
    if (code !== 0) throw new Error(`VS Code could not install ${vsix}: ${output.trim()}`);
  }
  const { code, output } = await runCommand(cli, ['--new-window', ...own, workspace]);
  if (code !== 0) throw new Error(`VS Code did not open ${workspace}: ${output.trim()}`);
  progress('VS Code has opened in a new window.');
}

async function startServer(options: StartOptions): Promise<ServedWorkbench> {
  const host = await obtainHost({ kind: 'server', release: options.release ?? 'newest' });
  const folder = path.join(cacheRoot, 'start');
  const userDataDir = path.join(folder, 'user-data');
  const extensionsDir = path.join(folder, 'extensions');
  // The extension is taken anew each time; what a person has set in this VS Code stays.
  await rm(extensionsDir, { recursive: true, force: true });
  await mkdir(extensionsDir, { recursive: true });
  for (const vsix of options.extensions) await installVsix(host, vsix, extensionsDir);
  await writeUserSettings(userDataDir, {}, 'keep');
  progress(`Starting VS Code ${host.version} (about 3 s) …`);
  const port = options.port === undefined ? {} : { port: options.port };
  // The person's own HOME, because commits need their name from git's settings.
  const home = homedir();
  return serveWorkbench({
    host,
    userDataDir,
    extensionsDir,
    home,
    trust: false,
    smokeDriver: false,
    ...port,
  });
}

/** Without a browser the printed address is all there is, and that is enough. */
function openInBrowser(address: string): void {
  if (!hasDisplay()) return;
  const [command, ...args] =
    process.platform === 'win32' ? ['explorer.exe'] : [process.platform === 'darwin' ? 'open' : 'xdg-open'];
  if (command === undefined || findOnPath([command.replace('.exe', '')]) === undefined) return;
  const child = spawn(command, [...args, address], { detached: true, stdio: 'ignore' });
  child.on('error', () => progress('No browser could be opened: open the address yourself.'));
  child.unref();
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    // A promise alone does not keep Node.js running.
    const alive = setInterval(() => undefined, 60_000);
    const finish = (): void => {
      clearInterval(alive);
      resolve();
    };
    process.once('SIGINT', finish);
    process.once('SIGTERM', finish);
  });
}
