import type Mocha from 'mocha';

/** How many tests of a run passed and failed, and the outermost suites of those that failed. */
export interface SuiteCounts {
  readonly passed: number;
  readonly failed: number;
  readonly failedSuites: readonly string[];
}

/** Runs what is loaded, prints the line that test/host/suiteOutput.ts reads, and rejects when a test failed. */
export async function runLoaded(
  start: (done: () => void) => Mocha.Runner,
  print: (line: string) => void,
): Promise<void> {
  const counts = await new Promise<SuiteCounts>((resolve) => {
    const failedSuites = new Set<string>();
    const runner = start(() => {
      const { passes = 0, failures = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, failedSuites: [...failedSuites] });
    });
    runner.on('fail', (test) => failedSuites.add(test.titlePath()[0] ?? ''));
  });
  print(`CHANGEBOOK-RESULT ${JSON.stringify(counts)}`);
  const { passed, failed } = counts;
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed.`);
}

/** Prints each suite and test as it ends: Mocha's own reporters write to where nobody looks. */
export function lineReporter(
  Base: typeof Mocha.reporters.Base,
  print: (line: string) => void,
): Mocha.ReporterConstructor {
  return class extends Base {
    constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
      super(runner, options);
      report(runner, print);
    }
  };
}

function report(runner: Mocha.Runner, print: (line: string) => void): void {
  let depth = 0;
  const indent = (): string => '  '.repeat(depth);
  runner.on('suite', (suite) => {
    if (suite.root) return;
    depth += 1;
    print(`${indent()}${suite.title}`);
  });
  runner.on('suite end', (suite) => {
    if (!suite.root) depth -= 1;
  });
  runner.on('pass', (test) => print(`${indent()}  ✓ ${test.title} (${test.duration ?? 0} ms)`));
  runner.on('pending', (test) => print(`${indent()}  - ${test.title}`));
  runner.on('fail', (test, error: Error) => {
    print(`${indent()}  ✗ ${test.fullTitle()}`);
    print(error.stack ?? error.message);
  });
}
