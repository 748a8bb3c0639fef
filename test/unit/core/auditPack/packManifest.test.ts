import { strict as assert } from 'node:assert';
import {
  manifestOptions,
  manifestText,
  optionsOf,
  readManifest,
} from '../../../../src/core/auditPack/packManifest';

const options = { from: '2026-01-01', to: '2026-12-31', sample: 25, seed: 'x', language: 'es' } as const;
const file = (path: string) => ({ path, bytes: 3, sha256: 'a'.repeat(64) });
const content = {
  version: 1,
  kind: 'changebook-audit-pack',
  commit: 'b'.repeat(40),
  folder: '',
  program: '1.0.0',
  options: manifestOptions(options),
  zone: 'UTC',
  changes: 1,
  sampled: 1,
  unread: 0,
  reconciliation: null,
  files: [file('index.html'), file('samples/CHG-1/record.txt')],
} as const;

describe('The manifest of a pack', () => {
  const text = manifestText({ ...content, files: [...content.files] });

  it('says what it was made from', () => {
    const read = readManifest(text);
    assert.ok(typeof read === 'object');
    assert.deepEqual(optionsOf(read), options);
    const named = { ...options, customer: 'acme', now: '2027-01-01T00:00+00:00' };
    const other = readManifest(manifestText({ ...read, options: manifestOptions(named) }));
    assert.deepEqual(typeof other === 'object' && optionsOf(other), named);
  });

  it('is edited where any of its letters is another one', () => {
    for (let at = 0; at < text.length; at++) {
      const letter = text[at] === '1' ? '2' : '1';
      const read = readManifest(text.slice(0, at) + letter + text.slice(at + 1));
      assert.ok(read === 'edited' || read === 'notManifest', `${at}: ${text.slice(at, at + 20)}`);
    }
    for (const other of [`${text} `, text.slice(0, -1), text.replaceAll('\n', '\r\n')])
      assert.equal(readManifest(other), 'edited');
  });

  it('is none with a path that leads elsewhere, twice the same, or itself', () => {
    for (const path of ['../x', '/etc/passwd', 'a\\b', '.git/config', 'a/../b', 'a//b', ''])
      assert.equal(readManifest(manifestText({ ...content, files: [file(path)] })), 'notManifest', path);
    const twice = [file('a'), file('a')];
    assert.equal(readManifest(manifestText({ ...content, files: twice })), 'edited');
    assert.equal(readManifest(manifestText({ ...content, files: [file('manifest.json')] })), 'edited');
    for (const other of ['', '{}', '[', 'null', '{"version":1}'])
      assert.equal(readManifest(other), 'notManifest');
  });
});
