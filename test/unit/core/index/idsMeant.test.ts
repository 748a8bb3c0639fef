import { strict as assert } from 'node:assert';
import { idsMeant } from '../../../../src/core/index/idsMeant';

describe('Ids that a text may mean', () => {
  const ids = ['CHG-2026-0042', 'CHG-2026-0142', 'CHG-2026-0107', 'TKT-2026-0107', 'PROC-RELEASE', 'RFC7'];

  it('are the whole one, in any capitals', () => {
    assert.deepEqual(idsMeant(ids, 'chg-2026-0042'), ['CHG-2026-0042']);
    assert.deepEqual(idsMeant(['a-1', 'A-1'], 'A-1'), ['A-1']);
    assert.deepEqual(idsMeant(['a-1', 'A-1'].slice(0, 1), 'A-1'), ['a-1']);
    // A whole one is meant, though another ends so.
    assert.deepEqual(idsMeant(['X-RFC7', ...ids], 'rfc7'), ['RFC7']);
  });

  it('are else those that end so, at a part or within their number', () => {
    assert.deepEqual(idsMeant(ids, '0042'), ['CHG-2026-0042']);
    assert.deepEqual(idsMeant(ids, '42'), ['CHG-2026-0042', 'CHG-2026-0142']);
    assert.deepEqual(idsMeant(ids, '2026-0107'), ['CHG-2026-0107', 'TKT-2026-0107']);
    assert.deepEqual(idsMeant(ids, 'release'), ['PROC-RELEASE']);
    for (const text of ['', ' ', 'elease', '43', 'CHG', 'FC7', '*'])
      assert.deepEqual(idsMeant(ids, text), [], text);
  });
});
