import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type OpenedWorkbench, openWorkbench } from './browser';
import { type ExtensionSource, placeExtension } from './extensionSource';
import { type HostRelease, obtainHost, type ServerHost } from './obtain';
import { temporaryFolder } from './paths';
import { type ServedWorkbench, serveWorkbench } from './serve';
import { type ThemeName, themeSettings, type UserSettings, writeUserSettings } from './userSettings';
import { bundleWebFiles, textsIn } from './webFiles';
import { serveWeb } from './webServer';
import { waitForWorkbench } from './workbench';

export interface SessionOptions {
  readonly release: HostRelease;
  /** Absolute path of the folder to open; leave out for a window without one. */
  readonly workspace?: string;
  readonly extension: ExtensionSource;
  /** Ask for workspace trust, which opens the workspace in restricted mode. */
  readonly trust?: boolean;
  readonly theme?: ThemeName;
  /** User settings, on top of the quiet ones. */
  readonly settings?: UserSettings;
  readonly env?: Readonly<Record<string, string>>;
  /** Display language that extensions see, for example `es`. */
  readonly locale?: string;
  /** In the browser alone: no server has the files, and extensions run where the workbench does. */
  readonly web?: boolean;
}

export interface Session extends OpenedWorkbench {
  readonly served: ServedWorkbench;
}

/**
 * Server, Chromium and an open workbench in one call, for tests that drive it like a person; `close` ends it all.
 * The extension is installed instead of passed in a payload, because with the smoke-test driver the newest VS Code
 * shows no notifications and refuses dialogs.
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const folder = await temporaryFolder('session');
  try {
    const served = await serveSession(options, folder);
    const end = async (): Promise<void> => {
      await served.stop();
      await removeFolder(folder);
    };
    const opened = await openOrEnd(options, served, end);
    return { ...opened, served, close: () => opened.close().finally(end) };
  } catch (error) {
    await removeFolder(folder);
    throw error;
  }
}

async function serveSession(options: SessionOptions, folder: string): Promise<ServedWorkbench> {
  const host = await obtainHost({ kind: 'server', release: options.release });
  if (options.web) return serveInBrowser(host, options);
  const userDataDir = path.join(folder, 'user-data');
  const extensionsDir = path.join(folder, 'extensions');
  await placeExtension(host, options.extension, extensionsDir);
  await writeUserSettings(userDataDir, { ...themeSettings(options.theme ?? 'light'), ...options.settings });
  const { trust = false, env = {} } = options;
  const home = path.join(folder, 'home');
  return serveWorkbench({ host, userDataDir, extensionsDir, home, trust, env, smokeDriver: false });
}

async function serveInBrowser(
  host: ServerHost,
  { extension, workspace, theme = 'light', settings }: SessionOptions,
): Promise<ServedWorkbench> {
  if ('vsix' in extension || workspace === undefined)
    throw new Error('In the browser an extension is a folder, and there is a folder to open.');
  return serveWeb({
    host,
    extensions: [extension.extensionPath, await bundleWebFiles('scenes')],
    files: await textsIn(workspace),
    settings: { ...themeSettings(theme), ...settings },
  });
}

async function openOrEnd(
  { workspace, locale, web = false }: SessionOptions,
  served: ServedWorkbench,
  end: () => Promise<void>,
): Promise<OpenedWorkbench> {
  let opened: OpenedWorkbench | undefined;
  try {
    opened = await openWorkbench({
      served,
      plain: web,
      ...(workspace === undefined ? {} : { folder: workspace }),
      ...(locale === undefined ? {} : { locale }),
    });
    await waitForWorkbench(opened.page);
    return opened;
  } catch (error) {
    await opened?.close();
    await end();
    throw error;
  }
}

function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
