import { strict as assert } from 'node:assert';
import { rmSync } from 'node:fs';
import { at, change, commit, edit, files, git, now, one, put, repository, rule } from './leavingRepository';
import { changebook, checkJson, lines, ticket } from './program';

describe('A record that leaves the workspace', () => {
  it('is told of in what a call names, wherever it went', () => {
    const folder = repository();
    edit(folder, '.gitignore', /$/, 'changes/\n');
    commit(folder);
    const report = checkJson([...now, '--since', 'main', 'changes'], folder);
    assert.ok(lines(report).includes(`${one}:1:1 error ${rule}`));
    assert.equal(report.code, 1);
  });

  it('was ignored all along: that is information', () => {
    const folder = repository({ ...files, '.gitignore': '*-0001.md\n', 'notes.txt': 'x\n' });
    git(folder, 'add', '--force', one);
    git(folder, 'commit', '--quiet', '-m', 'Forced');
    git(folder, 'branch', '--force', 'main');
    put(folder, 'notes.txt', 'y\n');
    commit(folder);
    const report = checkJson([...now, '--since', 'main'], folder);
    assert.ok(lines(report).includes(`.gitignore:1:1 info ${rule}`));
    assert.equal(report.code, 0);
    // Whoever writes in it now brings the record along, as it is.
    edit(folder, one, 'words', 'other words');
    commit(folder);
    assert.ok(lines(checkJson([...now, '--since', 'main'], folder)).includes(`.gitignore:1:1 error ${rule}`));
  });

  it('did not leave where a sparse checkout left it out', () => {
    const folder = repository();
    git(folder, 'sparse-checkout', 'set', '--no-cone', '/*', '!/tickets/');
    const report = checkJson([...now, '--since', 'main'], folder);
    assert.deepEqual(
      lines(report).filter((line) => line.includes(rule)),
      [],
    );
  });

  it('is told of by the folder that went from one workspace to another', () => {
    const inner = {
      'a/.changebook/config.yaml': 'rules: { format/sections: error }\n',
      'a/CHG-2026-0001.md': change('CHG-2026-0001', 'in_progress'),
    };
    const swallowed = repository(inner);
    put(swallowed, '.changebook/config.yaml', 'rules: { format/sections: "off" }\n');
    commit(swallowed);
    for (const cwd of [swallowed, at(swallowed, 'a')]) {
      const { out } = changebook(['check', ...now, '--since', 'main'], cwd);
      assert.match(out, /“a” was a workspace of its own/);
    }
    const split = repository({ ...inner, '.changebook/config.yaml': 'nested: [b]\n' });
    rmSync(at(split, '.changebook'), { recursive: true });
    commit(split);
    const told = changebook(['check', ...now, '--since', 'main'], at(split, 'a'));
    assert.match(told.out, /belonged to the workspace “\.”/);
    assert.equal(told.code, 1);
    const opened = repository({ '.changebook/config.yaml': 'nested: [b]\n', 'README.md': '# R\n' });
    put(opened, '.changebook/config.yaml', 'nested: [b, c]\n');
    for (const folder of ['b', 'c']) {
      put(opened, `${folder}/.changebook/config.yaml`, 'approvals: []\n');
      put(opened, `${folder}/CHG-2026-0009.md`, change('CHG-2026-0009', 'to_do'));
    }
    commit(opened);
    const found = checkJson([...now, '--since', 'main'], opened).findings.filter((one) => one.rule === rule);
    assert.deepEqual(
      found.map(({ message }) => message.slice(0, 30)),
      ['“c” is a workspace of its own '],
    );
  });

  it('does not come under a configuration of its own in a submodule', () => {
    const other = repository({
      '.changebook/config.yaml': 'approvals: []\n',
      'TKT-7.md': ticket('TKT-7', 'titel: x\n'),
    });
    const folder = repository({ ...files, '.changebook/config.yaml': 'rules: { format/field: warning }\n' });
    git(folder, 'submodule', '--quiet', 'add', other, 'sub');
    assert.deepEqual(lines(checkJson(['sub/TKT-7.md'], folder)), ['sub/TKT-7.md:4:1 warning format/field']);
  });

  it('takes no old findings along under another id, nor opened again', () => {
    const closed = change('CHG-2026-0003', 'done');
    const folder = repository({ ...files, 'changes/CHG-2026-0003.md': closed });
    const approvals = (): string[] => {
      commit(folder);
      const { findings } = checkJson([...now, '--since', 'main'], folder);
      return findings.filter((one) => one.rule === 'approval/missing').map((one) => one.severity);
    };
    put(folder, 'changes/CHG-2026-0003.md', `${closed}\nMore.\n`);
    assert.deepEqual(approvals(), ['info']);
    put(folder, 'changes/CHG-2026-0003.md', closed.replace('done', 'to_be_released'));
    assert.deepEqual(approvals(), ['error']);
    git(folder, 'mv', 'changes/CHG-2026-0003.md', 'changes/CHG-2026-0009.md');
    put(folder, 'changes/CHG-2026-0009.md', closed.replace('CHG-2026-0003', 'CHG-2026-0009'));
    assert.deepEqual(approvals(), ['error']);
  });

  it('is not held to a configuration that another repository brings anew', () => {
    const other = repository({ 'config.yaml': 'approvals: [{ roles: [peer] }]\n' });
    const { '.changebook/config.yaml': _, ...records } = files;
    const folder = repository(records);
    const loosened = (): string[] => {
      edit(folder, one, 'words', 'other words');
      commit(folder);
      const report = checkJson([...now, '--since', 'main'], folder);
      return lines(report).filter((line) => line.includes('config/loosened'));
    };
    git(folder, 'submodule', '--quiet', 'add', other, '.changebook');
    assert.deepEqual(loosened(), ['.changebook:1:1 error config/loosened']);
    git(folder, 'branch', '--force', 'main');
    assert.deepEqual(loosened(), []);
    put(folder, '.changebook/config.yaml', 'approvals: []\n');
    commit(at(folder, '.changebook'));
    assert.deepEqual(loosened(), ['.changebook:1:1 error config/loosened']);
  });
});
