import { strict as assert } from 'node:assert';
import type { ComparedChange } from '../../../../src/core/reconcile/comparedChange';
import type { ListedDeployment } from '../../../../src/core/reconcile/listedDeployment';
import { Rollbacks } from '../../../../src/core/reconcile/rollbacks';

const moment = (text: string): number => Date.parse(`2026-02-${text}Z`);

function change(facts: Partial<ComparedChange['facts']>): ComparedChange {
  const usual = { title: 'A change', status: 'done', stage: 'done', zone: 'UTC', components: [] };
  return { file: 'a.md', facts: { ...usual, environments: ['production'], ...facts } };
}

function ran(at: string, what: Partial<ListedDeployment>): ListedDeployment {
  return { at: moment(at), state: 'succeeded', place: { list: 'a.csv', row: 2 }, ...what };
}

describe('A rollback', () => {
  const back = change({
    actualStart: moment('10T20:00'),
    actualEnd: moment('28T20:00'),
    rollbackAt: moment('10T20:30'),
    rollbackTo: 'v1.3.0',
  });
  const older = change({ actualStart: moment('01T20:00') });
  const newer = change({ start: moment('27T20:00'), stage: 'to_be_released', status: 'to_be_released' });
  const goesBack = (
    what: Partial<ListedDeployment>,
    { at = '10T20:40', named = [] as ComparedChange[] } = {},
  ): boolean => {
    const rollbacks = new Rollbacks();
    const deployment = ran(at, what);
    for (const one of [
      ran('02T20:00', { version: '1.2.0' }),
      ran('02T20:00', { commit: 'a'.repeat(40) }),
      deployment,
    ])
      rollbacks.add(one, 'production');
    return rollbacks.goesBack(back, deployment, 'production', named);
  };

  it('brings back what its record says, what ran there before, or what an older record is about', () => {
    assert.ok(goesBack({ version: '1.3.0' }));
    assert.ok(goesBack({ ref: 'v1.3.0', commit: 'b'.repeat(40) }));
    assert.ok(goesBack({ version: 'v1.2.0' }));
    assert.ok(goesBack({ ref: 'main', commit: 'a'.repeat(40) }));
    assert.ok(goesBack({ version: '1.1.0' }, { named: [older] }));
    assert.ok(goesBack({}));
  });

  it('hides nothing that is new', () => {
    assert.ok(!goesBack({ version: '9.9.9' }));
    assert.ok(!goesBack({ ref: 'main', commit: 'b'.repeat(40) }));
    assert.ok(!goesBack({ artifact: 'portal@sha256:00' }));
    assert.ok(!goesBack({ version: '1.5.0' }, { named: [newer] }));
  });

  it('ends, whatever end its record says', () => {
    assert.ok(goesBack({ version: '1.3.0' }, { at: '11T20:00' }));
    assert.ok(!goesBack({ version: '1.3.0' }, { at: '12T20:00' }));
  });
});
