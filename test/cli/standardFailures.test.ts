import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { changebook } from './program';
import {
  approve,
  as,
  catalogue,
  change,
  changeFile,
  commit,
  edit,
  found,
  refused,
  standing,
} from './standardCatalogue';

describe('A procedure for standard changes', () => {
  it('counts a rollback as a failure from its beginning, however the change ends', () => {
    const folder = catalogue();
    const rollback = 'actual: { start: 2026-11-18 10:00, rollback: { at: 2026-11-18 10:10, reason: x } }\n';
    for (const [id, status] of [
      ['CHG-2026-0002', 'releasing'],
      ['CHG-2026-0003', 'cancelled'],
    ] as const)
      writeFileSync(
        path.join(folder, `${id}.md`),
        change(id, rollback).replace('to_be_released', status).replaceAll('11-24', '11-18'),
      );
    commit(folder);
    assert.deepEqual(found(folder), refused);
    // What is being rolled back itself was begun while the procedure counted.
    assert.deepEqual(found(folder, 'CHG-2026-0002.md'), []);
    const row = standing(folder);
    assert.deepEqual([row?.why, row?.failures, row?.successful], ['withdrawn', 2, 0]);
    as('Laia Font', folder);
    approve(folder, '2026-11-19T10:00Z');
    assert.deepEqual(found(folder), []);
    edit(folder, 'CHG-2026-0002.md', (text) =>
      text.replace(', rollback: { at: 2026-11-18 10:10, reason: x }', ''),
    );
    assert.equal(standing(folder)?.failures, 0);
  });

  it('counts for what was begun on its last day after midnight, and for nothing that begins then', () => {
    const folder = catalogue();
    const midnight = ['--now', '2027-01-01T00:10Z'];
    const isFree = () => changebook(['gate', 'CHG-2026-0001', ...midnight], folder).code === 0;
    const late = (text: string): string => text.replace('2026-11-24 10:00', '2026-12-31 23:30');
    edit(folder, changeFile, late);
    commit(folder);
    assert.deepEqual(found(folder, changeFile, ...midnight), refused);
    edit(folder, changeFile, (text) =>
      text.replace('to_be_released', 'releasing\nactual: { start: 2026-12-31 23:40 }'),
    );
    commit(folder);
    assert.deepEqual(found(folder, changeFile, ...midnight), []);
    assert.equal(isFree(), true);
    edit(folder, changeFile, (text) => text.replace('2026-12-31 23:40', '2027-01-01 00:05'));
    commit(folder);
    assert.deepEqual(found(folder, changeFile, ...midnight), refused);
  });
});
