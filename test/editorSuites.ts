import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleSuite } from './host/bundleSuite';
import { copyExample } from './host/exampleCopy';
import { measuredExtension } from './host/measuredExtension';
import type { HostRelease } from './host/obtain';
import { runSuite } from './host/runSuite';
import type { SuiteResult } from './host/suiteOutput';
import { runWebSuite } from './host/webSuite';
import { secondTry } from './secondTries';

const project = path.resolve(__dirname, '..');

/** Runs the Mocha suite in real editors, on a copy of its workspace: floor and newest, trusted and restricted. */
export async function runEditorSuites(
  extensionPath = project,
  wanted = '',
  only?: readonly string[],
): Promise<{ passed: number; failed: number }> {
  const chosen: readonly Run[] = runs.filter(({ name }) => name.includes(wanted));
  const suite = await bundleSuite();
  // A folder of this run's own: work trees may share their editors.
  const around = await mkdtemp(path.join(tmpdir(), 'changebook-measured-'));
  const measured = await measuredExtension(extensionPath, path.join(around, 'extension'));
  const waiting = [...chosen];
  const tallies = await Promise.all(
    Array.from({ length: lanes }, async () => {
      const own = { passed: 0, failed: 0 };
      for (let run = waiting.shift(); run; run = waiting.shift()) {
        const short = run.name === 'floor' && wanted === '';
        const { passed, failed } = await runTwice(run, {
          extensionPath: run.version === 'browser' ? extensionPath : measured,
          suite,
          short,
          ...(only && { only }),
        });
        own.passed += passed;
        own.failed += failed;
      }
      return own;
    }),
  );
  await rm(around, { recursive: true, force: true, maxRetries: 5 });
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
  /** Titles of the outermost suites that are run; all of them without it. */
  readonly only?: readonly string[];
}

/** An editor waits for timers and git more than it works, so that two fit at once. */
const lanes = 2;

/**
 * A workbench that is still drawing itself may lose a command, so that suites with a failed test are run once more, in
 * an editor and a workspace of their own, before the test has failed. Both tries are printed.
 */
async function runTwice(run: Run, what: SuiteToRun): Promise<{ passed: number; failed: number }> {
  const first = await runOne(run, what).catch((error: unknown) => String(error));
  if (typeof first !== 'string') process.stdout.write(`${first.output}\n`);
  if (typeof first !== 'string' && first.failed === 0) return first;
  const why = typeof first === 'string' ? `\n${first}` : first.failedSuites.join(', ');
  process.stdout.write(`${secondTry(`${run.name}: ${why}`)}\n`);
  const only = typeof first === 'string' ? undefined : first.failedSuites;
  const second = await runOne(run, { ...what, ...(only && { only }) });
  process.stdout.write(`${second.output}\n`);
  if (typeof first === 'string') return second;
  return { passed: first.passed + Math.max(0, first.failed - second.failed), failed: second.failed };
}

async function runOne(
  { name, version, trust }: Run,
  { extensionPath, suite, short, only }: SuiteToRun,
): Promise<SuiteResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'changebook-editor-'));
  const workspace = path.join(folder, 'workspace');
  if (name === 'release' || name === 'web') {
    // The example workspace, with its dates around today.
    await copyExample(path.join(project, 'examples'), workspace, Date.now());
    // A day before public holidays that nothing else asks about.
    if (name === 'web') await writeFile(path.join(workspace, 'changes/CHG-2031-0001.md'), christmasEve);
  } else await cp(path.join(project, 'test/vscode/workspace'), workspace, { recursive: true });
  const activation = path.join(project, `.vscode-test/activation-${name}.json`);
  try {
    if (version === 'browser') return await runWebSuite({ timeout: 240_000, workspace, extensionPath });
    return await runSuite({
      timeout: 540_000,
      version,
      workspace,
      extensionPath,
      suite,
      trust,
      options: { activation, short, only, report: path.join(project, '.vscode-test') },
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const christmasEve = `---
id: CHG-2031-0001
type: change
status: to_do
customer: ribera
environments: [PRO]
schedule: { start: 2031-12-24 22:00, duration: 1h }
---
# On the evening before Christmas
`;

/** The longest first, so that two lanes end together. */
const runs: readonly Run[] = [
  { name: 'newest', version: 'newest', trust: false },
  // The example workspace, for a whole release in it.
  { name: 'release', version: 'newest', trust: false },
  { name: 'floor', version: 'floor', trust: false },
  { name: 'web', version: 'browser', trust: false },
  { name: 'restricted', version: 'floor', trust: true },
];

if (require.main === module) {
  // One of the runs by name, and suites of it by their titles, where only those are wanted.
  const [wanted, ...only] = process.argv.slice(2);
  runEditorSuites(project, wanted, only.length > 0 ? only : undefined).then(({ passed, failed }) => {
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  });
}
