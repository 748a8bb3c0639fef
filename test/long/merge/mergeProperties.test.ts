import { strict as assert } from 'node:assert';
import { mergeRecords } from '../../../src/core/merge/mergeRecords';
import { Random } from '../../bench/records/random';
import { checkMerge } from '../../unit/support/mergedFacts';
import { editedModel, randomModel, writtenModel } from '../../unit/support/mergeModel';

const pairs = Number(process.env.CHANGEBOOK_MERGE_PAIRS ?? 250);
const seed = Number(process.env.CHANGEBOOK_MERGE_SEED ?? 20261130);

describe('Two versions of a record', function () {
  this.timeout(3_600_000);

  it(`lose nothing where they are merged (${pairs} pairs)`, () => {
    let asked = 0;
    for (let pair = 0; pair < pairs; pair++) {
      const random = new Random(seed + pair);
      const base = randomModel(random);
      const [ours, theirs] = [editedModel(base, 'ana', random), editedModel(base, 'ben', random)];
      const merged = mergeRecords(writtenModel(base), writtenModel(ours), writtenModel(theirs));
      assert.ok(merged, `pair ${pair}: left to git`);
      try {
        assert.equal(checkMerge(merged.text, base, ours, theirs), merged.conflicts);
      } catch (error) {
        throw new Error(`pair ${pair}`, { cause: error });
      }
      if (merged.conflicts > 0) asked++;
    }
    // Most pairs must be merged whole, and some must not, or the test proves nothing.
    assert.ok(asked > pairs / 20 && asked < pairs / 2, `${asked} of ${pairs}`);
    console.log(`      ${pairs - asked} merged whole, ${asked} with a conflict in its place, 0 lost`);
  });
});
