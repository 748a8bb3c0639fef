import { strict as assert } from 'node:assert';
import { at, mentioned } from './mentionedText';

const change = 'changes/CHG-2026-0001.md';

describe('Names in a text', () => {
  it('are told of the fields of a change, whichever way they are written', () => {
    assert.deepEqual(mentioned(change).slice(0, 12), [
      '*record CHG-2026-0001: CHG-2026-0001 (yaml)',
      'record PROC-RELEASE: PROC-RELEASE (yaml)',
      'customer acme: acme (yaml)',
      'environment pro in acme: live (yaml)',
      'person laia@example.org: laia@home.example (yaml)',
      'role security: security (yaml)',
      'person nil roca: Nil Roca (yaml)',
      'step backup in PROC-RELEASE: backup (yaml)',
      'record TKT-7: TKT-7 (yaml)',
      'record ES-44: ES-44 (yaml)',
      'record CHG-2026-0404: CHG-2026-0404 (yaml)',
      'heading way-back in CHG-2026-0001: Way back (yaml)',
    ]);
  });

  it('are told of its body: ids, files, anchors, headings and comments of steps, and no places of others', () => {
    assert.deepEqual(mentioned(change).slice(12), [
      '*heading first-for-tkt-7 in CHG-2026-0001: First, for TKT-7. (text)',
      'record TKT-7: TKT-7 (text)',
      'record PROC-RELEASE: ../procedures/PROC-RELEASE.md (path)',
      'heading 5-release in PROC-RELEASE: 5-release (fragment)',
      'record CHG-2026-0001: chg-2026-0001 (text)',
      '*heading 5-release in PROC-RELEASE: 5. Release (text)',
      '*step backup in PROC-RELEASE: backup (comment)',
      'role security: security (comment)',
      '*heading way-back in CHG-2026-0001: Way back (text)',
    ]);
  });

  it('are told of a procedure, whose gates name the outermost headings that begin so', () => {
    assert.deepEqual(mentioned('procedures/PROC-RELEASE.md'), [
      '*record PROC-RELEASE: PROC-RELEASE (yaml)',
      'heading 5-release in PROC-RELEASE: 5. (start)',
      'heading 1-before in PROC-RELEASE: 1. Before (start)',
      '*heading release in PROC-RELEASE: Release (text)',
      '*heading 1-before in PROC-RELEASE: 1. Before (text)',
      '*step backup in PROC-RELEASE: backup (comment)',
      'person laia@example.org: Laia Font (comment)',
      '*heading 5-release in PROC-RELEASE: 5. Release (text)',
      '*heading 51-tag in PROC-RELEASE: 5.1 Tag (text)',
      'heading 5-release in PROC-RELEASE: 5-release (fragment)',
    ]);
  });

  it('are told of the configuration, where most are described', () => {
    assert.deepEqual(mentioned('.changebook/config.yaml'), [
      '*person laia@example.org: Laia Font (yaml)',
      'person laia@example.org: laia@example.org (yaml)',
      'person laia@example.org: laia@home.example (yaml)',
      '*environment int: INT (yaml)',
      'customer acme: acme (yaml)',
      'environment pro in acme: PRO (yaml)',
      'environment pro in *: PRO (yaml)',
      'role security: security (yaml)',
      'role quality_assurance: quality_assurance (yaml)',
      'role security: security (yaml)',
      '*role security: security (yaml)',
      'person nil roca: Nil Roca (yaml)',
      'person laia@example.org: Laia Font (yaml)',
      'record CHG-2026-0001: CHG-2026-0001 (text)',
    ]);
    assert.deepEqual(mentioned('.changebook/customers/acme.yaml'), [
      '*customer acme: Acme SA (yaml)',
      '*environment pro in acme: PRO (yaml)',
      'environment pro in acme: live (yaml)',
      '*person anna@acme.example: Anna (yaml)',
      'person anna@acme.example: anna@acme.example (yaml)',
    ]);
  });

  it('are told of templates: ids', () => {
    assert.deepEqual(mentioned('.changebook/templates/start.en.md'), [
      'record PROC-RELEASE: PROC-RELEASE (text)',
    ]);
  });
});

describe('The name at the caret', () => {
  it('is the shortest that the caret is in, or at the end of', () => {
    assert.match(at(change, 'PROC-REL|EASE@1.0.0') ?? '', /^record PROC-RELEASE: .* PROC-RELEASE$/);
    assert.match(at(change, '# First, for TKT-7|.') ?? '', /^record TKT-7/);
    assert.match(at(change, '# Fi|rst') ?? '', /^\*heading first/);
    assert.match(at(change, 'by: "|Nil Roca"') ?? '', /^person nil roca: .* Nil Roca$/);
    assert.match(at(change, 'step: back|up by') ?? '', /^\*step backup in PROC-RELEASE/);
  });

  it('is none in keys and in text', () => {
    assert.equal(at(change, 'cust|omer: acme'), undefined);
    assert.equal(at(change, 'PROC-RELEASE@1.0|.0'), undefined);
    assert.equal(at(change, 'branch: CHG-2026-|0001'), undefined);
  });
});
