import { strict as assert } from 'node:assert';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { changebook, folderOf, ticket } from './program';
import { commit, diffJson, edit, git, now, pullRequest, record, told } from './pullRequest';

describe('changebook diff', () => {
  it('compares two revisions whatever is checked out, and tells what nobody committed yet', () => {
    const folder = pullRequest();
    const between = diffJson(folder, 'main', 'work');
    git(folder, 'Ana', 'checkout', '--quiet', '--detach', 'main');
    assert.deepEqual(diffJson(folder, 'main', 'work'), between);
    assert.equal(between.records[0]?.meets[0]?.rule, 'schedule/freeze');
    assert.deepEqual(diffJson(folder, 'main').records, []);
    assert.equal(changebook(['diff', 'main'], folder).out, 'No record says anything else than before.\n');
    edit(folder, record, ['[ ] Start', '[x] Start']);
    assert.deepEqual(told(diffJson(folder, 'HEAD')), ['ticked Start the new version · nobody yet']);
  });

  it('knows records that came, went, were renamed and are others', () => {
    const folder = pullRequest();
    git(folder, 'Ana Font', 'checkout', '--quiet', '-b', 'moves', 'main');
    mkdirSync(path.join(folder, 'archive'));
    renameSync(path.join(folder, record), path.join(folder, 'archive/CHG-2026-0042.md'));
    edit(folder, 'archive/CHG-2026-0042.md', ['status: in_progress', 'status: to_be_reviewed']);
    rmSync(path.join(folder, 'TKT-1.md'));
    writeFileSync(path.join(folder, 'TKT-2.md'), ticket('TKT-2'));
    const report = (how: string): void => {
      const { records } = diffJson(folder, 'main');
      const found = records.map(({ file, fileBefore, what, by }) => [file, fileBefore, what, by?.name]);
      const who = how === 'committed' ? 'Ana Font' : '';
      assert.deepEqual(
        found,
        [
          ['TKT-1.md', null, 'removed', who],
          ['TKT-2.md', null, 'added', who],
          ['archive/CHG-2026-0042.md', record, 'renamed', who],
        ],
        how,
      );
      assert.deepEqual(
        records[2]?.changes.map(({ kind }) => kind),
        ['status'],
      );
    };
    report('on the disk');
    commit(folder, 'Ana Font');
    report('committed');
  });

  it('names who acted in a squashed merge', () => {
    const folder = pullRequest();
    git(folder, 'Ana Font', 'checkout', '--quiet', 'main');
    const as = { env: { GIT_AUTHOR_NAME: 'Eva Mas', GIT_AUTHOR_EMAIL: 'eva@example.org' } };
    git(folder, 'Ana Font', 'checkout', '--quiet', '-b', 'ticks');
    for (const name of ['user.name', 'user.email']) git(folder, 'Eva', 'config', name, 'eva@example.org');
    const tick = changebook(['tick', 'CHG-2026-0042', '--now', '2026-11-20T12:00+01:00'], folder, as);
    assert.equal(tick.code, 0, tick.err);
    git(folder, 'Ana Font', 'checkout', '--quiet', 'main');
    git(folder, 'Ana Font', 'merge', '--quiet', '--squash', 'ticks');
    git(folder, 'Ana Font', 'commit', '--quiet', '--no-edit');
    assert.deepEqual(told(diffJson(folder, 'HEAD~1', 'HEAD')), ['ticked Back up the database · Eva Mas']);
  });

  it('says which depth a shallow clone needs, and what it does not know', () => {
    const origin = pullRequest();
    const folder = path.join(folderOf({}), 'clone');
    git(
      path.dirname(folder),
      'Ana',
      'clone',
      '--quiet',
      '--depth=1',
      '--branch=work',
      `file://${origin}`,
      folder,
    );
    const deep = changebook(['diff', 'HEAD~2'], folder);
    assert.equal(deep.code, 2);
    assert.match(
      deep.err,
      /^changebook: this shallow clone does not have “HEAD~2”\. .* a depth of 3 is enough /,
    );
    git(folder, 'Ana', 'fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main');
    const { err } = changebook(['diff', 'origin/main', ...now], folder);
    assert.match(err, /does not know where the branch left “origin\/main”/);
    assert.ok(told(diffJson(folder, 'origin/main')).every((line) => line.endsWith('· ?')));
  });

  it('takes names for what they are, and says what is wrong in a sentence', () => {
    const folder = pullRequest();
    for (const [args, said] of [
      [['diff'], /Say which revision to compare with/],
      [['diff', 'nope'], /there is no revision “nope” here/],
      [['diff', 'main', 'nope'], /there is no revision “nope” here/],
      [['diff', '^HEAD'], /there is no revision “\^HEAD” here/],
      [['diff', 'HEAD', 'main..work'], /there is no revision “main\.\.work” here/],
      [['diff', '--', '--output=x'], /there is no revision “--output=x” here/],
    ] as const) {
      const { code, err, out } = changebook(args, folder);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(err, said);
    }
    assert.match(
      changebook(['diff', 'HEAD'], folderOf({ 'TKT-1.md': ticket('TKT-1') })).err,
      /git cannot say/,
    );
  });
});
