import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleSuite } from './host/bundleSuite';
import { copyExample } from './host/exampleCopy';
import type { HostRelease } from './host/obtain';
import { runSuite } from './host/runSuite';
import { runWebSuite } from './host/webSuite';

const project = path.resolve(__dirname, '..');

/** Runs the Mocha suite in real editors, on a copy of its workspace: floor and newest, trusted and restricted. */
export async function runEditorSuites(
  extensionPath = project,
  wanted = '',
): Promise<{ passed: number; failed: number }> {
  const chosen: readonly Run[] = runs.filter(({ name }) => name.includes(wanted));
  const suite = await bundleSuite();
  await mkdir(path.join(project, '.vscode-test'), { recursive: true });
  const waiting = [...chosen];
  const tallies = await Promise.all(
    Array.from({ length: lanes }, async () => {
      const own = { passed: 0, failed: 0 };
      for (let run = waiting.shift(); run; run = waiting.shift()) {
        const short = run.name === 'floor' && wanted === '';
        const { passed, failed } = await runOne(run, { extensionPath, suite, short });
        own.passed += passed;
        own.failed += failed;
      }
      return own;
    }),
  );
  const sum = (part: 'passed' | 'failed'): number => tallies.reduce((all, own) => all + own[part], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}

interface Run {
  readonly name: string;
  readonly version: HostRelease | 'browser';
  readonly trust: boolean;
}

/** What a run runs. */
interface SuiteToRun {
  readonly extensionPath: string;
  readonly suite: Awaited<ReturnType<typeof bundleSuite>>;
  /** Only the part that an older editor could do otherwise. */
  readonly short: boolean;
}

/** An editor waits for timers and git more than it works, so that two fit at once. */
const lanes = 2;

async function runOne(
  { name, version, trust }: Run,
  { extensionPath, suite, short }: SuiteToRun,
): Promise<{ passed: number; failed: number }> {
  if (version === 'browser') return runInBrowser(extensionPath);
  const folder = await mkdtemp(path.join(tmpdir(), 'changebook-editor-'));
  const workspace = path.join(folder, 'workspace');
  if (name === 'release') await copyExample(path.join(project, 'examples'), workspace, Date.now());
  else await cp(path.join(project, 'test/vscode/workspace'), workspace, { recursive: true });
  const activation = path.join(project, `.vscode-test/activation-${name}.json`);
  try {
    const run = await runSuite({
      timeout: 540_000,
      version,
      workspace,
      extensionPath,
      suite,
      trust,
      options: { activation, short, report: path.join(project, '.vscode-test') },
    });
    process.stdout.write(`${run.output}\n`);
    return run;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The example workspace, with its dates around today, where nothing is on a disk. */
async function runInBrowser(extensionPath: string): Promise<{ passed: number; failed: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'changebook-editor-'));
  try {
    const workspace = path.join(folder, 'workspace');
    await copyExample(path.join(project, 'examples'), workspace, Date.now());
    const run = await runWebSuite({ timeout: 240_000, workspace, extensionPath });
    process.stdout.write(`${run.output}\n`);
    return run;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const runs: readonly Run[] = [
  { name: 'floor', version: 'floor', trust: false },
  { name: 'newest', version: 'newest', trust: false },
  { name: 'restricted', version: 'floor', trust: true },
  // The example workspace, for a whole release in it.
  { name: 'release', version: 'newest', trust: false },
  { name: 'web', version: 'browser', trust: false },
];

if (require.main === module) {
  // One of the runs by name, where only that is wanted.
  runEditorSuites(project, process.argv[2]).then(({ passed, failed }) => {
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  });
}
