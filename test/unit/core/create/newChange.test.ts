import { strict as assert } from 'node:assert';
import { defaultIdPattern, emptyConfig } from '../../../../src/core/config/workspaceConfig';
import { newChangeText } from '../../../../src/core/create/newChangeText';
import { newRecordPath, slugOfTitle } from '../../../../src/core/create/newRecordPath';
import { nextId } from '../../../../src/core/create/nextId';
import { RecordIndex } from '../../../../src/core/index/recordIndex';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { checkRecord } from '../../../../src/core/rules/checkRecord';
import { recordEntry } from '../../../../src/core/rules/recordEntry';

function indexOf(files: { readonly [file: string]: string }): RecordIndex {
  const index = new RecordIndex();
  for (const [file, id] of Object.entries(files)) {
    const type = id.startsWith('TKT') ? 'ticket' : id.startsWith('PROC') ? 'procedure' : 'change';
    const record = parseRecord(`---\nid: ${id}\ntype: ${type}\n---\n`);
    assert.ok(record);
    index.load(recordEntry(record, file, emptyConfig));
  }
  return index;
}

describe('The next free id', () => {
  const ids = (...all: string[]) => ({ ids: () => all });

  it('follows the highest of its year and type', () => {
    const known = ids('CHG-2026-0041', 'CHG-2026-0047', 'CHG-2025-0900', 'TKT-2026-0101', 'CHG-2026-0050-B');
    assert.equal(nextId(known, defaultIdPattern, 2026), 'CHG-2026-0048');
    assert.equal(nextId(known, defaultIdPattern, 2027), 'CHG-2027-0001');
    assert.equal(nextId(known, defaultIdPattern, 2026, 'ticket'), 'TKT-2026-0102');
    assert.equal(nextId(ids('CHG-2026-9999'), defaultIdPattern, 2026), 'CHG-2026-10000');
  });

  it('counts on where the team has a pattern of its own', () => {
    const own = /^CHG-\d{5}$/;
    assert.equal(nextId(ids('CHG-00009', 'CHG-2026-0001'), own, 2026), 'CHG-00010');
    assert.equal(nextId(ids(), own, 2026), undefined);
  });
});

describe('The place of a new record', () => {
  const place = (index: RecordIndex, records?: string[]) =>
    newRecordPath('change', 'CHG-1', 'Señal añadida: 4.2', {
      index,
      config: { data: records ? { records } : {} },
    });

  it('is beside most changes, else where the globs allow', () => {
    const index = indexOf({ 'a/CHG-2.md': 'CHG-2', 'b/c/CHG-3.md': 'CHG-3', 'b/c/CHG-4.md': 'CHG-4' });
    assert.equal(place(index), 'b/c/CHG-1-senal-anadida-4-2.md');
    assert.equal(place(index, ['a/**/*.md']), 'a/CHG-1-senal-anadida-4-2.md');
    const none = new RecordIndex();
    assert.equal(place(none), 'CHG-1-senal-anadida-4-2.md');
    assert.equal(
      place(none, ['procedures/**', 'ops/changes/*/*.md', 'changes/**/*.md']),
      'changes/CHG-1-senal-anadida-4-2.md',
    );
  });

  it('is in the folder of its year where a setup made one', () => {
    const at = (
      files: { readonly [file: string]: string },
      id: string,
      type: 'change' | 'ticket' = 'change',
    ) => newRecordPath(type, id, '', { index: indexOf(files), config: { data: {} } });
    const set = { 'procedures/PROC-RELEASE.md': 'PROC-RELEASE' };
    assert.equal(at(set, 'CHG-2026-0001'), 'changes/2026/CHG-2026-0001.md');
    assert.equal(at(set, 'CHG-1'), 'changes/CHG-1.md');
    assert.equal(at(set, 'TKT-2026-0001', 'ticket'), 'tickets/TKT-2026-0001.md');
    assert.equal(
      at({ 'ops/procedures/PROC-A.md': 'PROC-A' }, 'CHG-2026-0001'),
      'ops/changes/2026/CHG-2026-0001.md',
    );
    assert.equal(
      at({ 'changes/2026/CHG-2026-0001.md': 'CHG-2026-0001' }, 'CHG-2027-0001'),
      'changes/2027/CHG-2027-0001.md',
    );
  });

  it('has a name without accents, of sensible length', () => {
    assert.equal(slugOfTitle('¿Qué? ÇÑ — #1'), 'que-cn-1');
    assert.equal(slugOfTitle('日本'), '');
    assert.ok(slugOfTitle('many words '.repeat(30)).length <= 60);
    assert.equal(slugOfTitle('x'.repeat(200)).length, 60);
  });
});

describe('The text of a new change', () => {
  it('holds what is known and no finding but placeholders', () => {
    for (const language of ['en', 'es'] as const) {
      const title = 'Say "yes": #1 [now]';
      const file = 'CHG-2026-0001.md';
      const text = newChangeText({
        ...{ language, id: 'CHG-2026-0001', file, title, changeType: 'emergency', created: '2026-11-16' },
        ...{
          environments: ['PRO', 'a, b'],
          deploymentType: 4,
          customer: 'yes',
          start: '2026-11-24T22:00+01:00',
        },
      });
      const record = parseRecord(text);
      assert.ok(record?.type === 'change');
      assert.deepEqual(record.problems, []);
      assert.equal(record.language, language);
      assert.equal(record.data.title, title);
      assert.equal(record.data.customer, 'yes');
      assert.deepEqual(record.data.environments, ['PRO', 'a, b']);
      assert.deepEqual(record.data.schedule, { start: '2026-11-24T22:00+01:00' });
      const found = checkRecord(record, { file, config: emptyConfig }).filter(
        ({ severity }) => severity !== 'info',
      );
      assert.deepEqual([...new Set(found.map(({ rule }) => rule))], ['format/placeholder']);
    }
  });

  it('has a step for each new environment variable', () => {
    const variables = [{ name: 'SESSION_MINUTES', purpose: 'Length of a <session>', default: '30' }];
    const text = newChangeText({
      ...{ language: 'en', id: 'CHG-2026-0001', file: 'CHG-2026-0001.md', title: 'Sessions' },
      ...{ changeType: 'normal', created: '2026-11-16', data: { release: { variables } } },
    });
    assert.match(
      text,
      /\n## Checklist\n\n- \[ \] Environment variable `SESSION_MINUTES`: Length of a session \(by default `30`\)\n/,
    );
    const record = parseRecord(text);
    const found = record ? checkRecord(record, { file: 'CHG-2026-0001.md', config: emptyConfig }) : [];
    assert.ok(!found.some(({ rule }) => rule === 'release/variables'));
  });
});
