import { strict as assert } from 'node:assert';
import { endTrail, trailNow, WentBack, withWayBack } from '../../../../src/vscode/input/wayBack';

/** A command of three questions, each answered by the next of some words; `<` goes back. Gives what was asked. */
async function play(words: readonly string[]): Promise<readonly [asked: string, answers: unknown]> {
  const left = [...words];
  const asked: string[] = [];
  const question = (name: string): string => {
    const trail = trailNow();
    const known = trail.known();
    if (known !== undefined) {
      trail.take(known);
      return known;
    }
    asked.push(`${name}${trail.before + 1}`);
    const word = left.shift() ?? '';
    if (word === '<') throw new WentBack(trail);
    trail.take(word);
    return word;
  };
  const answers = await withWayBack(async () => [question('a'), question('b'), question('c')]);
  return [asked.join(' '), answers];
}

describe('The way back', () => {
  it('leads to the question before, with all answers before that', async () => {
    assert.deepEqual(await play(['x', 'y', 'z']), ['a1 b2 c3', ['x', 'y', 'z']]);
    assert.deepEqual(await play(['x', 'y', '<', 'w', 'z']), ['a1 b2 c3 b2 c3', ['x', 'w', 'z']]);
    assert.deepEqual(await play(['x', 'y', '<', '<', 'v', 'w', 'z']), [
      'a1 b2 c3 b2 a1 b2 c3',
      ['v', 'w', 'z'],
    ]);
  });

  it('says by a title which command asks, as long as it asks', async () => {
    assert.equal(await withWayBack(async () => trailNow().title, 'Approve'), 'Approve');
    assert.equal(trailNow().title, undefined);
  });

  it('ends the command before its first question, and where something was done', async () => {
    assert.deepEqual(await play(['<']), ['a1', undefined]);
    const runs: number[] = [];
    const done = await withWayBack(async () => {
      runs.push(1);
      trailNow().take('x');
      endTrail();
      throw new WentBack(trailNow());
    });
    assert.deepEqual([done, runs.length], [undefined, 1]);
  });
});
