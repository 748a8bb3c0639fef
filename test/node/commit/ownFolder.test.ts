import { strict as assert } from 'node:assert';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OwnFolder } from '../../../src/node/commit/ownFolder';

const patienceMs = 600;

function folder(): string {
  return mkdtempSync(path.join(tmpdir(), 'changebook-turn-'));
}

describe('The turn of a commit', () => {
  it('is given to each of many in a row, however long the row', async () => {
    const parent = folder();
    let holders = 0;
    let most = 0;
    const all = Array.from({ length: 6 }, async () => {
      const { release } = await OwnFolder.make(parent).takeTurn(undefined, patienceMs);
      most = Math.max(most, ++holders);
      await pause(patienceMs / 2);
      holders--;
      release();
    });
    await Promise.all(all);
    assert.equal(most, 1);
  });

  it('is no longer waited for where one keeps it', async () => {
    const parent = folder();
    const kept = await OwnFolder.make(parent).takeTurn(undefined, patienceMs);
    const second = await OwnFolder.make(parent).takeTurn(undefined, patienceMs);
    assert.equal(second.waited, true);
    kept.release();
    const third = await OwnFolder.make(parent).takeTurn(undefined, patienceMs);
    assert.equal(third.waited, false);
  });
});
