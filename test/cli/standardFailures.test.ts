import { strict as assert } from 'node:assert';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { changebook, checkJson } from './program';
import { git, repositoryOf } from './repository';
import {
  approve,
  as,
  catalogue,
  change,
  changeFile,
  commit,
  config,
  edit,
  found,
  procedure,
  procedureFile,
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

  it('is withdrawn by the failures of the base, whatever a branch makes of them', () => {
    const ended = 'outcome: rolled_back\nactual: { start: 2026-11-18 10:00, end: 2026-11-18 10:30 }\n';
    const failed = (id: string): string => change(id, ended).replace('to_be_released', 'done');
    const folder = repositoryOf({ '.changebook/config.yaml': config, [procedureFile]: procedure }, 'Mal Zed');
    as('Laia Font', folder);
    approve(folder);
    as('Mal Zed', folder);
    for (const id of ['CHG-2026-0002', 'CHG-2026-0003'])
      writeFileSync(path.join(folder, `${id}.md`), failed(id));
    commit(folder);
    git(folder, 'switch', '--quiet', '--create', 'branch');
    writeFileSync(path.join(folder, changeFile), change('CHG-2026-0001'));
    commit(folder);
    const start = git(folder, 'rev-parse', 'HEAD').trim();
    const told = (): string[] => {
      const { findings } = checkJson(['--since', 'main', '--now', '2026-11-20T10:00Z'], folder);
      return findings.filter(({ rule }) => rule === 'config/loosened').map(({ message }) => message);
    };
    assert.deepEqual(told(), []);
    assert.deepEqual(found(folder), refused);
    const other = 'CHG-2026-0003.md';
    const tricks: { readonly [name: string]: () => void } = {
      'other days': () => edit(folder, other, (text) => text.replaceAll('2026-11-18', '2026-11-08')),
      'no outcome': () =>
        edit(folder, other, (text) =>
          text.replace('done', 'cancelled').replace('outcome: rolled_back\n', ''),
        ),
      'no record': () => rmSync(path.join(folder, other)),
      'a normal change': () =>
        edit(folder, other, (text) => text.replace('change_type: standard', 'change_type: normal')),
    };
    for (const [name, trick] of Object.entries(tricks)) {
      trick();
      commit(folder);
      assert.match(
        told().join('\n'),
        /^CHG-2026-0003 no longer counts as a failure of PROC-RESTART, or as an earlier one, in the same change as CHG-2026-0001/,
        name,
      );
      git(folder, 'reset', '--quiet', '--hard', start);
    }
    edit(folder, other, (text) => `${text}\n## Review\n\nThe vendor mended it.\n`);
    git(folder, 'mv', other, 'CHG-2026-0003-restart.md');
    commit(folder);
    assert.deepEqual(told(), []);
  });

  it('is not approved by what its last approval took the place of', () => {
    const folder = catalogue();
    const old = git(folder, 'rev-parse', 'HEAD').trim();
    edit(folder, procedureFile, (text) => text.replace('2026-12-31', '2026-11-18'));
    commit(folder);
    as('Laia Font', folder);
    approve(folder, '2026-11-17T09:00Z');
    assert.deepEqual(found(folder), refused);
    as('Mal Zed', folder);
    git(folder, 'checkout', '--quiet', old, '--', procedureFile);
    // Nobody can tell by the text alone.
    assert.deepEqual(found(folder), refused);
    commit(folder);
    assert.deepEqual(found(folder), refused);
    assert.deepEqual(found(folder, procedureFile), ['approval/unverified error']);
    as('Laia Font', folder);
    approve(folder, '2026-11-19T09:00Z');
    assert.deepEqual(found(folder), []);
    assert.deepEqual(found(folder, procedureFile), []);
  });

  it('is approved by an earlier decision where whoever gave a later one took that back', () => {
    const folder = catalogue();
    as('Laia Font', folder);
    edit(folder, procedureFile, (text) => text.replace('2026-12-31', '2026-11-18'));
    commit(folder);
    approve(folder, '2026-11-17T09:00Z');
    assert.deepEqual(found(folder), refused);
    git(folder, 'revert', '--no-edit', 'HEAD', 'HEAD~1');
    assert.deepEqual(found(folder), []);
  });

  it('counts for nothing that was done by hand where nobody approved it, or something else was done', () => {
    const folder = catalogue();
    const start = '2026-11-18 10:00';
    const byHand = (status: string): void =>
      edit(folder, changeFile, (text) =>
        text
          .replace('to_be_released', `${status}\nactual: { start: ${start}, end: 2026-11-18 10:30 }`)
          .replace('2026-11-24 10:00', start)
          .replace('- [ ] Restarted', '- [x] Restarted'),
      );
    byHand('done');
    commit(folder);
    assert.deepEqual(found(folder), []);
    writeFileSync(path.join(folder, procedureFile), procedure);
    commit(folder);
    assert.deepEqual(found(folder), ['approval/missing error']);
    git(folder, 'reset', '--quiet', '--hard', 'HEAD~2');
    byHand('in_testing');
    commit(folder);
    const later = ['--now', '2027-01-05T10:00Z'];
    assert.deepEqual(found(folder, changeFile, ...later), []);
    edit(folder, changeFile, (text) => text.replace('Nobody is logged in', 'Database dropped'));
    commit(folder);
    assert.deepEqual(found(folder, changeFile, ...later), refused);
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
