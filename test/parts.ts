// What `npm test` runs, part by part.

/** One part of the tests: what is said while it runs, the program, how long it may take. */
export interface Part {
  readonly says: string;
  readonly args: readonly string[];
  readonly minutes: number;
  /** How many processes of it work at once: editors come in twos. */
  readonly lanes?: number;
}

const mocha = 'node_modules/mocha/bin/mocha.js';

/** Tests that start programs are tried twice: on a busy machine one may stand still. What is chance must hold at once. */
const twice = ['--retries', '1', '--reporter', './test/secondTries.ts'];

/** The tests of one folder, with the settings that lie beside them. */
function suite(folder: string, spec: string, ...more: string[]): string[] {
  return [mocha, '--config', `${folder}/.mocharc.json`, '--spec', `${folder}/${spec}`, ...more];
}

export const building: Part = { says: 'Building', args: ['esbuild.mjs'], minutes: 2 };

/**
 * In the order in which they begin. People's clicks come before the suites in editors, so that no more than three
 * editors work at once. What works in one thread alone comes before those, else a core waits for it at the end.
 */
export const parts: readonly Part[] = [
  { says: 'Fetching what later tests need', args: [...tsx(), 'test/fetchEditors.ts'], minutes: 10 },
  {
    says: 'Tests of files, git and processes',
    args: suite('test/node', '**/*.test.ts', ...twice),
    minutes: 20,
  },
  {
    says: 'Unit tests',
    args: [mocha, '--spec', 'test/unit/**/*.test.ts'],
    minutes: 20,
  },
  {
    says: 'Limits of time',
    args: suite('test/bench/limits', '*.test.ts'),
    minutes: 20,
  },
  {
    says: 'Driving VS Code like a person',
    args: [...tsx(), 'test/drive/drive.ts'],
    minutes: 20,
  },
  {
    says: 'Command-line tests, a to g',
    args: suite('test/cli', '**/[^h-z]*.test.ts', ...twice),
    minutes: 20,
  },
  { says: 'Command-line tests, h to z', args: suite('test/cli', '**/[h-z]*.test.ts', ...twice), minutes: 20 },
  {
    says: 'Journeys from an empty folder',
    args: [...tsx(), 'test/journeys/main.ts'],
    minutes: 10,
  },
  {
    says: 'Tests of many examples',
    args: suite('test/long', '**/*.test.ts'),
    minutes: 20,
  },
  {
    says: 'Tests in a real VS Code',
    args: [...tsx(), 'test/editorSuites.ts'],
    minutes: 20,
    lanes: 2,
  },
];

function tsx(): string[] {
  return ['--import', 'tsx'];
}
