import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
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
  isOpen,
  procedure,
  procedureFile,
  refused,
  standing,
} from './standardCatalogue';

describe('A standard change', () => {
  it('is deployed without an approval of its own once its procedure has one', () => {
    const folder = repositoryOf(
      {
        '.changebook/config.yaml': config,
        [procedureFile]: procedure,
        [changeFile]: change('CHG-2026-0001'),
      },
      'Mal Zed',
    );
    assert.deepEqual(found(folder), refused);
    assert.equal(isOpen(folder), false);
    const own = changebook(['approve', 'PROC-RESTART', '--role', 'peer'], folder);
    assert.match(own.err, /Mal Zed does not hold the role peer/);
    as('Laia Font', folder);
    approve(folder);
    assert.deepEqual(found(folder), []);
    assert.equal(isOpen(folder), true);
    const last = git(folder, 'log', '-1', '--format=%s%n%b');
    assert.match(last, /^PROC-RESTART: approve as peer\n[\s\S]*Changebook-Record: PROC-RESTART/);
    assert.match(
      readFileSync(path.join(folder, procedureFile), 'utf8'),
      / {2}approvals: \[\{ role: peer, by: Laia Font/,
    );
  });

  it('is one only while nobody did by hand what an approval is for', () => {
    const tricks: { readonly [name: string]: (folder: string) => void } = {
      'a word': (folder) => edit(folder, changeFile, (text) => text.replace('Restarted', 'Emptied')),
      'a comment': (folder) =>
        edit(folder, changeFile, (text) => text.replace('Restarted', '$& <!-- rm -->')),
      'a step elsewhere': (folder) =>
        edit(folder, changeFile, (text) => `${text}\n## Notes\n\n- [ ] Empty it\n`),
      'a second section': (folder) =>
        edit(folder, changeFile, (text) => `${text}\n## Deployment\n\nEmpty it.\n`),
      'a definition elsewhere': (folder) =>
        edit(folder, changeFile, (text) =>
          text.replace('## Deployment', '[as usual]: https://evil.example\n\n$&'),
        ),
      'a heading that looks the same': (folder) =>
        edit(folder, changeFile, (text) => `${text}\n### Deploymеnt\n\n1. Empty it\n`),
      'the procedure as well': (folder) => {
        for (const file of [changeFile, procedureFile])
          edit(folder, file, (text) => text.replace('Restarted', 'Emptied'));
      },
      'the day until which it counts': (folder) =>
        edit(folder, procedureFile, (text) => text.replace('2026-12-31', '2036-12-31')),
      'its conditions': (folder) => edit(folder, procedureFile, (text) => text.replace('low', 'high')),
      'the approvals of another procedure': (folder) => {
        const text = readFileSync(path.join(folder, procedureFile), 'utf8').replace('Restarted', 'Emptied');
        writeFileSync(path.join(folder, 'PROC-EMPTY.md'), text.replace('PROC-RESTART', 'PROC-EMPTY'));
        edit(folder, changeFile, (own) =>
          own.replace('PROC-RESTART', 'PROC-EMPTY').replace('Restarted', 'Emptied'),
        );
      },
      'an approval that somebody else wrote': (folder) => {
        const forged = procedure.replace('Restarted', 'Emptied');
        writeFileSync(path.join(folder, procedureFile), forged);
        edit(folder, changeFile, (text) => text.replace('Restarted', 'Emptied'));
        commit(folder);
        as('Laia Font', folder);
        changebook(['approve', 'PROC-RESTART', '--role', 'peer', '--now', '2026-11-19T10:00Z'], folder);
        as('Mal Zed', folder);
        git(folder, 'commit', '--quiet', '--amend', '--reset-author', '--no-edit');
      },
    };
    const folder = catalogue();
    const start = git(folder, 'rev-parse', 'HEAD').trim();
    for (const [name, trick] of Object.entries(tricks)) {
      trick(folder);
      if (git(folder, 'status', '--porcelain') !== '') commit(folder);
      assert.deepEqual(found(folder), refused, name);
      assert.equal(isOpen(folder), false, name);
      git(folder, 'reset', '--quiet', '--hard', start);
    }
    assert.deepEqual(found(folder), []);
  });

  it('goes by the procedure of the base', () => {
    const folder = catalogue();
    git(folder, 'switch', '--quiet', '--create', 'branch');
    for (const file of [changeFile, procedureFile])
      edit(folder, file, (text) => text.replace('Restarted', 'Restarted twice'));
    commit(folder);
    as('Laia Font', folder);
    approve(folder, '2026-11-17T09:00Z');
    assert.deepEqual(found(folder), []);
    const { findings } = checkJson(['--since', 'main', '--now', '2026-11-20T10:00Z'], folder);
    const loosened = findings.filter(({ rule }) => rule === 'config/loosened').map(({ message }) => message);
    assert.match(
      loosened.join('\n'),
      /PROC-RESTART is approved for standard changes as it stands here, in the same change as CHG-2026-0001/,
    );
    git(folder, 'switch', '--quiet', 'main');
    git(folder, 'checkout', '--quiet', 'branch', '--', procedureFile);
    commit(folder);
    assert.deepEqual(found(folder), refused);
  });

  it('needs its own approval after two failures, until its procedure is approved anew', () => {
    const folder = catalogue();
    const failed = (id: string): string =>
      change(
        id,
        'outcome: rolled_back\nactual: { start: 2026-11-18 10:00, end: 2026-11-18 10:30 }\n',
      ).replace('to_be_released', 'done');
    writeFileSync(path.join(folder, 'CHG-2026-0002.md'), failed('CHG-2026-0002'));
    commit(folder);
    assert.deepEqual(found(folder), []);
    writeFileSync(path.join(folder, 'CHG-2026-0003.md'), failed('CHG-2026-0003'));
    commit(folder);
    assert.deepEqual(found(folder), refused);
    assert.deepEqual(found(folder, procedureFile), ['approval/standard warning']);
    const row = standing(folder);
    assert.deepEqual([row?.why, row?.failures, row?.changes, row?.successful], ['withdrawn', 2, 3, 0]);
    as('Laia Font', folder);
    approve(folder, '2026-11-19T10:00Z');
    assert.deepEqual(found(folder), []);
    assert.equal(standing(folder)?.inForce, true);
    assert.equal(standing(folder, '2027-01-01T00:00Z')?.why, 'ended');
    assert.equal(standing(folder, '2026-12-31T23:59Z')?.why, undefined);
  });

  it('is told at once that the approval of its procedure was committed, or taken out', () => {
    const folder = catalogue();
    const approved = readFileSync(path.join(folder, procedureFile), 'utf8');
    writeFileSync(path.join(folder, procedureFile), procedure);
    commit(folder);
    assert.deepEqual(found(folder), refused);
    writeFileSync(path.join(folder, procedureFile), approved);
    // Nobody has committed it yet, so it is not known who gave it: the gate stays shut.
    assert.equal(isOpen(folder), false);
    assert.deepEqual(found(folder), []);
    commit(folder);
    assert.deepEqual(found(folder), refused);
    assert.deepEqual(found(folder, procedureFile), ['approval/unverified error']);
  });

  it('is approved with its procedure in Spanish as well, and says for what', () => {
    const folder = repositoryOf(
      {
        '.changebook/config.yaml': `${config}language: es\n`,
        'PROC-A.md':
          '---\nid: PROC-A\ntipo: procedimiento\nestandar: { cuando: { riesgo: bajo } }\n---\n# A\n\n- [ ] Uno\n',
        'PROC-B.md': '---\nid: PROC-B\ntipo: procedimiento\n---\n# B\n',
        'PROC-C.md': '---\nid: PROC-C\ntipo: procedimiento\nestandar: { hasta: 2027-01-01 }\n---\n# C\n',
      },
      'Laia Font',
    );
    const answer = (id: string): string => {
      const { out, err } = changebook(['approve', id, '--role', 'par', '--now', '2026-11-16T09:00Z'], folder);
      return out + err;
    };
    assert.match(answer('PROC-B'), /Este procedimiento no tiene `estandar`/);
    assert.match(answer('PROC-C'), /dice en `cuando` para qué cambios se aprueba.*approval\/standard/);
    assert.match(answer('PROC-A'), /Sus cambios estándar ya no necesitan aprobación propia/);
    const text = readFileSync(path.join(folder, 'PROC-A.md'), 'utf8');
    assert.match(
      text,
      /estandar: \{ cuando: \{ riesgo: bajo \}, aprobaciones: \[\{ rol: par, por: Laia Font, fecha: /,
    );
    const { out } = changebook(['pending', '--standard', '--now', '2026-11-20T10:00Z'], folder);
    assert.match(out, /^PROC-A {2}A\n {2}riesgo: bajo\n {2}vigente · aún sin usar\nPROC-C/);
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });
});
