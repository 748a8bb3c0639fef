import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { emptyConfig } from '../../../src/core/config/workspaceConfig';
import { parseRecord } from '../../../src/core/model/parse/parseRecord';
import { checkRecord } from '../../../src/core/rules/checkRecord';
import { bundled } from '../../unit/support/bundled';
import type { WriterFigures } from '../../unit/support/fleetWriter';
import { git, useOwnConfiguration } from '../../unit/support/gitFolder';
import { sharedRemote, subjects } from '../../unit/support/sharedRemote';

/** A short form runs with the other tests; `npm run test:soak` makes a long one of it. */
const steps = Number(process.env.CHANGEBOOK_FLEET_STEPS ?? 2);
const records = Number(process.env.CHANGEBOOK_FLEET_RECORDS ?? 2);
const flips = Number(process.env.CHANGEBOOK_FLEET_FLIPS ?? 3);
/** People who change their minds: few in the short form. */
const deciders = flips > 3 ? 8 : 3;
const everybody = ['Anna', 'Berta', 'Carla', 'Dora', 'Elsa', 'Flora', 'Greta', 'Hanna'];
/** As many as there are steps: whoever finds none open only starts a process. */
const names = everybody.slice(0, steps * records);

function recordOf(number: number): string {
  const items = Array.from({ length: steps }, (_, index) => `- [ ] Step ${index + 1} of ${number}\n`).join(
    '',
  );
  return `---\nid: CHG-2026-${String(number).padStart(4, '0')}\ntype: change\nstatus: to_do\n---\n# Record ${number}\n\n## Checklist\n\n${items}`;
}

function writer(
  program: string,
  folder: string,
  seed: number,
  files: readonly string[],
  decisions = 0,
): Promise<WriterFigures> {
  const child = spawn(process.execPath, [program, folder, String(seed), ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CHANGEBOOK_FLEET_FLIPS: String(decisions) },
  });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      const last = printed.trim().split('\n').at(-1) ?? '';
      if (code === 0) resolve(JSON.parse(last) as WriterFigures);
      else reject(new Error(printed));
    });
  });
}

describe('A fleet', () => {
  useOwnConfiguration();

  it(`of ${names.length} clones ticks all ${records * steps} steps of ${records} records, each exactly once`, async function () {
    this.timeout(60_000 + records * steps * 20_000);
    const files = Object.fromEntries(
      Array.from({ length: records }, (_, index) => [`changes/CHG-${index + 1}.md`, recordOf(index + 1)]),
    );
    const { bare, clones } = sharedRemote(files, names);
    const program = bundled(path.resolve(__dirname, '../../unit/support/fleetWriter.ts'));
    const started = performance.now();
    const figures = await Promise.all(
      clones.map((clone, index) => writer(program, clone, index * 7919 + 1, Object.keys(files))),
    );
    const seconds = (performance.now() - started) / 1000;
    assert.deepEqual(
      figures.flatMap(({ failures }) => failures),
      [],
    );
    const made = subjects(bare).filter((subject) => subject !== 'Begin');
    const ticked = made.map((subject) => /"(Step \d+ of \d+)"/.exec(subject)?.[1] ?? subject);
    assert.equal(new Set(ticked).size, records * steps, 'each step was ticked');
    assert.equal(ticked.length, records * steps, 'and only once');
    for (const [file, text] of Object.entries(files)) {
      const now = git(bare, 'show', `main:${file}`);
      assert.equal(now, text.replaceAll('[ ]', '[x]'));
      const record = parseRecord(now) ?? assert.fail(file);
      const errors = checkRecord(record, { file, config: emptyConfig }).filter(
        ({ severity }) => severity === 'error',
      );
      assert.deepEqual(errors, []);
    }
    // The count in each subject is that of the record as it was then.
    for (let number = 1; number <= records; number++) {
      const counts = made
        .filter((subject) => subject.includes(` of ${number}"`))
        .map((subject) => /\((\d+)\//.exec(subject)?.[1]);
      assert.deepEqual(
        counts.reverse(),
        Array.from({ length: steps }, (_, index) => String(index + 1)),
      );
    }
    for (const clone of clones) assert.equal(git(clone, 'status', '--porcelain'), '');
    const sum = (part: 'ticks' | 'already'): number => figures.reduce((all, each) => all + each[part], 0);
    console.log(
      `      ${sum('ticks')} ticks by ${names.length} writers in ${seconds.toFixed(0)} s: ${made.length} pushed, ${sum('already')} done by others already, ${sum('ticks') - sum('already') - made.length} lost`,
    );
    assert.equal(sum('ticks') - sum('already'), made.length);
  });

  it(`of ${deciders} people who approve and deny in turn, ${flips} times each: every decision once, in its order`, async function () {
    this.timeout(60_000 + flips * 30_000);
    const people = names.slice(0, deciders);
    const [file, text] = ['changes/CHG-1.md', recordOf(1)];
    const { bare, clones } = sharedRemote({ [file]: text }, people);
    const program = bundled(path.resolve(__dirname, '../../unit/support/fleetWriter.ts'));
    const figures = await Promise.all(
      clones.map((clone, index) => writer(program, clone, index * 7919 + 1, [file], flips)),
    );
    assert.deepEqual(
      figures.flatMap(({ failures }) => failures),
      [],
    );
    const record = parseRecord(git(bare, 'show', `main:${file}`));
    assert.ok(record?.type === 'change');
    const wanted = Array.from({ length: flips }, (_, index) => (index % 2 === 0 ? 'approved' : 'denied'));
    for (const name of people.map((each) => each.toLowerCase())) {
      const own: unknown = record.data.approvals
        ?.filter(({ by }) => by === name)
        .map(({ decision }) => decision);
      assert.deepEqual(own, wanted, name);
    }
    assert.equal(subjects(bare).length, 1 + deciders * flips);
    for (const clone of clones) assert.equal(git(clone, 'status', '--porcelain'), '');
    console.log(`      ${deciders * flips} decisions by ${deciders} people: 0 lost, 0 made twice`);
  });
});
