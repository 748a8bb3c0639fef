import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type OpenedWorkbench, type OpenOptions, openWorkbench } from './browser';
import type { ServerHost } from './obtain';
import { screenshotFolder } from './paths';
import { messageOf } from './progress';
import type { SuiteRun } from './runSuite';
import { type ServedWorkbench, serveWorkbench } from './serve';
import { lastLines } from './suiteOutput';

/** Runs a suite in the server's extension host; Chromium only holds the workbench. Returns the console's lines. */
export async function runSuiteOnServer(host: ServerHost, run: SuiteRun): Promise<string> {
  const served = await serveWorkbench({
    host,
    userDataDir: run.userDataDir,
    extensionsDir: run.extensionsDir,
    home: run.home,
    trust: run.trust ?? false,
    smokeDriver: true,
    env: run.suiteEnv,
  });
  try {
    return await runInBrowser(served, run);
  } finally {
    await served.stop();
  }
}

function runInBrowser(served: ServedWorkbench, run: SuiteRun): Promise<string> {
  return consoleOfSuite(
    {
      served,
      folder: run.workspace,
      extensionPath: run.extensionPath,
      suite: run.suite,
      ...(run.locale === undefined ? {} : { locale: run.locale }),
    },
    run,
  );
}

/** Opens a workbench whose suite runs by itself, waits for its end, and gives the console's lines. */
export async function consoleOfSuite(
  options: OpenOptions,
  run: Pick<SuiteRun, 'timeout' | 'version' | 'written'>,
): Promise<string> {
  const lines: string[] = [];
  let finish: () => void = () => {};
  const exited = new Promise<'exited'>((resolve) => {
    finish = () => resolve('exited');
  });
  const workbench = await openWorkbench({
    ...options,
    small: true,
    onLog: (_type, args) => lines.push(args.map(printable).join(' ')),
    onExit: () => finish(),
  });
  try {
    const outcome = await Promise.race([exited, delay(run.timeout, 'late' as const, { ref: false })]);
    if (outcome === 'late') throw new Error(await describeTimeout(workbench, options.served, run, lines));
    return lines.join('\n');
  } finally {
    await workbench.close();
  }
}

function printable(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

async function describeTimeout(
  { page, consoleLines }: OpenedWorkbench,
  served: ServedWorkbench,
  run: Pick<SuiteRun, 'timeout' | 'version' | 'written'>,
  lines: readonly string[],
): Promise<string> {
  const picture = path.join(screenshotFolder, `timeout-${run.version}-${Date.now()}.png`);
  await mkdir(screenshotFolder, { recursive: true });
  const seen = await page.screenshot({ path: picture, timeout: 10_000 }).then(
    () => `See the picture ${picture}.`,
    (error: unknown) => `No picture could be taken (${messageOf(error)}).`,
  );
  const written = (await run.written()) || lines.join('\n');
  return [
    `The suite did not end within ${run.timeout / 1000} s in VS Code (${run.version}). ${seen}`,
    `Last lines of the suite: ${lastLines(written)}`,
    `Last lines of the page: ${lastLines(consoleLines.join('\n'))}`,
    `Last lines of the server: ${lastLines(served.log())}`,
  ].join('\n');
}
