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

  it(`lose no step that comes or moves, and no tick (${pairs} pairs)`, () => {
    const base = Array.from({ length: 10 }, (_, at) => ({ id: `base-${at}`, box: ' ' }));
    for (let pair = 0; pair < pairs; pair++) {
      const random = new Random(seed + pair);
      const [ours, theirs] = [editedSteps(base, 'ours', random), editedSteps(base, 'theirs', random)];
      const merged = mergeRecords(listed(base), listed(ours), listed(theirs)) ?? assert.fail();
      const ids = [...merged.text.matchAll(/^- \[.\] (\S+)$/gm)].map(([, id]) => id);
      if (merged.conflicts === 0)
        assert.equal(new Set(ids).size, ids.length, `pair ${pair}: twice\n${merged.text}`);
      for (const { id } of [...base, ...ours, ...theirs]) {
        const [old, own, other] = [base, ours, theirs].map((steps) => boxOf(steps, id));
        // What one side took away and the other moved or ticked stays, or is asked about.
        const isSure = own !== undefined || other !== undefined || old === undefined;
        const isTicked = own === 'x' || other === 'x';
        const isGone = old !== undefined && (own === undefined || other === undefined) && !isTicked;
        if (isSure && !isGone)
          assert.ok(
            merged.text.includes(`- [${isTicked ? 'x' : ' '}] ${id}\n`),
            `pair ${pair}: ${id}\n${merged.text}`,
          );
      }
    }
  });
});

interface ListedStep {
  readonly id: string;
  readonly box: string;
}

/** Some steps ticked, some new, some gone, some elsewhere. */
function editedSteps(base: readonly ListedStep[], who: string, random: Random): ListedStep[] {
  const steps = [...base];
  for (let edits = random.between(1, 4); edits > 0; edits--) {
    const at = random.between(0, steps.length - 1);
    const step = steps[at] ?? assert.fail();
    const kind = random.between(0, 9);
    if (kind < 5) steps[at] = { ...step, box: 'x' };
    else if (kind < 7) steps.splice(at, 0, { id: `${who}-${edits}`, box: ' ' });
    else steps.splice(at, 1);
    if (kind === 9) steps.splice(random.between(0, steps.length), 0, step);
  }
  return steps;
}

function boxOf(steps: readonly ListedStep[], id: string): string | undefined {
  return steps.find((step) => step.id === id)?.box;
}

function listed(steps: readonly ListedStep[]): string {
  const lines = steps.map(({ id, box }) => `- [${box}] ${id}\n`).join('');
  return `---\nid: CHG-2026-0001\ntype: change\n---\n# A\n\n## Checklist\n\n${lines}\nThe end.\n`;
}
