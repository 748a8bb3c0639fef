import { strict as assert } from 'node:assert';
import { fetchedAhead } from '../../../../src/vscode/virtual/fetchedAhead';

describe('Files that are fetched ahead', () => {
  it('come in their order, however fast each is, and no more than so many at a time', async () => {
    let asked = 0;
    let taken = 0;
    let most = 0;
    const fetch = async (one: number): Promise<number> => {
      asked++;
      most = Math.max(most, asked - taken);
      await new Promise((resolve) => setTimeout(resolve, one % 3));
      return one * 2;
    };
    const many = Array.from({ length: 20 }, (_, at) => at);
    const got: number[] = [];
    for await (const { one, got: double } of fetchedAhead(many, 4, fetch)) {
      assert.equal(double, one * 2);
      got.push(one);
      taken++;
    }
    assert.deepEqual(got, many);
    assert.ok(most <= 5, String(most));
  });

  it('may be none', async () => {
    for await (const _ of fetchedAhead([], 4, async () => 1)) assert.fail('nothing comes');
  });
});
