import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { packPath } from '../../../../src/core/auditPack/packManifest';
import { safeFileName, safeName } from '../../../../src/core/auditPack/safeName';

describe('Names in a pack', () => {
  it('keep usual ids, and make a name of anything else', () => {
    assert.equal(safeName('CHG-2026-0042'), 'CHG-2026-0042');
    for (const name of ['../../etc/passwd', '.git', 'CON', 'a/b', '', ' ', '…', 'x'.repeat(300), 'chg-1'])
      assert.match(`samples/${safeName(name)}/record.txt`, packPath, name);
    assert.equal(safeFileName('.env.TXT').endsWith('.txt'), true);
  });

  it('are never the same for two, not even where capitals do not count', () => {
    assert.notEqual(safeName('CHG-1').toLowerCase(), safeName('chg-1').toLowerCase());
    const other = safeName('chg-1').toUpperCase();
    assert.notEqual(safeName(other).toLowerCase(), other.toLowerCase());
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        assert.match(safeName(one), packPath);
        assert.match(safeFileName(one), packPath);
        if (one !== other) assert.notEqual(safeName(one).toLowerCase(), safeName(other).toLowerCase());
      }),
      { numRuns: 30 },
    );
  });
});
