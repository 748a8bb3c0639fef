import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium';
import type { ServedWorkbench } from './serve';
import { patience } from './waitFor';

/** The size of every picture. */
export const windowSize = { width: 1440, height: 900 } as const;

/** Chromium as root in a container, silent on the network. `--disable-quic` matters where a proxy is set. */
const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No page lives long enough to win back what compiling for speed takes: a seventh of what the workbench works.
  '--js-flags=--no-opt',
];

export interface OpenOptions {
  readonly served: ServedWorkbench;
  /** The workbench's own page knows what to open: the address is the server's alone. */
  readonly plain?: boolean;
  /** A small window, for suites that look at nothing: most of the work is drawing. */
  readonly small?: boolean;
  /** Absolute path of the folder to open, or of a `.code-workspace` file; leave out for an empty window. */
  readonly folder?: string;
  /** Absolute path of an extension to load from its sources; the server needs `smokeDriver`. */
  readonly extensionPath?: string;
  /** Absolute path of the module that exports `run()`; the server needs `smokeDriver`. */
  readonly suite?: string;
  /** Absolute path of a file to open at once; the server needs `smokeDriver`. */
  readonly openFile?: string;
  /** Display language that extensions see, for example `es`; English when it is left out. */
  readonly locale?: string;
  /** Called for each console message of a test run: its type and its arguments. */
  readonly onLog?: (type: string, args: readonly unknown[]) => void;
  /** Called with the exit code when a test run is over. */
  readonly onExit?: (code: number) => void;
}

export interface OpenedWorkbench {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console messages of the page itself, oldest first. */
  readonly consoleLines: readonly string[];
  close(): Promise<void>;
}

/** Opens the workbench of a server in a Chromium without a window. */
export async function openWorkbench(options: OpenOptions): Promise<OpenedWorkbench> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({
      viewport: options.small ? { width: 500, height: 400 } : windowSize,
      locale: options.locale ?? 'en',
    });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: options.served.url });
    if (options.locale !== undefined) await setDisplayLanguage(context, options.locale);
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    const consoleLines: string[] = [];
    page.on('console', (message) => consoleLines.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => consoleLines.push(`error: ${error.stack ?? error.message}`));
    await exposeAutomation(page, options);
    await page.goto(options.plain ? options.served.url : workbenchAddress(options));
    return { page, context, consoleLines, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
}

/**
 * The workbench itself stays English, since no language pack can be had, but it tells the extension host and the
 * manifests' translations this language, so that everything that an extension says is in it.
 */
async function setDisplayLanguage(context: BrowserContext, locale: string): Promise<void> {
  await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(locale)};`);
}

/** The workbench looks for these two functions on its window when it starts, so they come before `goto`. */
async function exposeAutomation(page: Page, options: OpenOptions): Promise<void> {
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown) => {
    options.onLog?.(type, Array.isArray(args) ? args : [args]);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => options.onExit?.(code));
}

/** The address of a folder in the workbench; the payload is what a desktop takes as command-line options. */
export function workbenchAddress(options: Omit<OpenOptions, 'onLog' | 'onExit' | 'locale'>): string {
  const { served, folder, extensionPath, suite, openFile } = options;
  const remote = (file: string): string =>
    `vscode-remote://${new URL(served.url).host}${pathToFileURL(file).pathname}`;
  const payload: [string, string][] = [];
  if (extensionPath !== undefined) payload.push(['extensionDevelopmentPath', remote(extensionPath)]);
  if (suite !== undefined) payload.push(['extensionTestsPath', remote(suite)]);
  if (openFile !== undefined) payload.push(['openFile', remote(openFile)]);
  const address = new URL(served.url);
  if (folder === undefined) address.searchParams.set('ew', 'true');
  else {
    const kind = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
    address.searchParams.set(kind, decodeURIComponent(pathToFileURL(folder).pathname));
  }
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
