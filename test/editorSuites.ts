import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleSuite } from './host/bundleSuite';
import { copyExample } from './host/exampleCopy';
import { runSuite } from './host/runSuite';
import { runWebSuite } from './host/webSuite';

const project = path.resolve(__dirname, '..');

/** Runs the Mocha suite in real editors, on a copy of its workspace: floor and newest, trusted and restricted. */
export async function runEditorSuites(
  extensionPath = project,
  wanted = '',
): Promise<{ passed: number; failed: number }> {
  const chosen = runs.filter(({ name }) => name.includes(wanted));
  const suite = await bundleSuite();
  const result = { passed: 0, failed: 0 };
  for (const { name, version, trust } of chosen) {
    const folder = await mkdtemp(path.join(tmpdir(), 'changebook-editor-'));
    const workspace = path.join(folder, 'workspace');
    if (name === 'release') await copyExample(path.join(project, 'examples'), workspace, Date.now());
    else await cp(path.join(project, 'test/vscode/workspace'), workspace, { recursive: true });
    await mkdir(path.join(project, '.vscode-test'), { recursive: true });
    const activation = path.join(project, '.vscode-test/activation.json');
    try {
      const run = await runSuite({
        timeout: 300_000,
        version,
        workspace,
        extensionPath,
        suite,
        trust,
        options: { activation, report: path.join(project, '.vscode-test') },
      });
      process.stdout.write(`${run.output}\n`);
      result.passed += run.passed;
      result.failed += run.failed;
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  if ('web'.includes(wanted)) {
    const run = await runInBrowser(extensionPath);
    result.passed += run.passed;
    result.failed += run.failed;
  }
  return result;
}

/** The example workspace, with its dates around today, where nothing is on a disk. */
async function runInBrowser(extensionPath: string): Promise<{ passed: number; failed: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'changebook-editor-'));
  try {
    const workspace = path.join(folder, 'workspace');
    await copyExample(path.join(project, 'examples'), workspace, Date.now());
    const run = await runWebSuite({ timeout: 60_000, workspace, extensionPath });
    process.stdout.write(`${run.output}\n`);
    return run;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const runs = [
  { name: 'floor', version: 'floor', trust: false },
  { name: 'newest', version: 'newest', trust: false },
  { name: 'restricted', version: 'floor', trust: true },
  // The example workspace, for a whole release in it.
  { name: 'release', version: 'newest', trust: false },
] as const;

if (require.main === module) {
  // One of the runs by name, where only that is wanted.
  runEditorSuites(project, process.argv[2]).then(({ passed, failed }) => {
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  });
}
