import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { bundled } from '../../unit/support/bundled';
import {
  act,
  git,
  read,
  recordText,
  repositoryOf,
  useOwnConfiguration,
  write,
} from '../../unit/support/gitFolder';

const file = 'CHG.md';
/** A short form runs with the other tests; `CHANGEBOOK_KILLS=300` makes a long one of it. */
const kills = Number(process.env.CHANGEBOOK_KILLS ?? 4);
const child = bundled(path.resolve(__dirname, '../../unit/support/tickProcess.ts'));

/** A process that ticks; resolves with what it printed when it has ended. */
function ticking(folder: string, steps: readonly string[], killAfterMs?: number): Promise<string> {
  const started = spawn(process.execPath, [child, folder, file, ...steps], {
    stdio: 'pipe',
  });
  let printed = '';
  started.stdout.on('data', (chunk) => {
    // Loading takes longer than ticking, and nothing can go wrong in it.
    if (printed === '' && killAfterMs !== undefined) setTimeout(() => started.kill('SIGKILL'), killAfterMs);
    printed += String(chunk);
  });
  started.stderr.on('data', (chunk) => {
    printed += String(chunk);
  });
  return new Promise((resolve) => started.on('close', () => resolve(printed)));
}

function boxes(text: string): boolean[] {
  return [...text.matchAll(/^- \[(.)\] Step/gm)].map(([, box]) => box === 'x');
}

/** Nothing is ever ticked in HEAD and not in the index or the folder, and nothing else has changed. */
function assertSound(folder: string): void {
  const [head, index, workTree] = [
    git(folder, 'show', `HEAD:${file}`),
    git(folder, 'show', `:${file}`),
    read(folder, file),
  ];
  for (const [at, ticked] of boxes(head).entries()) {
    if (!ticked) continue;
    assert.ok(boxes(index)[at], `step ${at + 1} would be unticked by the next commit`);
    assert.ok(boxes(workTree)[at], `step ${at + 1} is unticked in the folder`);
  }
  const plain = recordText(26);
  assert.equal(head.replaceAll('[x]', '[ ]'), plain);
  assert.equal(index.replaceAll('[x]', '[ ]'), plain);
  assert.equal(workTree.replaceAll('[x]', '[ ]'), `${plain}\nUnsaved work\n`);
  assert.equal(git(folder, 'show', ':other.md'), 'staged\n');
  assert.equal(read(folder, 'other.md'), 'unstaged\n');
  assert.equal(git(folder, 'show', 'HEAD:other.md'), 'x\n');
}

function ownLeftovers(folder: string): string[] {
  return readdirSync(path.join(folder, '.git/changebook'));
}

describe('Ticking', () => {
  useOwnConfiguration();

  function working(): string {
    const folder = repositoryOf({ [file]: recordText(26), 'other.md': 'x\n' });
    write(folder, 'other.md', 'staged\n');
    git(folder, 'add', 'other.md');
    write(folder, 'other.md', 'unstaged\n');
    write(folder, file, `${recordText(26)}\nUnsaved work\n`);
    return folder;
  }

  it(`may be killed at any point: ${kills} times`, async function () {
    this.timeout(60_000 + kills * 8000);
    this.retries(0);
    let [committed, inTime] = [0, 0];
    // Each repository has a step for each of its rounds.
    for (let begin = 0; begin < kills; begin += 26) {
      const folder = working();
      const rounds = Math.min(26, kills - begin);
      for (let round = 0; round < rounds; round++) {
        const step = `Step ${round + 1}`;
        await ticking(folder, [step], Math.random() * 180);
        // A git that it had started may still be at work.
        await new Promise((resolve) => setTimeout(resolve, 60));
        assertSound(folder);
        const outcome = await act(folder, file, step);
        assert.ok(outcome.kind === 'committed' || outcome.kind === 'unchanged', JSON.stringify(outcome));
        if (outcome.kind === 'committed') committed++;
        else inTime++;
        assertSound(folder);
        assert.ok(boxes(git(folder, 'show', `HEAD:${file}`))[round]);
      }
      assert.deepEqual(ownLeftovers(folder), []);
      assert.equal(git(folder, 'log', '--format=%s').split('\n').filter(Boolean).length, rounds + 1);
    }
    console.log(
      `      ${kills} kills: ${committed} before the commit, ${inTime} after it; 0 ticks lost, 0 made twice`,
    );
    assert.ok(committed > 0, 'some were killed before their commit');
  });

  it('in two processes at once makes each tick exactly once', async function () {
    this.timeout(60_000);
    this.retries(0);
    const folder = working();
    const all = Array.from({ length: 12 }, (_, index) => `Step ${index + 1}`);
    const printed = await Promise.all([ticking(folder, all), ticking(folder, [...all].reverse())]);
    const subjects = git(folder, 'log', '--format=%s')
      .split('\n')
      .filter((line) => line.includes('tick'));
    assert.equal(subjects.length, all.length, printed.join('\n'));
    assert.equal(new Set(subjects.map((line) => /"(.+)"/.exec(line)?.[1])).size, all.length);
    assert.equal(boxes(git(folder, 'show', `HEAD:${file}`)).filter(Boolean).length, all.length);
    assertSound(folder);
    assert.equal(git(folder, 'status', '--porcelain'), ` M ${file}\nMM other.md\n`);
  });

  it('goes on beside somebody who commits other files all the time', async function () {
    this.timeout(60_000);
    this.retries(0);
    const folder = repositoryOf({ [file]: recordText(26), 'other.md': 'x\n' });
    let busy = true;
    const others = (async () => {
      for (let count = 0; busy && count < 15; count++) {
        await new Promise((resolve) => setTimeout(resolve, 90));
        try {
          const head = git(folder, 'rev-parse', 'HEAD').trim();
          const made = git(
            folder,
            'commit-tree',
            `${head}^{tree}`,
            '-p',
            head,
            '-m',
            `Other ${count}`,
          ).trim();
          git(folder, 'update-ref', 'HEAD', made, head);
        } catch {
          // We were quicker.
        }
      }
    })();
    for (let step = 1; step <= 4; step++) {
      const outcome = await act(folder, file, `Step ${step}`, { lockPatienceMs: 5000 });
      assert.equal(outcome.kind, 'committed', JSON.stringify(outcome));
    }
    busy = false;
    await others;
    assert.equal(git(folder, 'status', '--porcelain'), '');
    assert.equal(boxes(git(folder, 'show', `HEAD:${file}`)).filter(Boolean).length, 4);
  });
});
