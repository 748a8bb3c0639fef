import { strict as assert } from 'node:assert';
import { setTimeout as later } from 'node:timers/promises';
import { Turns } from '../../../../src/vscode/git/turns';

describe('Turns', () => {
  it('do what was asked for in its order, also behind what failed', async () => {
    const turns = new Turns();
    const done: number[] = [];
    const first = turns.take(async () => {
      await later(10);
      done.push(1);
      throw new Error('no');
    });
    const second = turns.take(async () => done.push(2));
    await assert.rejects(first, /no/);
    await second;
    assert.deepEqual(done, [1, 2]);
  });

  it('are passed on by whoever waits for an answer that may never come', async () => {
    const turns = new Turns();
    void turns.take(async () => {
      turns.passOn();
      await new Promise(() => {});
    });
    assert.equal(await turns.take(async () => 'done'), 'done');
  });
});
