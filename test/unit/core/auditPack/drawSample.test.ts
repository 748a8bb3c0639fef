import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { drawSample } from '../../../../src/core/auditPack/drawSample';

/** What somebody does by hand: `printf '%s\n%s' SEED NAME | sha256sum`, sorted. */
function byHand(names: readonly string[], seed: string): string[] {
  const hashes = names.map((name) => [createHash('sha256').update(`${seed}\n${name}`).digest('hex'), name]);
  return hashes.sort(([one = ''], [other = '']) => (one < other ? -1 : 1)).map(([, name = '']) => name);
}

describe('The draw of a sample', () => {
  const names = Array.from({ length: 200 }, (_, at) => `CHG-2026-${String(at).padStart(4, '0')}`);

  it('is what anybody gets by hand, whatever the order of the names', () => {
    const drawn = drawSample([...names].reverse(), 25, '4711').filter(({ isDrawn }) => isDrawn);
    assert.deepEqual(
      drawn.map(({ key }) => key),
      byHand(names, '4711').slice(0, 25),
    );
    assert.deepEqual(drawSample(names, 25, '4711'), drawSample([...names].reverse(), 25, '4711'));
  });

  it('is another one with another seed, and keeps who was drawn when more are', () => {
    const drawn = (count: number, seed: string): string[] =>
      drawSample(names, count, seed).flatMap(({ key, isDrawn }) => (isDrawn ? [key] : []));
    assert.notDeepEqual(drawn(25, '4711'), drawn(25, '4712'));
    assert.deepEqual(drawn(30, '4711').slice(0, 25), drawn(25, '4711'));
  });

  it('takes all where there are no more, and none of none', () => {
    assert.equal(drawSample(names, 1000, 'a').filter(({ isDrawn }) => isDrawn).length, 200);
    assert.equal(drawSample(names, 0, 'a').filter(({ isDrawn }) => isDrawn).length, 0);
    assert.deepEqual(drawSample([], 25, 'a'), []);
  });
});
