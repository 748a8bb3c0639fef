import { strict as assert } from 'node:assert';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  act,
  git,
  read,
  recordText,
  repositoryOf,
  useOwnConfiguration,
  write,
} from '../../unit/support/gitFolder';

const file = 'changes/CHG.md';
const bytes = Buffer.from([0, 255, 10, 13]);
const name = (count: number): string => `evidence/CHG-2026-0001/run-${count}.bin`;

function begun(more: { readonly [file: string]: string | Buffer } = {}): string {
  return repositoryOf({ [file]: recordText(12), 'other.md': 'x\n', ...more });
}

describe('A file that comes or goes with a commit', () => {
  useOwnConfiguration();

  it('comes with each of many commits at once, beside what others have staged', async function () {
    this.timeout(60_000);
    const folder = begun();
    write(folder, 'other.md', 'staged\n');
    git(folder, 'add', 'other.md');
    const all = Array.from({ length: 12 }, (_, at) => at + 1);
    const outcomes = await Promise.all(
      all.map((count) => {
        const beside = [
          { root: folder, file: name(count), content: Buffer.concat([bytes, Buffer.from([count])]) },
        ];
        return act(folder, file, `Step ${count}`, { beside, lockPatienceMs: 10_000 });
      }),
    );
    for (const outcome of outcomes) assert.equal(outcome.kind, 'committed', JSON.stringify(outcome));
    for (const count of all) assert.equal(readFileSync(path.join(folder, name(count))).at(-1), count);
    const added = git(folder, 'log', '--diff-filter=A', '--format=', '--name-only', 'HEAD~12..').trim();
    assert.deepEqual(added.split('\n').filter(Boolean).sort(), all.map(name).sort());
    assert.equal(git(folder, 'status', '--porcelain'), 'M  other.md\n');
  });

  it('stays with the change that a hook refuses, and is taken back with it', async () => {
    const folder = begun();
    write(folder, '.git/hooks/pre-commit', '#!/bin/sh\nexit 1\n');
    chmodSync(path.join(folder, '.git/hooks/pre-commit'), 0o755);
    const beside = [{ root: folder, file: name(1), content: bytes }];
    const outcome = await act(folder, file, 'Step 1', { beside });
    assert.ok(outcome.kind === 'fault' && outcome.fault.code === 'hookFailed' && outcome.takeBack);
    assert.ok(existsSync(path.join(folder, name(1))));
    assert.equal(await outcome.takeBack(), true);
    assert.equal(existsSync(path.join(folder, 'evidence')), false);
    assert.equal(git(folder, 'status', '--porcelain'), '');
    assert.equal(read(folder, file), recordText(12));
  });

  it('does not go where somebody has edited it, nor take anything along', async () => {
    const folder = begun({ [name(1)]: bytes, [name(2)]: bytes });
    write(folder, name(1), 'edited');
    for (const count of [1, 2]) {
      const beside = [{ root: folder, file: name(count), content: undefined }];
      assert.equal((await act(folder, file, `Step ${count}`, { beside })).kind, 'committed');
    }
    assert.equal(git(folder, 'status', '--porcelain'), ` M ${name(1)}\n`);
    assert.equal(git(folder, 'ls-tree', '-r', '--name-only', 'HEAD', 'evidence').trim(), name(1));
  });

  it('is none of a commit that there is no need for', async () => {
    const folder = begun();
    assert.equal((await act(folder, file, 'Step 1')).kind, 'committed');
    const beside = [{ root: folder, file: name(1), content: bytes }];
    assert.equal((await act(folder, file, 'Step 1', { beside })).kind, 'unchanged');
    assert.equal(existsSync(path.join(folder, 'evidence')), false);
  });
});
