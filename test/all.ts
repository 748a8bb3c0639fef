import { spawn } from 'node:child_process';
import path from 'node:path';

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

const parts: readonly Part[] = [
  { says: 'Building', args: ['esbuild.mjs'], minutes: 2 },
  { says: 'Unit tests (about a minute)', args: ['node_modules/mocha/bin/mocha.js'], minutes: 6 },
  {
    says: 'Command-line tests (about a minute)',
    args: [
      'node_modules/mocha/bin/mocha.js',
      '--spec',
      'test/cli/**/*.test.ts',
      '--config',
      'test/cli/.mocharc.json',
    ],
    minutes: 6,
  },
  {
    says: 'Tests in a real VS Code (about three minutes)',
    args: [...tsx(), 'test/editorSuites.ts'],
    minutes: 10,
  },
  {
    says: 'Driving VS Code like a person (about two minutes)',
    args: [...tsx(), 'test/drive/drive.ts'],
    minutes: 8,
  },
];

function tsx(): string[] {
  return ['--import', 'tsx'];
}

async function main(): Promise<void> {
  const total: Tally = { passed: 0, failed: 0 };
  for (const part of parts) {
    console.error(`\n▸ ${part.says} …`);
    const { code, output } = await run(part);
    const counted = count(output);
    total.passed += counted.passed;
    total.failed += counted.failed;
    // A part that fails without a failed test has failed as a whole.
    if (code !== 0 && counted.failed === 0) total.failed++;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

function run(part: Part): Promise<{ code: number; output: string }> {
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
      process.stdout.write(data);
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
