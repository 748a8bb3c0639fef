import { spawn } from 'node:child_process';
import path from 'node:path';
import { troublesIn } from './secondTries';

// Everything that must pass, from nothing: what is built, what runs without an editor, what runs in one.

const project = path.resolve(__dirname, '..');

interface Tally {
  passed: number;
  failed: number;
}

/** One part of the tests: what is said while it runs, the program, how long it may take. */
interface Part {
  readonly says: string;
  readonly args: readonly string[];
  readonly minutes: number;
}

const mocha = 'node_modules/mocha/bin/mocha.js';

/** Tests that start programs are tried twice: on a busy machine one may stand still. What is chance must hold at once. */
const twice = ['--retries', '1', '--reporter', './test/secondTries.ts'];

/** Tests of the command line: they start so many programs that half of them at a time is enough. */
function commandLine(letters: string): Part {
  return {
    says: `Command-line tests, ${letters} (about two minutes)`,
    args: [mocha, '--spec', `test/cli/[${letters}]*.test.ts`, ...twice],
    minutes: 10,
  };
}

/** One after the other; what stands together runs side by side, since none uses more than one core. */
const parts: readonly (readonly Part[])[] = [
  [{ says: 'Building', args: ['esbuild.mjs'], minutes: 2 }],
  [
    {
      says: 'Unit tests (about three minutes)',
      args: [mocha, '--spec', 'test/unit/**/*.test.ts', '--ignore', 'test/unit/node/**'],
      minutes: 10,
    },
    {
      says: 'Unit tests of files and git (about three minutes)',
      args: [mocha, '--spec', 'test/unit/node/**/*.test.ts', ...twice],
      minutes: 10,
    },
    commandLine('a-m'),
    commandLine('n-z'),
    { says: 'Fetching what later tests need', args: [...tsx(), 'test/fetchEditors.ts'], minutes: 10 },
  ],
  [
    {
      says: 'Tests in a real VS Code (about four minutes)',
      args: [...tsx(), 'test/editorSuites.ts'],
      minutes: 10,
    },
  ],
  [
    {
      says: 'Driving VS Code like a person (about four minutes)',
      args: [...tsx(), 'test/drive/drive.ts'],
      minutes: 10,
    },
  ],
];

function tsx(): string[] {
  return ['--import', 'tsx'];
}

async function main(): Promise<void> {
  const total: Tally = { passed: 0, failed: 0 };
  const troubles: string[] = [];
  for (const { code, output } of await inTurn()) {
    const counted = count(output);
    total.passed += counted.passed;
    total.failed += counted.failed;
    troubles.push(troublesIn(output));
    // A part that fails without a failed test has failed as a whole.
    if (code !== 0 && counted.failed === 0) total.failed++;
  }
  const told = troubles.filter(Boolean).join('\n');
  if (told) console.log(`\nFailed, for good or at first:\n${told}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** What a part printed, and how it ended. */
interface Outcome {
  readonly code: number;
  readonly output: string;
}

async function inTurn(): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const together of parts) {
    for (const { says } of together) console.error(`\n▸ ${says} …`);
    // Of those that run side by side, the first prints as it goes and the others when it is their turn.
    const running = together.map((part, index) => run(part, index === 0));
    for (const [index, outcome] of running.entries()) {
      const ended = await outcome;
      if (index > 0) process.stdout.write(ended.output);
      outcomes.push(ended);
    }
  }
  return outcomes;
}

function run(part: Part, live: boolean): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...part.args], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    const timer = setTimeout(() => {
      console.error(`${part.says}: not finished after ${part.minutes} minutes.`);
      child.kill();
    }, part.minutes * 60_000);
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      if (live) process.stdout.write(data);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Adds up what Mocha's own summary says, or the plain line that our runners print. */
function count(output: string): Tally {
  const sum = (pattern: RegExp): number =>
    [...output.matchAll(pattern)].reduce((all, match) => all + Number(match[1]), 0);
  return {
    passed: sum(/^\s+(\d+) passing/gm) + sum(/^(\d+) passed, \d+ failed$/gm),
    failed: sum(/^\s+(\d+) failing/gm) + sum(/^\d+ passed, (\d+) failed$/gm),
  };
}

void main();
