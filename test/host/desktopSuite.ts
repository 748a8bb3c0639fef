import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runTests } from '@vscode/test-electron';
import type { DesktopHost } from './obtain';
import { messageOf } from './progress';
import type { SuiteRun } from './runSuite';
import { lastLines } from './suiteOutput';

/**
 * Runs a suite in a desktop VS Code. What it prints goes to this process's standard output and cannot be collected,
 * so the result comes from the suite's output file; the string returned only tells how the run ended.
 */
export async function runSuiteOnDesktop(host: DesktopHost, run: SuiteRun): Promise<string> {
  if (run.trust === true) {
    throw new Error(
      'Restricted mode can only be tested in the server: @vscode/test-electron always switches it off.',
    );
  }
  const ended = runTests({
    vscodeExecutablePath: host.executable,
    extensionDevelopmentPath: run.extensionPath,
    extensionTestsPath: run.suite,
    extensionTestsEnv: { ...run.suiteEnv, VSCODE_IPC_HOOK_CLI: undefined, ELECTRON_RUN_AS_NODE: undefined },
    launchArgs: [
      run.workspace,
      `--user-data-dir=${run.userDataDir}`,
      `--extensions-dir=${run.extensionsDir}`,
      '--disable-telemetry',
      ...(run.locale === undefined ? [] : [`--locale=${run.locale}`]),
    ],
  }).then(
    () => 'VS Code ended without an error.',
    // A failed test also makes VS Code end with an error; the output file tells the two apart.
    (error: unknown) => `VS Code ended with an error: ${messageOf(error)}`,
  );
  const outcome = await Promise.race([ended, delay(run.timeout, undefined, { ref: false })]);
  if (outcome !== undefined) return outcome;
  const written = await run.written();
  const name = path.basename(run.suite);
  throw new Error(
    `${name} did not end within ${run.timeout / 1000} s in desktop VS Code; close its window. ${lastLines(written)}`,
  );
}
