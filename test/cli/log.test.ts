import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { changebook, folderOf } from './program';

const folder = () =>
  folderOf({
    '.changebook/config.yaml': 'timezone: Europe/Madrid\nlanguage: en\n',
    '.changebook/customers/orfeo.yaml': 'name: Orfeo\nlanguage: en\n',
    'changes/CHG-1.md':
      '---\nid: CHG-1\ntype: change\nstatus: done\ncustomer: orfeo\nschedule: { start: 2026-11-03 22:00, duration: 15m }\noutcome: successful\n---\n# One\n',
    'changes/CHG-2.md': '---\nid: CHG-2\ntype: change\ncustomer: ORFEO\n---\n# =Two\n',
    'changes/CHG-3.md': '---\nid: CHG-3\ntype: change\ncustomer: other\n---\n# Three\n',
  });

function git(cwd: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...args], { cwd, encoding: 'utf8' }).trim();
}

describe('changebook log', () => {
  it('has a row for each change of a customer, the same each time, with its commit', () => {
    const cwd = folder();
    git(cwd, 'init', '-q');
    git(cwd, 'remote', 'add', 'origin', 'https://name:secret@code.example.org/team/records.git');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '-q', '-m', 'x');
    const head = git(cwd, 'rev-parse', 'HEAD');
    const { code, out, err } = changebook(['log', 'Orfeo', '--format', 'csv'], cwd);
    assert.equal(code, 0, err);
    const rows = out.split('\r\n');
    assert.deepEqual(
      rows.slice(1).map((row) => row.slice(0, 5)),
      ['CHG-1', 'CHG-2', ''],
    );
    assert.ok(rows[1]?.endsWith(`,https://code.example.org/team/records/commit/${head}`), out);
    assert.match(rows[1] ?? '', /2026-11-03 22:00,2026-11-03 22:15/);
    assert.match(rows[2] ?? '', /,'=Two,/);
    assert.doesNotMatch(out, /secret/);
    assert.equal(changebook(['log', 'orfeo', '--format', 'csv'], cwd).out, out);
    assert.doesNotMatch(changebook(['log', 'orfeo', '--audience', 'customer'], cwd).out, /CHG-2|commit/);
  });

  it('is a spreadsheet with the customer’s name, or markdown', () => {
    const cwd = folder();
    assert.match(changebook(['log', 'orfeo'], cwd).out, /^# Orfeo - Deployment log\n\n\| Change \|/);
    const { code, err } = changebook(['log', 'orfeo', '--format', 'xlsx'], cwd);
    assert.equal(code, 0, err);
    const content = readFileSync(path.join(cwd, 'Orfeo - Deployment log.xlsx'));
    assert.equal(content.toString('latin1', 0, 2), 'PK');
    assert.equal(
      changebook(['log', 'orfeo', '--format', 'xlsx', '--language', 'es', '-o', 'r.xlsx'], cwd).code,
      0,
    );
    assert.ok(existsSync(path.join(cwd, 'r.xlsx')));
  });

  it('is that of the whole workspace without a customer, with whose each change is, in its zone', () => {
    const { code, out } = changebook(['log', '--format', 'csv', '--no-bom'], folder());
    assert.equal(code, 0);
    const rows = out.split('\r\n');
    assert.match(rows[0] ?? '', /^Change,Customer,Title,.*,Planned start \(Europe\/Madrid\),/);
    assert.deepEqual(
      rows.slice(1).map((row) => row.split(',').slice(0, 2).join(' ')),
      ['CHG-1 Orfeo', 'CHG-2 Orfeo', 'CHG-3 other', ''],
    );
  });

  it('ends with 2 on a wrong call', () => {
    const cwd = folder();
    for (const args of [
      ['--audience', 'customer'],
      ['nobody'],
      ['orfeo', 'other'],
      ['orfeo', '--format', 'pdf'],
      ['orfeo', '-o', 'no/such/folder.md'],
    ]) {
      const { code, out, err } = changebook(['log', ...args], cwd);
      assert.equal(code, 2, args.join(' '));
      assert.equal(out, '');
      assert.match(err, /changebook: .+\n$/);
    }
  });
});
