// How long a tick takes beside a bare `git commit --only` of the same size: `tsx test/bench/tick.ts [records]`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commitMessage } from '../../src/core/actions/commitMessage';
import { stepChange, stepParts } from '../../src/core/actions/stepChange';
import { identityOf } from '../../src/core/actions/stepIdentity';
import { parseRecord } from '../../src/core/model/parse/parseRecord';
import type { Step } from '../../src/core/model/parse/step';
import { isOpenStep } from '../../src/core/model/parse/stepGates';
import { commitRecords } from '../../src/node/commit/commitRecords';
import { makeRecords } from './makeRecords';

const rounds = 15;

function git(folder: string, ...args: string[]): string {
  const as = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', '-c', 'gc.auto=0'];
  return execFileSync('git', [...as, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 });
}

interface Ticked {
  readonly ms: number;
  /** Where the tick stands in the text. */
  readonly at: number;
}

/** Ticks the first open step of a record through the engine. */
async function tick(folder: string, file: string): Promise<Ticked> {
  const start = performance.now();
  const steps = stepsOf(path.join(folder, file));
  const step = steps.find(isOpenStep);
  if (!step) throw new Error(`${file} has no open step`);
  const wish = { action: 'tick', step: identityOf(step, steps), evidence: 'bench' } as const;
  const outcome = await commitRecords({
    files: [{ path: path.join(folder, file), change: stepChange(wish, { gates: [], procedure: '' }) }],
    message: ([text = '']) => commitMessage({ record: file, ...stepParts(text, wish, 'tick') }, 'en'),
  });
  if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
  return { ms: performance.now() - start, at: step.box.start };
}

function stepsOf(target: string): readonly Step[] {
  return parseRecord(readFileSync(target, 'utf8'), { expected: true })?.body.steps ?? [];
}

/** Unticks it again by hand, as one bare commit; milliseconds of git alone. */
function bareCommit(folder: string, file: string, at: number): number {
  const target = path.join(folder, file);
  const text = readFileSync(target, 'utf8');
  writeFileSync(target, `${text.slice(0, at)} ${text.slice(at + 1)}`);
  const start = performance.now();
  git(folder, 'commit', '--quiet', '--only', '--message', 'Bare', '--', file);
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 10_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'changebook-tick-'));
  try {
    makeRecords(folder, count, 7);
    git(folder, 'init', '--quiet');
    git(folder, 'config', 'user.name', 'Bench');
    git(folder, 'config', 'user.email', 'bench@example.org');
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message', 'Begin');
    const files = git(folder, 'grep', '--files-with-matches', '-e', '- \\[ \\] ', '--', '*CHG-*.md').split(
      '\n',
    );
    const file = files.find((name) => stepsOf(path.join(folder, name)).some(isOpenStep)) ?? '';
    const [ours, bare]: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round++) {
      const { ms, at } = await tick(folder, file);
      const other = bareCommit(folder, file, at);
      // The first round warms both up.
      if (round > 0) [ours.push(ms), bare.push(other)];
    }
    const [a, b] = [median(ours), median(bare)];
    console.log(
      `${count} records: tick ${a.toFixed(0)} ms, git commit --only ${b.toFixed(0)} ms, ratio ${(a / b).toFixed(2)} (at most 3)`,
    );
    process.exitCode = a <= 3 * b ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

main();
