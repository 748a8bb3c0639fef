import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pushRecords } from '../../../src/node/push/pushRecords';
import { bundled } from '../../unit/support/bundled';
import { act, git, read, recordText, useOwnConfiguration, write } from '../../unit/support/gitFolder';
import { sharedRemote, subjects } from '../../unit/support/sharedRemote';

/** A short form runs with the other tests; `npm run test:soak` makes a long one of it. */
const kills = Number(process.env.CHANGEBOOK_PUSH_KILLS ?? 3);
const file = 'CHG.md';
/** Rounds for one pair of clones: each takes two of the record's 26 steps. */
const roundsEach = 13;

function killed(program: string, folder: string, step: string, afterMs: number): Promise<boolean> {
  const child = spawn(process.execPath, [program, folder, file, step], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let begun = false;
  child.stdout.on('data', () => {
    if (!begun) setTimeout(() => child.kill('SIGKILL'), afterMs);
    begun = true;
  });
  return new Promise((resolve) => child.on('close', (_, signal) => resolve(signal === 'SIGKILL')));
}

function boxes(text: string): boolean[] {
  return [...text.matchAll(/^- \[(.)\] Step/gm)].map(([, box]) => box === 'x');
}

/** What HEAD has ticked is ticked in the index and in the folder, and other work is as it was. */
function assertSound(folder: string): void {
  const [head, index, workTree] = [
    git(folder, 'show', `HEAD:${file}`),
    git(folder, 'show', `:${file}`),
    read(folder, file),
  ].map(boxes);
  for (const [at, ticked] of (head ?? []).entries())
    if (ticked) assert.ok(index?.[at] && workTree?.[at], `step ${at + 1} would be unticked`);
  assert.deepEqual(
    [git(folder, 'show', ':other.md'), read(folder, 'other.md'), read(folder, 'new.md')],
    ['staged\n', 'edited\n', 'new\n'],
  );
}

describe('Pushing', () => {
  useOwnConfiguration();

  it(`may be killed at any point: ${kills} times`, async function () {
    this.timeout(60_000 + kills * 10_000);
    this.retries(0);
    const program = bundled(path.resolve(__dirname, '../../unit/support/pushProcess.ts'));
    let ended = 0;
    for (let begin = 0; begin < kills; begin += roundsEach) {
      const { bare, clones } = sharedRemote({ [file]: recordText(26), 'other.md': 'x\n' }, ['Anna', 'Berta']);
      const [anna = '', berta = ''] = clones;
      write(berta, 'other.md', 'staged\n');
      git(berta, 'add', 'other.md');
      write(berta, 'other.md', 'edited\n');
      write(berta, 'new.md', 'new\n');
      for (let round = 0; round < roundsEach && begin + round < kills; round++) {
        const [theirs, mine] = [`Step ${round * 2 + 1}`, `Step ${round * 2 + 2}`];
        assert.equal((await act(anna, file, theirs)).kind, 'committed');
        assert.equal((await pushRecords({ folder: anna, language: 'en' })).kind, 'pushed');
        if (await killed(program, berta, mine, Math.random() * 1000)) ended++;
        // A git that it had started may still be at work.
        await new Promise((resolve) => setTimeout(resolve, 150));
        assertSound(berta);
        const again = await act(berta, file, mine);
        assert.ok(again.kind === 'committed' || again.kind === 'unchanged', JSON.stringify(again));
        const pushed = await pushRecords({ folder: berta, language: 'en' });
        assert.ok(pushed.kind !== 'failed', JSON.stringify(pushed));
        assertSound(berta);
        assert.equal(git(berta, 'rev-parse', 'HEAD').trim(), git(bare, 'rev-parse', 'main').trim());
        for (const step of [theirs, mine])
          assert.equal(subjects(bare).filter((subject) => subject.includes(`"${step}"`)).length, 1, step);
      }
      assert.equal(git(berta, 'status', '--porcelain'), 'MM other.md\n?? new.md\n');
      assert.deepEqual(readdirSync(path.join(berta, '.git/changebook')), []);
    }
    console.log(`      ${ended} of ${kills} were killed before they had ended; 0 ticks lost, 0 made twice`);
    assert.ok(kills < 20 || ended > 0);
  });
});
