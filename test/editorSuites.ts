import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleSuite } from './host/bundleSuite';
import { runSuite } from './host/runSuite';

const project = path.resolve(__dirname, '..');

/** Runs the Mocha suite in real editors, on a copy of its workspace: floor and newest, trusted and restricted. */
export async function runEditorSuites(extensionPath = project): Promise<{ passed: number; failed: number }> {
  const suite = await bundleSuite();
  const result = { passed: 0, failed: 0 };
  for (const { version, trust } of runs) {
    const folder = await mkdtemp(path.join(tmpdir(), 'changebook-editor-'));
    const workspace = path.join(folder, 'workspace');
    await cp(path.join(project, 'test/vscode/workspace'), workspace, { recursive: true });
    await mkdir(path.join(project, '.vscode-test'), { recursive: true });
    const activation = path.join(project, '.vscode-test/activation.json');
    try {
      const run = await runSuite({
        version,
        workspace,
        extensionPath,
        suite,
        trust,
        options: { activation },
      });
      process.stdout.write(`${run.output}\n`);
      result.passed += run.passed;
      result.failed += run.failed;
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  return result;
}

const runs = [
  { version: 'floor', trust: false },
  { version: 'newest', trust: false },
  { version: 'floor', trust: true },
] as const;

if (require.main === module) {
  runEditorSuites().then(({ passed, failed }) => {
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  });
}
