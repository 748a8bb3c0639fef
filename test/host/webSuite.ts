import { findingsOf, loadWorkspace } from '../../src/node/checkWorkspace';
import { obtainHost } from './obtain';
import { progress } from './progress';
import { consoleOfSuite } from './serverSuite';
import { parseSuiteOutput, type SuiteResult } from './suiteOutput';
import { bundleWebFiles, textsIn } from './webFiles';
import { serveWeb } from './webServer';

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
  const filesExtension = await bundleWebFiles('suite');
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
    return { ...parseSuiteOutput(output, output), output: suiteLines(output) };
  } finally {
    await served.stop();
  }
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
