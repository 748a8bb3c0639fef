import { strict as assert } from 'node:assert';
import { receiptsIn } from '../../../../src/core/receipt/receiptStatement';

const receipt = '{\n  "a": {\n  }\n}\n';
const armor = '-----BEGIN SSH SIGNATURE-----\nU1NI\n-----END SSH SIGNATURE-----\n';

describe('The receipts in a note', () => {
  it('stand among other texts, each with its signatures', () => {
    assert.deepEqual(receiptsIn(`Released.\n\n${receipt}${armor}\n${receipt}Thanks.\n`), [
      { text: receipt, signatures: [armor] },
      { text: receipt, signatures: [] },
    ]);
    assert.deepEqual(receiptsIn(armor), []);
    assert.deepEqual(receiptsIn(''), []);
  });

  it('are not hidden by what never ends', () => {
    const open = '{\n  "a": 1\n\n-----BEGIN SSH SIGNATURE-----\nU1NI\n';
    assert.deepEqual(receiptsIn(open + receipt + armor), [{ text: receipt, signatures: [armor] }]);
  });

  it('are read in one go, however often something begins', () => {
    const begun = performance.now();
    assert.deepEqual(receiptsIn('{\n'.repeat(500_000)), []);
    assert.ok(performance.now() - begun < 5000);
  });
});
