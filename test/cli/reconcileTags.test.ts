import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import type { ReconcileReport } from '../../src/core/reconcile/reconcileReport';
import { changebook } from './program';
import { git, repositoryOf } from './repository';

describe('changebook reconcile, with tags whose makers would rather not be seen', () => {
  const config = 'timezone: UTC\nrecords: ["changes/**/*.md"]\n';
  const day = ['--from', '2026-03-03', '--to', '2026-03-03'];
  let folder: string;
  let report: ReconcileReport & { code: number | null };

  before(() => {
    folder = repositoryOf({ '.changebook/config.yaml': config }, 'Mal');
    let at = '2026-03-01T10:00:00Z';
    const run = (...args: string[]) =>
      execFileSync('git', args, { cwd: folder, env: { ...process.env, GIT_COMMITTER_DATE: at } });
    run('commit', '--quiet', '--amend', '--no-edit');
    at = '2026-03-03T10:00:00Z';
    run('commit', '--quiet', '--allow-empty', '--message', 'What runs');
    for (const name of ['v9.0.1', 'V9.0.2', '@scope/portal@9.0.3', 'apps/portal/v9.0.4', 'release_9.0.5'])
      run('tag', '--annotate', '--message', name, name);
    for (const [name, tagger] of [
      ['v9.0.6', 'Mal <mal@example.org> 1577836800 +0000'],
      ['v9.0.7', 'Mal <mal@example.org> 99999999999999 +0000'],
      ['v9.0.8', 'Mal <mal@example.org> yesterday'],
      ['v9.0.9', undefined],
      ['zz', 'Mal\u0001v9.0.1 <mal@example.org> 1577836800 +0000'],
    ] as const) {
      const said = tagger === undefined ? '' : `\ntagger ${tagger}`;
      const text = `object ${git(folder, 'rev-parse', 'HEAD').trim()}\ntype commit\ntag ${name}${said}\n\nx\n`;
      const args = ['hash-object', '-t', 'tag', '-w', '--stdin', '--literally'];
      const object = execFileSync('git', args, { cwd: folder, input: text, encoding: 'utf8' }).trim();
      git(folder, 'update-ref', `refs/tags/${name}`, object);
    }
    git(folder, 'tag', 'v9.0.10', 'HEAD^{tree}');
    for (const [name, date] of [
      ['v9.0.11', '2020-01-01T10:00:00Z'],
      ['v9.0.12', '2099-01-01T10:00:00Z'],
    ] as const) {
      at = date;
      run('commit', '--quiet', '--allow-empty', '--message', 'What runs as well');
      run('tag', name);
    }
    const { code, out, err } = changebook(['reconcile', ...day, '--format', 'json'], folder);
    assert.ok(out.startsWith('{'), err);
    report = { ...JSON.parse(out), code };
  });

  it('tells of each on the day of its commit, whatever it is called and whatever it says of itself', () => {
    assert.deepEqual(
      report.exceptions.map(({ kind, deployment }) => `${kind} ${deployment?.version}`).sort(),
      [
        'noRecord @scope/portal@9.0.3',
        'noRecord V9.0.2',
        'noRecord apps/portal/v9.0.4',
        'noRecord release_9.0.5',
        'noRecord v9.0.1',
        // A tag without a moment of its own has that of its commit, which is not before its parents.
        'noRecord v9.0.11',
        'noRecord v9.0.6',
        'noRecord v9.0.7',
        'noRecord v9.0.8',
        'noRecord v9.0.9',
      ],
    );
  });

  it('says of which it does not know when they were made, and is not complete', () => {
    assert.match(report.missing.join('\n'), /^Of 2 tags git does not say when .*: v9\.0\.10, v9\.0\.12\.$/);
    assert.equal(report.code, 2);
  });
});
