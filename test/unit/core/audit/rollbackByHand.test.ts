import { strict as assert } from 'node:assert';
import { recordVersion } from '../../../../src/core/audit/recordVersion';
import { versionChanges } from '../../../../src/core/audit/versionChanges';

function changes(before: string, after: string) {
  const [old, now] = [before, after].map((fields) =>
    recordVersion(`---\nid: CHG-1\ntype: change\n${fields}---\n# T\n`),
  );
  return versionChanges([old], now);
}

describe('A rollback that was written by hand', () => {
  const back = 'actual: { rollback: { at: 2026-11-24T21:30Z, reason: Logins fail } }\n';

  it('is an event, and so is taking it back', () => {
    const [going, again] = ['status: releasing\n', 'status: in_progress\n'];
    assert.deepEqual(changes(going, going + back), [{ action: 'rollback', reason: 'Logins fail' }]);
    assert.deepEqual(changes(going + back, going), [{ action: 'undo-rollback' }]);
    assert.deepEqual(changes(going + back, again), [
      { action: 'advance', from: 'releasing', to: 'in_progress' },
    ]);
  });
});
