import Mocha from 'mocha';

/**
 * Mocha's own report, and a line for each test that is tried a second time: one that passes then has lost a race with
 * the machine, and is worth a look all the same.
 */
export default class SecondTries extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('retry', (test, error: Error) => {
      console.log(`${secondTry(test.fullTitle())}\n${error.stack ?? error.message}`);
    });
  }
}

const mark = '  … once more: ';

/** The line that says what is tried a second time; what was wrong follows it. */
export function secondTry(what: string): string {
  return `${mark}${what}`;
}

/**
 * What a part of the tests printed about each test that failed, for good or at first, with the first lines of what was
 * wrong; empty where none did. Whoever reads only the end of a long run finds it there.
 */
export function troublesIn(output: string): string {
  const ours = output.match(
    /^ *(?:✗|… once more:) .*(?:\n(?! *(?:✓|✔|✗|…) |CHANGEBOOK-RESULT |\d+ passed, ).*){0,15}/gm,
  );
  const mochas = output.match(/^ {2}\d+ failing\n[\s\S]*/m);
  return [...(ours ?? []), ...(mochas ?? [])].map((each) => each.trimEnd()).join('\n');
}
