// One writer of a fleet, in a process of its own: a clone, a seed, then the records. It ticks every step that it still
// finds open, in an order of its own, and pushes each tick; whatever others were quicker with is theirs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { approvalChange } from '../../../src/core/actions/approvalChange';
import { commitMessage } from '../../../src/core/actions/commitMessage';
import { stepChange, stepParts } from '../../../src/core/actions/stepChange';
import { identityOf } from '../../../src/core/actions/stepIdentity';
import { emptyConfig } from '../../../src/core/config/workspaceConfig';
import { parseRecord } from '../../../src/core/model/parse/parseRecord';
import { isOpenStep } from '../../../src/core/model/parse/stepGates';
import { commitRecords } from '../../../src/node/commit/commitRecords';
import { pushRecords } from '../../../src/node/push/pushRecords';

/** What a writer saw. */
export interface WriterFigures {
  /** Ticks that it committed; of those, how many others had done already. */
  ticks: number;
  already: number;
  failures: string[];
}

async function main([folder = '', seed = '1', ...files]: readonly string[]): Promise<void> {
  const figures: WriterFigures = { ticks: 0, already: 0, failures: [] };
  const next = randomFrom(Number(seed));
  process.stdout.write('ready\n');
  const [first = ''] = files;
  const flips = Number(process.env.CHANGEBOOK_FLEET_FLIPS ?? 0);
  for (let count = 0; count < flips; count++) {
    await decide(folder, first, count % 2 === 0 ? 'approved' : 'denied');
    // Now and then two decisions go out together.
    if (next() < 0.3) continue;
    await push(folder, figures);
  }
  for (let choice = pick(folder, files, next); choice && flips === 0; choice = pick(folder, files, next)) {
    if (await tick(folder, choice.file, choice.ordinal)) figures.ticks++;
    // Now and then two ticks go out together.
    if (next() < 0.2) continue;
    await push(folder, figures);
  }
  await push(folder, figures);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

/** An open step of any record, as this clone sees it. */
function pick(folder: string, files: readonly string[], next: () => number) {
  const open = files.flatMap((file) => {
    const steps = parseRecord(readFileSync(path.join(folder, file), 'utf8'))?.body.steps ?? [];
    return steps.flatMap((step, ordinal) => (isOpenStep(step) ? [{ file, ordinal }] : []));
  });
  return open[Math.floor(next() * open.length)];
}

async function tick(folder: string, file: string, ordinal: number): Promise<boolean> {
  const record = parseRecord(readFileSync(path.join(folder, file), 'utf8'));
  const { steps } = record?.body ?? { steps: [] };
  const step = steps[ordinal];
  if (!record || !step) return false;
  const wish = { action: 'tick', step: identityOf(step, steps) } as const;
  const outcome = await commitRecords({
    files: [{ path: path.join(folder, file), change: stepChange(wish, { gates: [], procedure: '' }) }],
    message: ([text = '']) =>
      commitMessage({ record: record.data.id ?? file, ...stepParts(text, wish, 'tick') }, 'en'),
    lockPatienceMs: 10_000,
  });
  if (outcome.kind === 'fault' || outcome.kind === 'refused') throw new Error(JSON.stringify(outcome));
  return outcome.kind === 'committed';
}

/** A decision of the clone's person, who changes her mind every time. */
async function decide(folder: string, file: string, decision: 'approved' | 'denied'): Promise<void> {
  const role = path.basename(folder);
  const taken = { role, by: role, at: Date.now(), zone: 'UTC', decision } as const;
  const parts = {
    record: 'CHG-2026-0001',
    action: decision === 'approved' ? 'approve' : 'deny',
    role,
  } as const;
  // Each clone has a role of its own, which no configuration names here.
  const rules = new Map([['format/field', { severity: 'off' as const, options: {} }]]);
  const change = approvalChange(taken, { file, config: { ...emptyConfig, rules } });
  const outcome = await commitRecords({
    files: [{ path: path.join(folder, file), change }],
    message: () => commitMessage(parts, 'en'),
    lockPatienceMs: 10_000,
  });
  if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
}

async function push(folder: string, figures: WriterFigures): Promise<void> {
  const outcome = await pushRecords({ folder, language: 'en', tries: 200 });
  if (outcome.kind === 'failed') figures.failures.push(JSON.stringify(outcome.fault));
  else if (outcome.kind === 'pushed') figures.already += outcome.already.length;
}

/** Numbers that are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

main(process.argv.slice(2)).catch((error) => {
  process.stdout.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
