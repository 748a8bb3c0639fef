import { strict as assert } from 'node:assert';
import { periodOf } from '../../../../src/core/auditPack/packOptions';
import { type FileMoments, periodReasons } from '../../../../src/core/auditPack/periodReasons';
import type { DeliveryFacts } from '../../../../src/core/delivery/deliveryFacts';

const at = (text: string): number => Date.parse(text);
const period = periodOf({ from: '2026-02-01', to: '2026-02-28' }, 'Europe/Madrid');

function reasons(facts: Partial<DeliveryFacts>, file: FileMoments = {}): string[] {
  const usual = { title: '', status: 'to_do', stage: 'to_do', zone: 'Europe/Madrid' };
  return periodReasons({ ...usual, environments: [], components: [], ...facts }, file, period);
}

describe('Whether a change belongs to a period', () => {
  it('follows from its own dates, from the first minute of the first day to the last one of the last', () => {
    assert.deepEqual(reasons({ requestedAt: at('2026-01-31T23:00Z') }), ['requested']);
    assert.deepEqual(reasons({ requestedAt: at('2026-01-31T22:59Z') }), []);
    assert.deepEqual(reasons({ actualStart: at('2026-02-28T22:59Z') }), ['carriedOut']);
    assert.deepEqual(reasons({ actualStart: at('2026-02-28T23:00Z') }), []);
  });

  it('is told for each of them', () => {
    const [before, inside, after] = [
      at('2026-01-05T10:00Z'),
      at('2026-02-10T10:00Z'),
      at('2026-03-05T10:00Z'),
    ];
    assert.deepEqual(reasons({ approvals: [{ at: before }, { at: inside, decision: 'denied' }] }), [
      'decided',
    ]);
    assert.deepEqual(reasons({ start: before, end: after }), ['planned']);
    assert.deepEqual(reasons({ rollbackAt: inside }), ['carriedOut']);
    assert.deepEqual(reasons({ agreement: { at: inside } }), ['decided']);
    const phase = (start: number, end: number) => ({ name: 'a', start, end });
    // Between two phases nothing was planned.
    const phases = [phase(before, before), phase(after, after)];
    assert.deepEqual(reasons({ start: before, end: after, phases }), []);
  });

  it('follows from git only where it has no date, or no file any more', () => {
    const inside = at('2026-02-10T10:00Z');
    assert.deepEqual(reasons({}, { came: inside }), ['created']);
    assert.deepEqual(reasons({ created: '2026-02-10' }, { came: at('2025-01-01T10:00Z') }), ['created']);
    assert.deepEqual(reasons({ requestedAt: at('2025-01-01T10:00Z') }, { came: inside }), []);
    assert.deepEqual(reasons({ requestedAt: at('2025-01-01T10:00Z') }, { went: inside }), ['removed']);
    assert.deepEqual(reasons({}), []);
  });
});
