import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runSuiteOnDesktop } from './desktopSuite';
import { obtainHost } from './obtain';
import { temporaryFolder } from './paths';
import { progress } from './progress';
import { runSuiteOnServer } from './serverSuite';
import { parseSuiteOutput, type SuiteResult } from './suiteOutput';
import { type UserSettings, writeUserSettings } from './userSettings';

export interface RunSuiteOptions {
  /** `floor` and `newest` run in the server; `desktop` runs in a desktop VS Code and throws where there is none. */
  readonly version: 'floor' | 'newest' | 'desktop';
  /** Absolute path of the folder to open. */
  readonly workspace: string;
  /** Absolute path of the extension's folder, with package.json in it. */
  readonly extensionPath: string;
  /** Absolute path of a CommonJS file that exports `run(): Promise<void>`, as `bundleSuite` makes it. */
  readonly suite: string;
  /** Ask for workspace trust, which opens the workspace in restricted mode. Only the server can do that. */
  readonly trust?: boolean;
  /** Environment of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** Merged into the JSON file that CHANGEBOOK_TEST_OPTIONS names. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** User settings, on top of the quiet ones. */
  readonly settings?: UserSettings;
  /** Language of the browser; English when it is left out. */
  readonly locale?: string;
  /** In milliseconds; 180 s when it is left out. */
  readonly timeout?: number;
}

/** Everything that a run in one of the hosts needs; its folders are new and removed afterwards. */
export interface SuiteRun extends RunSuiteOptions {
  readonly folder: string;
  readonly home: string;
  readonly userDataDir: string;
  readonly extensionsDir: string;
  readonly suiteEnv: Readonly<Record<string, string>>;
  readonly timeout: number;
  /** Resolves to what the suite has written to its output file until now. */
  readonly written: () => Promise<string>;
}

/**
 * Runs a Mocha suite in a real VS Code. A failing test is a result; an Error means that the run itself did not work:
 * no VS Code, a timeout, or a suite that ended without a result line.
 */
export async function runSuite(options: RunSuiteOptions): Promise<SuiteResult> {
  const run = await prepare(options);
  try {
    const onServer = options.version !== 'desktop';
    const console = onServer ? await serverRun(run) : await desktopRun(run);
    const written = await run.written();
    return parseSuiteOutput(written === '' ? console : written, console);
  } finally {
    await rm(run.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function serverRun(run: SuiteRun): Promise<string> {
  const release = run.version === 'newest' ? 'newest' : 'floor';
  const host = await obtainHost({ kind: 'server', release });
  progress(`Running ${path.basename(run.suite)} in VS Code ${host.version} (about 15 s) …`);
  return runSuiteOnServer(host, run);
}

async function desktopRun(run: SuiteRun): Promise<string> {
  const host = await obtainHost({ kind: 'desktop', release: 'newest' });
  progress(`Running ${path.basename(run.suite)} in desktop VS Code (about 15 s) …`);
  return runSuiteOnDesktop(host, run);
}

async function prepare(options: RunSuiteOptions): Promise<SuiteRun> {
  const folder = await temporaryFolder('suite');
  const userDataDir = path.join(folder, 'user-data');
  const home = path.join(folder, 'home');
  const extensionsDir = path.join(folder, 'extensions');
  const outputFile = path.join(folder, 'output.txt');
  const optionsFile = path.join(folder, 'options.json');
  await Promise.all([home, extensionsDir].map((each) => mkdir(each, { recursive: true })));
  await writeUserSettings(userDataDir, options.settings);
  await appendFile(outputFile, '');
  await writeFile(optionsFile, JSON.stringify({ ...options.options, outputFile }));
  return {
    ...options,
    ...{ folder, home, userDataDir, extensionsDir },
    suiteEnv: { ...options.env, CHANGEBOOK_TEST_OPTIONS: optionsFile },
    timeout: options.timeout ?? 180_000,
    written: () => readFile(outputFile, 'utf8'),
  };
}
