import 'mocha/mocha.js';
import { lineReporter } from '../vscode/report';

/** Runs the suite inside the browser's extension host, where there is no Node. Rejects when a test failed. */
export async function run(): Promise<void> {
  const print = (line: string): void => console.log(line);
  mocha.setup({ ui: 'bdd', timeout: 60_000, reporter: lineReporter(Mocha.reporters.Base, print) });
  // Tests may only be loaded once Mocha's functions are in place.
  require('./web.test');
  const { passed, failed } = await new Promise<{ passed: number; failed: number }>((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures });
    });
  });
  print(`CHANGEBOOK-RESULT ${JSON.stringify({ passed, failed })}`);
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed.`);
}
