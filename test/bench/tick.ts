import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { commitMessage } from '../../src/core/actions/commitMessage';
import { stepChange, stepParts } from '../../src/core/actions/stepChange';
import { identityOf } from '../../src/core/actions/stepIdentity';
import { parseRecord } from '../../src/core/model/parse/parseRecord';
import type { Step } from '../../src/core/model/parse/step';
import { isOpenStep } from '../../src/core/model/parse/stepGates';
import { commitRecords } from '../../src/node/commit/commitRecords';
import { changesIn, git } from './repositories';

const rounds = 15;

/** Milliseconds of ticks, and of bare commits of the same size. */
export interface TickTimes {
  readonly ticks: readonly number[];
  readonly commits: readonly number[];
}

interface Ticked {
  readonly ms: number;
  /** Where the tick stands in the text. */
  readonly at: number;
}

/** Ticks the first open step of a record through the engine. */
async function tick(file: string): Promise<Ticked> {
  const start = performance.now();
  const steps = stepsOf(file);
  const step = steps.find(isOpenStep);
  if (!step) throw new Error(`${file} has no open step`);
  const wish = { action: 'tick', step: identityOf(step, steps), evidence: 'bench' } as const;
  const outcome = await commitRecords({
    files: [{ path: file, change: stepChange(wish, { gates: [], procedure: '' }) }],
    message: ([text = '']) =>
      commitMessage({ record: basename(file), ...stepParts(text, wish, 'tick') }, 'en'),
  });
  if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
  return { ms: performance.now() - start, at: step.box.start };
}

function stepsOf(target: string): readonly Step[] {
  return parseRecord(readFileSync(target, 'utf8'), { expected: true })?.body.steps ?? [];
}

/** Unticks it again by hand, as one bare commit; milliseconds of git alone. */
function bareCommit(folder: string, file: string, at: number): number {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text.slice(0, at)} ${text.slice(at + 1)}`);
  const start = performance.now();
  git(folder, 'commit', '--quiet', '--only', '--message', 'Bare', '--', file);
  return performance.now() - start;
}

/** Ticks a step in turns with a bare `git commit --only` that takes the tick back; none where no step is open. */
export async function tickTimes(folder: string): Promise<TickTimes> {
  const begun = changesIn(folder).filter((path) => /^status: in_progress/m.test(readFileSync(path, 'utf8')));
  const file = begun.find((path) => stepsOf(path).some(isOpenStep));
  const [ticks, commits]: [number[], number[]] = [[], []];
  if (!file) return { ticks, commits };
  for (let round = 0; round <= rounds; round++) {
    const { ms, at } = await tick(file);
    const other = bareCommit(folder, file, at);
    // The first round warms both up.
    if (round > 0) [ticks.push(ms), commits.push(other)];
  }
  return { ticks, commits };
}
