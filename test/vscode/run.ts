import { appendFileSync, readFileSync } from 'node:fs';
import Mocha from 'mocha';
import { lineReporter } from './report';

/** Written by test/host/runSuite.ts; CHANGEBOOK_TEST_OPTIONS holds its path. */
interface SuiteOptions {
  /** Every line is also appended here, because a desktop's console cannot be read from outside. */
  readonly outputFile?: string;
}

/** Runs the suite inside the extension host; both hosts call it. Rejects when a test failed. */
export async function run(): Promise<void> {
  const print = linePrinter();
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 150_000,
    reporter: lineReporter(Mocha.reporters.Base, print),
  });
  // Mocha puts `describe` and `it` on the global object here; tests may only be loaded after that.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./suite');
  const { passed, failed } = await runMocha(mocha);
  print(`CHANGEBOOK-RESULT ${JSON.stringify({ passed, failed })}`);
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed.`);
}

function runMocha(mocha: Mocha): Promise<{ passed: number; failed: number }> {
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures });
    });
  });
}

function linePrinter(): (line: string) => void {
  const { outputFile } = suiteOptions();
  return (line) => {
    console.log(line);
    if (outputFile !== undefined) appendFileSync(outputFile, `${line}\n`);
  };
}

function suiteOptions(): SuiteOptions {
  const file = process.env.CHANGEBOOK_TEST_OPTIONS;
  return file === undefined ? {} : (JSON.parse(readFileSync(file, 'utf8')) as SuiteOptions);
}
