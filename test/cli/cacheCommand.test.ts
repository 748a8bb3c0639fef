import { strict as assert } from 'node:assert';
import { readdirSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { changebook, folderOf, ticket } from './program';

describe('changebook cache', () => {
  it('says where it lies, what in it is damaged, and removes what is not used', () => {
    const folder = folderOf({ 'TKT-1.md': ticket('TKT-1') });
    const cache = folderOf({});
    const call = (...args: string[]) => changebook(['cache', ...args], folder, { cache });
    const json = (...args: string[]): unknown => JSON.parse(call(...args, '--format', 'json').out);
    changebook(['check'], folder, { cache });
    assert.equal(call('path').out, `${cache}\n`);
    const whole = call('verify');
    assert.equal(whole.code, 0, whole.out);
    assert.match(whole.out, /^Whole: packs 1, verdicts 1, other files \d+\.\n$/);
    const verdict = readdirSync(cache, { recursive: true, encoding: 'utf8' }).find((name) =>
      name.endsWith('.verdict'),
    );
    const damaged = path.join(cache, verdict ?? assert.fail());
    truncateSync(damaged, 90);
    assert.equal(call('verify').code, 1);
    assert.deepEqual((json('verify') as { damaged: unknown }).damaged, [damaged]);
    assert.match(call('verify', '--language', 'es').out, /dañado/);
    assert.match(call('prune').out, /^Files removed: 0\./);
    assert.equal((json('prune', '--size', '0') as { bytes: number }).bytes, 0);
    for (const args of [[], ['x'], ['path', 'more'], ['verify', '--size', '1']])
      assert.equal(call(...args).code, 2);
  });
});
