import { strict as assert } from 'node:assert';
import { approvedBefore } from '../../../../../src/core/auditPack/populationColumns';
import type { DeliveryFacts } from '../../../../../src/core/delivery/deliveryFacts';
import { FigureTally } from '../../../../../src/core/figures/figureTally';
import { endOfSaidMinute } from '../../../../../src/core/model/time/endOfSaidMinute';

const at = (text: string): number => Date.parse(`2026-11-30T${text}Z`);

describe('A moment that is written to the minute', () => {
  it('may be any in that minute, and one with seconds is that alone', () => {
    assert.equal(endOfSaidMinute(at('22:58')), at('22:58:59.999'));
    assert.equal(endOfSaidMinute(at('22:58:47')), at('22:58:47'));
  });

  it('is no begin before an approval of the same minute', () => {
    const usual = { title: '', status: 'done', stage: 'done', zone: 'UTC', environments: [], components: [] };
    const isInTime = (approved: string, began: string): boolean | undefined => {
      const approvals = [{ role: 'peer', decision: 'approved', at: at(approved) }];
      return approvedBefore({ ...usual, approvals, actualStart: at(began) } as DeliveryFacts);
    };
    assert.equal(isInTime('22:58:47', '22:58'), true);
    assert.equal(isInTime('22:59:00', '22:58'), false);
    assert.equal(isInTime('22:58:47', '22:58:46'), false);
  });

  it('is no end before an approval of the same minute', () => {
    const spent = (approved: string, ended: string) => {
      const tally = new FigureTally(() => undefined);
      tally.add({ state: 'ended', result: 'well', approved: at(approved), ended: at(ended) }, 1);
      const { median, leftOut } = tally.figures(7).spans.approvedToDeployed;
      return [median, leftOut.map(({ why }) => why)];
    };
    assert.deepEqual(spent('22:58:47', '22:58'), [0, []]);
    assert.deepEqual(spent('22:59:00', '22:58'), [null, ['backwards']]);
    assert.deepEqual(spent('22:57:30', '22:58'), [0.5, []]);
  });
});
