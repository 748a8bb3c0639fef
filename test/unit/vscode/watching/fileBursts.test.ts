import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';
import { FileBursts } from '../../../../src/vscode/watching/fileBursts';

/** Counts what a follower is asked for. */
function counted() {
  const asked = { all: 0, one: [] as string[], failed: 0 };
  const bursts = new FileBursts<string>({
    changesEverything: ({ address }) => address === 'config',
    readAll: async () => asked.all++,
    followOne: async ({ address, cameOrWent }) => {
      if (address === 'broken') throw new Error('gone');
      asked.one.push(`${address}${cameOrWent ? '!' : ''}`);
    },
    failed: () => asked.failed++,
  });
  return { asked, bursts };
}

describe('Events of files', () => {
  it('are one new reading where ten thousand come at once', async () => {
    const { asked, bursts } = counted();
    for (let file = 0; file < 10_000; file++) bursts.add(`changes/${file}.md`, file % 2 === 0);
    await wait(300);
    assert.deepEqual(asked, { all: 1, one: [], failed: 0 });
  });

  it('are followed one by one where they are few, each file once', async () => {
    const { asked, bursts } = counted();
    bursts.add('a.md', true);
    bursts.add('b.md', false);
    bursts.add('a.md', false);
    await wait(300);
    assert.deepEqual(asked, { all: 0, one: ['a.md!', 'b.md'], failed: 0 });
  });

  it('are a new reading where one of them decides about all, and no error stops those that follow', async () => {
    const { asked, bursts } = counted();
    bursts.add('config', false);
    await wait(300);
    bursts.add('broken', false);
    await wait(300);
    bursts.add('c.md', false);
    await wait(300);
    assert.deepEqual(asked, { all: 1, one: ['c.md'], failed: 1 });
  });

  it('are forgotten when nobody watches any more', async () => {
    const { asked, bursts } = counted();
    bursts.add('a.md', true);
    bursts.dispose();
    await wait(300);
    assert.deepEqual(asked, { all: 0, one: [], failed: 0 });
  });
});
