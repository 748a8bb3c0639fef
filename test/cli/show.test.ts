import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from '../../src/core/approvals/approvedContent';
import { parseRecord } from '../../src/core/model/parse/parseRecord';
import { recordFixture } from '../unit/support/recordFixtures';
import { changebook, folderOf, showJson } from './program';

const records = path.join(__dirname, 'shownRecords');
const release = readFileSync(path.join(records, 'release.md'), 'utf8');

describe('changebook show', () => {
  it('gives the same fields for a record under Spanish and under English names', () => {
    const spanish = showJson('CHG-2026-0077.es.md', records);
    const english = showJson('CHG-2026-0077.en.md', records);
    assert.deepEqual(spanish.fields, english.fields);
    assert.equal(spanish.status, 'to_be_released');
    assert.ok(Object.keys(spanish.fields).length > 20);
    assert.deepEqual(
      english.sections.map(({ name }) => name),
      [
        'summary',
        'components',
        'impact',
        'tickets',
        'changelog',
        'deployment',
        'rollback',
        'tests',
        'checklist',
      ],
    );
    assert.deepEqual(
      spanish.sections.map(({ name, line }) => [name, line - english.sections.length]),
      english.sections.map(({ name, line }) => [name, line - english.sections.length]),
    );
  });

  it('finds steps, and none in commands', () => {
    const { steps, type, title } = showJson('release.md', records);
    assert.equal(type, null);
    assert.equal(title, 'Release checklist');
    assert.deepEqual(steps, [
      {
        line: 5,
        text: 'Branch made',
        checked: true,
        applicable: true,
        path: ['Release checklist', 'Before'],
        name: 'branch',
      },
      {
        line: 6,
        text: 'Nested one',
        checked: false,
        applicable: true,
        path: ['Release checklist', 'Before'],
      },
      {
        line: 7,
        text: 'Status page',
        checked: true,
        applicable: false,
        path: ['Release checklist', 'Before'],
      },
      {
        line: 21,
        text: 'First of a numbered list',
        checked: false,
        applicable: true,
        path: ['Release checklist', 'After'],
      },
    ]);
    assert.equal(release.match(/\[[ x]\]/g)?.length, 9);
  });

  it('finds a record by its id, and says when there is none', () => {
    assert.match(changebook(['show', 'CHG-2026-0077'], records).out, /Portal 5\.0\.0/);
    const { code, err } = changebook(['show', 'CHG-2026-0099'], records);
    assert.equal(code, 2);
    assert.match(err, /There is no record “CHG-2026-0099”/);
  });

  it('shows any text', () => {
    const folder = folderOf({ 'empty.md': '', 'half.md': '---\nid: x\n' });
    for (const name of ['empty.md', 'half.md']) assert.equal(showJson(name, folder).type, null);
  });
});

describe('The digest of a change', () => {
  it('is the same by the hash of Node, in the bundle, and by that of the core', () => {
    const text = recordFixture('CHG-2026-0042.es.md');
    const folder = folderOf({ 'CHG-2026-0042.md': text });
    const record = parseRecord(text);
    if (record?.type !== 'change') return assert.fail('no change');
    assert.equal(showJson('CHG-2026-0042.md', folder).digest, digestOf(record));
  });
});
