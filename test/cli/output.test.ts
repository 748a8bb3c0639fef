import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { changebook, folderOf, ticket } from './program';

const now = ['--now', '2026-11-16T12:00+01:00'];
const change =
  '---\nid: CHG-1\ntype: change\nstatus: to_be_released\ncustomer: orfeo\nschedule: { start: 2026-12-01 22:00, duration: 1h }\n---\n# One\n';
const folder = (): string =>
  folderOf({
    '.changebook/config.yaml': 'timezone: Europe/Madrid\n',
    '.changebook/customers/orfeo.yaml': 'name: Orfeo\n',
    'CHG-1.md': change,
  });

describe('What commands make', () => {
  it('goes to standard output with -o -, as it would to a file', () => {
    const cwd = folder();
    spawnSync('git', ['init', '-q'], { cwd });
    const there = readdirSync(cwd);
    const calls = [
      ['calendar', '--format', 'ics'],
      ['notes', 'CHG-1'],
      ['draft', 'CHG-1', 'start'],
      ['draft', 'CHG-1', 'start', '--format', 'eml'],
      ['log'],
      ['timeline', '--format', 'svg'],
      ['audit', 'CHG-1', '--language', 'es'],
    ];
    for (const call of calls) {
      const { out } = changebook([...call, '-o', '-', ...now], cwd);
      assert.ok(out.length > 10, call.join(' '));
      assert.deepEqual(readdirSync(cwd), there);
      changebook([...call, '--output', 'written', ...now], cwd);
      assert.equal(readFileSync(path.join(cwd, 'written'), 'utf8'), out, call.join(' '));
      if (call.includes('eml')) assert.doesNotMatch(out, /[^\r]\n/);
      spawnSync('rm', ['written'], { cwd });
    }
  });

  it('is a spreadsheet byte for byte on standard output, too', () => {
    const cwd = folder();
    const args = ['log', 'orfeo', '--format', 'xlsx'];
    assert.equal(changebook([...args, '-o', 'log.xlsx'], cwd).code, 0);
    const program = path.resolve(__dirname, '../../dist/cli.js');
    const { stdout } = spawnSync(process.execPath, [program, ...args, '-o', '-'], { cwd });
    assert.ok(stdout.equals(readFileSync(path.join(cwd, 'log.xlsx'))));
  });

  it('is a report alone where check writes one there', () => {
    const cwd = folder();
    const report = JSON.parse(changebook(['check', '-o', 'json=-', ...now], cwd).out);
    assert.equal(report.version, 1);
    assert.deepEqual(readdirSync(cwd), ['.changebook', 'CHG-1.md']);
    const both = changebook(['check', '--format', 'pretty', '-o', 'json=-', ...now], cwd).out;
    assert.ok(!both.startsWith('{') && both.includes('"version": 1'));
  });

  it('names files from the top of the repository for code hosts, wherever one stands', () => {
    const cwd = folderOf({
      'sub/.changebook/config.yaml': '',
      'sub/deep/TKT-1.md': ticket('TKT-1', 'owner: [x]\n'),
    });
    spawnSync('git', ['init', '-q'], { cwd });
    mkdirSync(path.join(cwd, 'other'));
    const call = (format: string, from: string, ...args: string[]): string =>
      changebook(['check', '--format', format, ...now, ...args], path.join(cwd, from)).out;
    for (const format of ['github', 'sarif', 'gitlab', 'junit', 'markdown']) {
      const top = call(format, '.', 'sub');
      assert.match(top, /[^/.]sub\/deep\/TKT-1\.md/, format);
      assert.equal(call(format, 'sub/deep'), top, format);
      assert.equal(call(format, 'other', '../sub'), top, format);
    }
    const link = path.join(folderOf({}), 'link');
    symlinkSync(path.join(cwd, 'sub'), link);
    const { out } = changebook(['check', link, '--format', 'gitlab', ...now], folderOf({}));
    assert.equal(out, call('gitlab', '.', 'sub'));
    assert.match(call('json', 'sub/deep'), /"file": "TKT-1\.md"/);
  });
});
