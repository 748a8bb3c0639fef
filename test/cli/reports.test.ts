import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { changebook, folderOf, ticket } from './program';

const now = ['--now', '2026-11-16T12:00+01:00'];
const formats = ['json', 'github', 'sarif', 'gitlab', 'junit', 'markdown'] as const;
const manyTickets = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [
    `TKT-${index}.md`,
    ticket(`TKT-${index}`, 'related: [TKT-99]\nowner: [x]\n'),
  ]),
);

describe('changebook check, its reports', () => {
  for (const format of formats) {
    it(`are the same from what the last check kept: ${format}`, () => {
      const folder = folderOf({ ...manyTickets, 'TKT-50.md': `${ticket('TKT-50')}- [ ] TBD\n` });
      const cache = folderOf({});
      const call = ['check', ...now, '--format', format];
      const fresh = changebook(call, folder, { cache });
      assert.equal(fresh.code, 1, fresh.err);
      assert.ok(fresh.out.length > 100);
      assert.deepEqual(changebook(call, folder, { cache }), fresh);
      const file = ['check', ...now, '-o', `${format}=reports/out.txt`];
      assert.equal(changebook(file, folder, { cache }).code, 1);
      assert.equal(readFileSync(path.join(folder, 'reports/out.txt'), 'utf8'), fresh.out);
    });
  }

  it('are written several at once, beside what is printed', () => {
    const folder = folderOf({ 'TKT-1.md': ticket('TKT-1', 'owner: [x]\n') });
    const plain = changebook(['check', ...now], folder);
    const wanted = formats.flatMap((format) => ['-o', `${format}=out/${format}.txt`]);
    assert.deepEqual(changebook(['check', ...now, ...wanted], folder), plain);
    for (const format of formats) assert.ok(existsSync(path.join(folder, `out/${format}.txt`)), format);
  });

  it('say in one sentence what is wrong with the call, or cannot be written', () => {
    const folder = folderOf({ 'TKT-1.md': ticket('TKT-1') });
    for (const value of ['sarif', 'sarif=', 'pdf=x.pdf', 'pretty=x.txt']) {
      const { code, err, out } = changebook(['check', '-o', value], folder);
      assert.equal(code, 2);
      assert.match(err, /^changebook: --output does not take /);
      assert.equal(out, '');
    }
    mkdirSync(path.join(folder, 'taken'));
    const { code, err } = changebook(['check', '-o', 'sarif=taken'], folder);
    assert.equal(code, 2);
    assert.match(err, /^changebook: taken: the report cannot be written \(EISDIR\)\.\n$/);
  });

  it('put what GitHub would not show into the summary of the run, behind what is there', () => {
    const folder = folderOf(manyTickets);
    const summary = path.join(folder, 'summary.md');
    writeFileSync(summary, 'Earlier.\n');
    const env = { GITHUB_STEP_SUMMARY: summary };
    const { out } = changebook(['check', ...now, '--format', 'github'], folder, {
      env: { ...process.env, ...env },
    });
    const text = readFileSync(summary, 'utf8');
    assert.match(text, /^Earlier\.\n### Changebook: \d+ findings that are not shown/);
    const rows = text.split('\n').filter((line) => line.startsWith('- ')).length;
    assert.equal(out.split('\n').filter((line) => line.startsWith('::')).length + rows, 60);
    writeFileSync(summary, 'Earlier.\n');
    changebook(['check', ...now, '--format', 'github', '-o', `markdown=${summary}`], folder, {
      env: { ...process.env, ...env },
    });
    const whole = readFileSync(summary, 'utf8');
    assert.match(whole, /^Earlier\.\n<!-- changebook-report -->/);
    assert.equal(whole.split('\n').filter((line) => line.startsWith('- ')).length, 60);
  });

  it('hold no command for a runner, pretty ones neither', () => {
    const name = '::error::TKT-1.md';
    const folder = folderOf({ [name]: ticket('TKT-1', 'owner: ["##[error]x"]\n') });
    const { out, code } = changebook(['check', ...now], folder);
    assert.equal(code, 1);
    assert.ok(out.includes(`./${name}:`));
    assert.doesNotMatch(out, /^\s*::|##\[/m);
  });

  it('work for standard input', () => {
    const folder = folderOf({});
    const input = ticket('TKT-1', 'owner: [x]\n');
    const { out } = changebook(['check', '-', '--stdin-path', 'TKT-1.md', '--format', 'junit'], folder, {
      input,
    });
    assert.match(out, /<testcase name="TKT-1\.md" classname="changebook">\n\s+<failure /);
  });
});
