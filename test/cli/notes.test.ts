import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { notesReportSchema } from '../../src/core/report/notesReport';
import { changebook, folderOf } from './program';

const record =
  '---\nid: CHG-1\ntype: change\nschedule: { start: 2026-11-25 22:00 }\nrelease: { version: "4.2.0", tag: v4.2.0 }\ntickets: [TKT-1]\n---\n# Portal\n\n## Changelog\n\n### Added\n\n- Monthly report\n';
const changelog = '# Changelog\n\n## [4.2.0]\n\n### Added\n\n- Monthly report\n';

const folder = (log: string | undefined = changelog) =>
  folderOf({
    '.changebook/config.yaml': 'timezone: Europe/Madrid\n',
    'CHG-1.md': record,
    'CHG-2.md': '---\nid: CHG-2\ntype: change\n---\n# Two\n',
    'TKT-1.md': '---\nid: TKT-1\ntype: ticket\n---\n# Reports are missing\n',
    ...(log === undefined ? {} : { 'CHANGELOG.md': log }),
  });

describe('changebook notes', () => {
  it('writes the entry of a changelog, and offers commands that it does not run', () => {
    const cwd = folder();
    const { code, out, err } = changebook(['notes', 'CHG-1'], cwd);
    assert.equal(code, 0, err);
    assert.equal(
      out,
      '## [4.2.0] - 2026-11-25\n\n### Added\n\n- Monthly report\n\n### Tickets\n\n- TKT-1 Reports are missing\n',
    );
    assert.equal(
      err,
      'changebook: To copy; nothing was run:\n  git switch --create release/v4.2.0\n  git tag --annotate --message v4.2.0 v4.2.0\n  git push origin refs/heads/release/v4.2.0 refs/tags/v4.2.0\n',
    );
    assert.ok(!existsSync(path.join(cwd, '.git')));
  });

  it('ends with 1 where CHANGELOG.md says something else', () => {
    const other = folder(changelog.replace('Monthly', 'Weekly'));
    const { code, err } = changebook(['notes', 'CHG-1', '--language', 'en'], other);
    assert.equal(code, 1);
    assert.match(
      err,
      /^changebook: CHANGELOG\.md does not list “Monthly report” \(Added\) under 4\.2\.0\.$/m,
    );
    assert.match(err, /^changebook: The record does not list “Weekly report”/m);
    const { code: none, err: said } = changebook(['notes', 'CHG-1'], folder('# Changelog\n'));
    assert.equal(none, 1);
    assert.match(said, /has no entry for version 4\.2\.0/);
    const without = folder(undefined);
    assert.equal(changebook(['notes', 'CHG-1'], without).code, 0);
  });

  it('is a report for machines, and a file', () => {
    const cwd = folder(changelog.replace('Added', 'Fixed'));
    const { code, out } = changebook(['notes', 'CHG-1.md', '--format', 'json'], cwd);
    assert.equal(code, 1);
    const report = notesReportSchema.parse(JSON.parse(out));
    assert.deepEqual(
      [report.id, report.file, report.release, report.date],
      ['CHG-1', 'CHG-1.md', '4.2.0', '2026-11-25'],
    );
    assert.deepEqual(
      report.changelog?.map(({ what, item }) => [what, item]),
      [['otherKind', 'Monthly report']],
    );
    assert.equal(report.commands.length, 3);
    assert.equal(changebook(['notes', 'CHG-1', '--language', 'es', '-o', 'n.md'], cwd).code, 1);
    assert.match(readFileSync(path.join(cwd, 'n.md'), 'utf8'), /^### Añadido$/m);
  });

  it('offers no command for a name that would do something in a shell', () => {
    const cwd = folder();
    const evil = 'v4.2.0$(touch pwned)';
    writeFileSync(path.join(cwd, 'CHG-1.md'), record.replace('tag: v4.2.0', `tag: "${evil}"`));
    const { code, err } = changebook(['notes', 'CHG-1'], cwd);
    assert.equal(code, 1);
    assert.match(err, /The tag|git takes no tag/);
    assert.doesNotMatch(err, /^ {2}.*pwned/m);
  });

  it('offers no command for what is there, and none to compare of another repository', () => {
    const cwd = folder('# Other\n');
    for (const args of [
      ['init', '-q'],
      ['-c', 'user.name=x', '-c', 'user.email=x', 'commit', '-q', '--allow-empty', '-m', 'x'],
      ['tag', 'v4.2.0'],
    ])
      execFileSync('git', args, { cwd });
    const { err } = changebook(['notes', 'CHG-1'], cwd);
    assert.doesNotMatch(err, /git tag/);
    assert.match(err, /git switch --create release\/v4\.2\.0/);
    writeFileSync(path.join(cwd, '.changebook/config.yaml'), 'release: { repository: acme/portal }\n');
    const other = changebook(['notes', 'CHG-1'], cwd);
    assert.equal(other.code, 0, other.err);
    assert.match(other.err, /for the repository acme\/portal; nothing was run:\n(?:.*\n)*.*git tag/);
  });

  it('ends with 2 on a wrong call', () => {
    const cwd = folder();
    for (const args of [[], ['CHG-9'], ['TKT-1'], ['CHG-1', 'CHG-2'], ['CHG-1', '--format', 'html']]) {
      const { code, out, err } = changebook(['notes', ...args], cwd);
      assert.equal(code, 2, args.join(' '));
      assert.equal(out, '');
      assert.match(err, /changebook: .+\n$/);
    }
    const { code, err } = changebook(['notes', 'CHG-2'], cwd);
    assert.equal(code, 0);
    assert.match(err, /names no version/);
  });
});
