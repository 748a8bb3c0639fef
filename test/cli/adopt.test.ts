import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type AdoptReport, adoptReportSchema } from '../../src/core/report/adoptReport';
import { changebook, checkJson, folderOf } from './program';
import { git, repositoryOf } from './repository';

const runbook =
  '# Deploy the portal\n\n## Steps\n\n1. Stop it\n2. Copy it\n\n## Backout\n\n1. Copy it back\n\n## Smoke tests\n\n- [ ] Login\n\n## Sign-off\n\n- [ ] Operations\n';
const template =
  '---\nname: Entrega\nabout: Todo\nlabels: ops\n---\r\n## Antes\r\n\r\n- [x] Avisar a los usuarios\r\n';

function adopted(cwd: string, ...args: readonly string[]): AdoptReport['files'] {
  const { code, out, err } = changebook(['adopt', ...args, '--format', 'json'], cwd);
  assert.equal(code, 0, err);
  return adoptReportSchema.parse(JSON.parse(out)).files;
}

function textIn(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

describe('changebook adopt', () => {
  it('makes procedures of files, one commit each, whose changes lack nothing but what is to be filled in', () => {
    const cwd = repositoryOf({ 'docs/deploy.md': runbook, '.github/release.md': template }, 'Ana Pi');
    const files = adopted(cwd, 'docs/deploy.md', '.github/release.md', '--boxes', '--commit');
    assert.deepEqual(
      files.map(({ file, steps, commit }) => [file, steps, commit?.length]),
      [
        ['procedures/PROC-DEPLOY-THE-PORTAL.md', 5, 40],
        ['procedures/PROC-ENTREGA.md', 1, 40],
      ],
    );
    assert.ok(
      textIn(cwd, files[1]?.file ?? '').endsWith('\n## Antes\r\n\r\n- [x] Avisar a los usuarios\r\n'),
    );
    assert.equal(textIn(cwd, 'docs/deploy.md'), runbook);
    assert.equal(git(cwd, 'status', '--short'), '');
    assert.equal(git(cwd, 'log', '-1', '--format=%s').trim(), 'PROC-ENTREGA: add "Entrega"');
    for (const { id } of files) assert.equal(changebook(['new', id, '--title', 'A'], cwd).code, 0);
    const { findings } = checkJson([], cwd);
    assert.deepEqual([...new Set(findings.map(({ rule }) => rule))], ['format/placeholder']);
  });

  it('lists what has no box and what has no place, and offers the boxes', () => {
    const cwd = folderOf({ 'docs/deploy.md': runbook });
    const { out } = changebook(['adopt', 'docs/deploy.md', '--dry-run'], cwd);
    for (const line of [
      'Would write procedures/PROC-DEPLOY-THE-PORTAL.md',
      '  Rollback: “Backout” (line 8)',
      '  3 lines look like steps and have no box; --boxes adds them:',
      '    line 5: 1. Stop it',
    ])
      assert.ok(out.split('\n').includes(line), out);
    assert.ok(!existsSync(path.join(cwd, 'procedures')));
    adopted(cwd, 'docs/deploy.md');
    const again = changebook(['adopt', 'docs/deploy.md'], cwd);
    assert.deepEqual([again.code, again.out], [0, '']);
    assert.match(again.err, /adopted already: it is PROC-DEPLOY-THE-PORTAL/);
  });

  it('commits in place what it wrote, beside other edits', () => {
    const cwd = repositoryOf({ 'PROC-A.md': '# A\n\n- [ ] One\n', 'b.md': 'b' }, 'Ana Pi');
    writeFileSync(path.join(cwd, 'PROC-A.md'), '# A\n\n- [ ] One\n- [ ] Mine\n');
    const [only] = adopted(cwd, 'PROC-A.md', '--in-place', '--commit');
    assert.equal(only?.in_place, true);
    assert.equal(`${git(cwd, 'show', 'HEAD:PROC-A.md')}- [ ] Mine\n`, textIn(cwd, 'PROC-A.md'));
    assert.equal(git(cwd, 'status', '--short'), ' M PROC-A.md\n');
    assert.equal(checkJson(['PROC-A.md'], cwd).findings.length, 0);
  });

  it('writes nothing where one of the files cannot be adopted, and says why in a sentence each', () => {
    const wide = Buffer.from('\uFEFF- [ ] One\n', 'utf16le');
    const cwd = folderOf({
      'ws/.changebook/config.yaml': '',
      'ws/a.md': runbook,
      'ws/wide.md': wide,
      'out.md': '',
    });
    const folder = path.join(cwd, 'ws');
    symlinkSync('a.md', path.join(folder, 'link.md'));
    const names = ['a.md', 'wide.md', 'link.md', '../out.md', '.changebook', 'gone.md', 'a.yml'];
    const { code, out, err } = changebook(['adopt', ...names], folder);
    assert.deepEqual([code, out], [2, '']);
    const told = err.trim().split('\n');
    for (const [name, sentence] of [
      ['wide.md', 'UTF-16'],
      ['link.md', 'a link'],
      ['../out.md', 'outside of this workspace'],
      ['.changebook', 'a folder'],
      ['gone.md', 'no such file'],
      ['a.yml', 'no such file'],
    ] as const)
      assert.ok(
        told.some((line) => line.startsWith(`changebook: ${name}: `) && line.includes(sentence)),
        `${name}: ${err}`,
      );
    assert.ok(!existsSync(path.join(folder, 'procedures')));
  });
});
