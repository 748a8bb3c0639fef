import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { findingsOf, loadWorkspace } from '../../src/node/checkWorkspace';
import { obtainHost } from './obtain';
import { projectRoot } from './paths';
import { progress } from './progress';
import { consoleOfSuite } from './serverSuite';
import { parseSuiteOutput, type SuiteResult } from './suiteOutput';
import { serveWeb } from './webServer';

/** Where the extension that has the files, and the suite in it, are put together. */
const filesExtension = path.join(projectRoot, 'out', 'test', 'web');

export interface WebSuiteOptions {
  /** Absolute path of the extension's folder, with package.json in it. */
  readonly extensionPath: string;
  /** Absolute path of the folder whose files the window opens; they are only read. */
  readonly workspace: string;
  /** In milliseconds. */
  readonly timeout: number;
}

/** Runs test/web/run.ts in the browser's own extension host, in a real workbench. */
export async function runWebSuite({
  extensionPath,
  workspace,
  timeout,
}: WebSuiteOptions): Promise<SuiteResult> {
  await bundleWebSuite();
  const host = await obtainHost({ kind: 'server', release: 'newest' });
  progress(`Running test/web in the browser's extension host of VS Code ${host.version} (about 15 s) …`);
  const served = await serveWeb({
    host,
    extensions: [extensionPath, filesExtension],
    suite: '/extension1/run.js',
    files: {
      ...(await textsIn(workspace)),
      'findings.json': JSON.stringify(await findingsOnDisk(workspace)),
    },
  });
  try {
    const run = { timeout, version: 'newest', written: async () => '' } as const;
    const output = await consoleOfSuite({ served, plain: true }, run);
    const { passed, failed } = parseSuiteOutput(output, output);
    return { passed, failed, output: suiteLines(output) };
  } finally {
    await served.stop();
  }
}

/** Bundles the extension that has the files, and the suite, for where there is no Node. */
export async function bundleWebSuite(): Promise<string> {
  const sources = path.join(projectRoot, 'test', 'web');
  await rm(filesExtension, { recursive: true, force: true });
  await mkdir(filesExtension, { recursive: true });
  await copyFile(path.join(sources, 'memoryFiles.json'), path.join(filesExtension, 'package.json'));
  await build({
    entryPoints: { extension: path.join(sources, 'memoryFiles.ts'), run: path.join(sources, 'run.ts') },
    outdir: filesExtension,
    bundle: true,
    platform: 'browser',
    target: 'chrome120',
    format: 'cjs',
    external: ['vscode'],
    alias: { 'node:assert': path.join(sources, 'plainAssert.ts') },
    plugins: [globalMocha],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return filesExtension;
}

/** Mocha's file for the browser would take the bundle's own exports for its own. */
const globalMocha: Plugin = {
  name: 'global-mocha',
  setup(bundle) {
    bundle.onLoad({ filter: /mocha[\\/]mocha\.js$/ }, async ({ path: file }) => ({
      contents: `(function (exports, module, define) {${await readFile(file, 'utf8')}}).call(globalThis);`,
    }));
  },
};

/** Every text of a folder by its path; git's own folder is on no such file system. */
export async function textsIn(folder: string): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const inside = path.relative(folder, file).split(path.sep).join('/');
    if (entry.isFile() && !inside.startsWith('.git/')) texts[inside] = await readFile(file, 'utf8');
  }
  return texts;
}

/** What a check on a disk finds, git left aside: `file line:column rule`, in order. */
async function findingsOnDisk(folder: string): Promise<string[]> {
  const workspace = await loadWorkspace(folder, { now: Date.now(), git: false });
  const told = [...workspace.index.all()].flatMap((entry) =>
    findingsOf(workspace, entry).map(
      ({ rule, range: { start } }) => `${entry.file} ${start.line + 1}:${start.column + 1} ${rule}`,
    ),
  );
  return told.sort();
}

/** What the suite itself printed, of everything that the console holds. */
function suiteLines(output: string): string {
  const lines = output.split('\n');
  const start = lines.findIndex((line) => line.startsWith('  In the browser'));
  return lines.slice(Math.max(0, start)).join('\n');
}
