import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import './memoryFolders';
import { building, type Part, parts } from './parts';
import { troublesIn } from './secondTries';

// Everything that must pass, from nothing: what is built, what runs without an editor, what runs in one.

const project = path.resolve(__dirname, '..');

interface Tally {
  passed: number;
  failed: number;
}

/**
 * What may work at once. Some of it waits for git, for timers or for an editor at any moment, so that three keep two
 * cores busy from the first minute to the last; four only take time from one another.
 */
const lanes = Math.max(3, availableParallelism());

async function main(): Promise<void> {
  const total: Tally = { passed: 0, failed: 0 };
  const troubles: string[] = [];
  // Who has just installed has built as well.
  const built = process.argv.includes('--built') && existsSync(path.join(project, 'dist/cli.js'));
  for (const { code, output } of [...(built ? [] : [await run(building)]), ...(await inLanes())]) {
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

/** Each part begins as soon as there are lanes for it, and prints what it has to say at once when it has ended. */
async function inLanes(): Promise<Outcome[]> {
  const running = new Map<Part, Promise<Outcome>>();
  const outcomes: Promise<Outcome>[] = [];
  for (const part of parts) {
    const needed = part.lanes ?? 1;
    const taken = (): number => [...running.keys()].reduce((all, each) => all + (each.lanes ?? 1), 0);
    while (running.size > 0 && taken() + needed > lanes) await Promise.race(running.values());
    const outcome = run(part).finally(() => running.delete(part));
    running.set(part, outcome);
    outcomes.push(outcome);
  }
  return Promise.all(outcomes);
}

function run({ says, args, minutes }: Part): Promise<Outcome> {
  console.error(`▸ ${says} …`);
  const begun = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...args], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    const timer = setTimeout(() => {
      console.error(`${says}: not finished after ${minutes} minutes.`);
      child.kill();
    }, minutes * 60_000);
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      const seconds = Math.round((performance.now() - begun) / 1000);
      process.stdout.write(`\n▸ ${says} (${seconds} s)\n${output}`);
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
