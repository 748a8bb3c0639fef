import 'mocha/mocha.js';
import { lineReporter, runLoaded } from '../vscode/report';

/** Runs the suite inside the browser's extension host, where there is no Node. Rejects when a test failed. */
export async function run(): Promise<void> {
  const print = (line: string): void => console.log(line);
  mocha.setup({ ui: 'bdd', timeout: 60_000, reporter: lineReporter(Mocha.reporters.Base, print) });
  // Tests may only be loaded once Mocha's functions are in place.
  require('./web.test');
  await runLoaded((done) => mocha.run(done), print);
}
