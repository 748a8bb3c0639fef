import type Mocha from 'mocha';

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
