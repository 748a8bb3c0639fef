import { appendFileSync, readFileSync } from 'node:fs';
import Mocha from 'mocha';
import { lineReporter, runLoaded } from './report';

/** Written by test/host/runSuite.ts; CHANGEBOOK_TEST_OPTIONS holds its path. */
interface SuiteOptions {
  /** Every line is also appended here, because a desktop's console cannot be read from outside. */
  readonly outputFile?: string;
  /** Titles of the outermost suites that are run; all of them without it. */
  readonly only?: readonly string[];
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
  const { only } = suiteOptions();
  if (only !== undefined) {
    mocha.suite.suites = mocha.suite.suites.filter(({ title }) => only.includes(title));
  }
  await runLoaded((done) => mocha.run(done), print);
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
