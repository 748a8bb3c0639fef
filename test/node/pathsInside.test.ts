import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DiskFacts } from '../../src/node/diskFacts';

describe('Paths inside of a workspace', () => {
  let root = '';
  before(() => {
    root = mkdtempSync(path.join(tmpdir(), 'changebook-paths-'));
    mkdirSync(path.join(root, 'guías'.normalize('NFD')));
    writeFileSync(path.join(root, 'guías'.normalize('NFD'), 'migración.md'.normalize('NFD')), '# Día\n');
    symlinkSync(tmpdir(), path.join(root, 'fuerá'.normalize('NFD')));
  });
  after(() => rmSync(root, { recursive: true }));

  it('are the same however their accents are put together', () => {
    const facts = new DiskFacts(root);
    assert.equal(facts.exists('guías/migración.md'.normalize('NFC')), true);
    assert.equal(facts.exists('guías/migración.md'.normalize('NFD')), true);
    assert.equal(facts.exists('guías/migracion.md'), false);
    assert.deepEqual([...(facts.anchors('guías/migración.md') ?? [])], ['día']);
  });

  it('do not lead out by another spelling of a link', () => {
    const outside = path.basename(mkdtempSync(path.join(tmpdir(), 'changebook-outside-')));
    assert.equal(new DiskFacts(root).exists(`fuerá/${outside}`), false);
    rmSync(path.join(tmpdir(), outside), { recursive: true });
  });
});
