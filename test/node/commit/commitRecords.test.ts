import { strict as assert } from 'node:assert';
import { chmodSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  act,
  git,
  read,
  recordText,
  repositoryOf,
  useOwnConfiguration,
  withGit,
  write,
} from '../../unit/support/gitFolder';

const file = 'changes/CHG.md';
const ticked = (text: string, step: number): string =>
  text.replace(`[ ] Step ${step}\n`, `[x] Step ${step}\n`);

async function tick(folder: string, name = file, step = 'Step 2'): Promise<string> {
  const outcome = await act(folder, name, step);
  assert.equal(outcome.kind, 'committed', JSON.stringify(outcome));
  return outcome.kind === 'committed' ? outcome.subject : '';
}

describe('A tick as a commit', () => {
  useOwnConfiguration();

  it('is one commit of one character, with its message, and leaves a clean folder', async () => {
    const folder = repositoryOf({ [file]: recordText(), 'other.md': 'x\n' });
    assert.equal(await tick(folder), 'CHG-2026-0001: tick "Step 2" (1/5)');
    assert.equal(git(folder, 'status', '--porcelain'), '');
    assert.equal(git(folder, 'show', `HEAD:${file}`), ticked(recordText(), 2));
    assert.equal(
      git(folder, 'diff', '--stat', 'HEAD~', 'HEAD').split('\n')[1],
      ' 1 file changed, 1 insertion(+), 1 deletion(-)',
    );
    assert.equal(
      git(folder, 'log', '-1', '--format=%an <%ae>%n%(trailers)').trim(),
      'Test <test@example.org>\nChangebook-Record: CHG-2026-0001\nChangebook-Action: tick\nChangebook-Step: Title > Checklist > Step 2',
    );
    assert.match(git(folder, 'reflog', '-1'), /commit: CHG-2026-0001: tick/);
    assert.equal(git(folder, 'ls-files', '--others', '--', '.git').trim(), '');
  });

  it('keeps line endings, BOM, a missing last line break and the executable bit', async () => {
    const texts = [
      recordText().replace(/\n/g, '\r\n'),
      `\uFEFF${recordText()}`,
      recordText().trimEnd(),
      recordText().replace(/\n/g, '\r'),
    ];
    for (const text of texts) {
      const folder = repositoryOf({ [file]: text });
      chmodSync(path.join(folder, file), 0o755);
      git(folder, 'commit', '--quiet', '--all', '--message', 'x');
      await tick(folder);
      const after = text.replace('[ ] Step 2', '[x] Step 2');
      assert.deepEqual([git(folder, 'show', `HEAD:${file}`), read(folder, file)], [after, after]);
      assert.equal(statSync(path.join(folder, file)).mode & 0o777, 0o755);
      assert.match(git(folder, 'ls-tree', 'HEAD', file), /^100755 /);
      assert.equal(git(folder, 'status', '--porcelain'), '');
    }
  });

  it('leaves other staged and unstaged work as it was, in the same record too', async () => {
    const folder = repositoryOf({ [file]: recordText(), 'other.md': 'x\n', 'gone.md': 'y\n' });
    write(folder, 'other.md', 'staged\n');
    write(folder, 'new.md', 'new\n');
    git(folder, 'rm', '--quiet', 'gone.md');
    const staged = recordText().replace('# Title', '# Staged title');
    write(folder, file, staged);
    git(folder, 'add', '.');
    write(folder, 'other.md', 'unstaged\n');
    const unstaged = staged.replace('id:', '# note\nid:').replace('[ ] Step 5', '[x] Step 5');
    write(folder, file, unstaged);
    await assertRenamedTitle(folder);
    assert.equal(git(folder, 'show', 'HEAD:other.md'), 'x\n');
    assert.equal(read(folder, file), unstaged);
    assert.equal(git(folder, 'show', `:${file}`), staged);
    assert.equal(git(folder, 'status', '--porcelain'), `MM ${file}\nD  gone.md\nA  new.md\nMM other.md\n`);
  });

  it('takes no submodule along that is staged, or that a hook stages, also where git is told to ignore it', async () => {
    const rules = '[submodule "sub"]\n\tpath = sub\n\turl = ./sub\n\tignore = all\n';
    const folder = repositoryOf({ [file]: recordText(), '.gitmodules': rules });
    const stage = (id: string): string => `update-index --add --cacheinfo 160000,${id},sub`;
    git(folder, ...stage(git(folder, 'rev-parse', 'HEAD').trim()).split(' '));
    git(folder, 'commit', '--quiet', '--message', 'Submodule');
    const [before, other] = git(folder, 'rev-parse', 'HEAD:sub', 'HEAD').trim().split('\n');
    git(folder, ...stage(other ?? '').split(' '));
    await tick(folder);
    assert.equal(git(folder, 'rev-parse', 'HEAD:sub').trim(), before);
    git(folder, 'reset', '--quiet');
    write(folder, '.git/hooks/pre-commit', `#!/bin/sh\ngit ${stage(other ?? '')}\n`);
    chmodSync(path.join(folder, '.git/hooks/pre-commit'), 0o755);
    const outcome = await act(folder, file, 'Step 3');
    assert.deepEqual(outcome.kind === 'fault' && outcome.fault, {
      code: 'hookFiles',
      args: { files: 'sub' },
    });
  });

  it('takes thirteen processes of git at most, and fills no index where nothing else is staged', async () => {
    const folder = repositoryOf({ [file]: recordText() });
    const log = path.join(folder, '.git/calls');
    await withGit(`echo "$*" >> '${log}'\nexec $real "$@"`, async () => {
      for (const step of ['Step 2', 'Step 3']) {
        rmSync(log, { force: true });
        await tick(folder, file, step);
      }
    });
    const calls = read(folder, '.git/calls').trim().split('\n');
    assert.ok(calls.length <= 13, calls.join('\n'));
    assert.ok(!calls.some((call) => call.startsWith('read-tree')), calls.join('\n'));
  });

  it('ticks in every copy where the record is edited elsewhere', async () => {
    const folder = repositoryOf({ [file]: recordText() });
    const staged = recordText().replace('id:', '# note\nid:');
    write(folder, file, staged);
    git(folder, 'add', '.');
    const unstaged = staged.replace('# note', '# a longer note');
    write(folder, file, unstaged);
    await tick(folder);
    assert.equal(git(folder, 'show', `HEAD:${file}`), ticked(recordText(), 2));
    assert.equal(git(folder, 'show', `:${file}`), ticked(staged, 2));
    assert.equal(read(folder, file), ticked(unstaged, 2));
  });

  it('works below the top, for names that git could take for something else', async () => {
    for (const name of ['-A', ':(top)x.md', 'a\tb "ñ"\\.md', 'with,comma.md', '*.md', '.changebook/--all']) {
      const folder = repositoryOf({ [`sub/${name}`]: recordText(), 'sub/x.md': 'x\n' });
      assert.equal(await tick(path.join(folder, 'sub'), name), 'CHG-2026-0001: tick "Step 2" (1/5)', name);
      assert.equal(git(folder, 'status', '--porcelain'), '');
      assert.equal(git(folder, 'diff-tree', '-r', '-z', '--name-only', 'HEAD~', 'HEAD'), `sub/${name}\0`);
    }
  });
});

/** A step under a heading that only the staged text has renamed is another step there. */
async function assertRenamedTitle(folder: string): Promise<void> {
  const before = git(folder, 'rev-parse', 'HEAD');
  const outcome = await act(folder, file, 'Step 2');
  assert.deepEqual(
    [outcome.kind, outcome.kind === 'refused' && outcome.refusal.code],
    ['refused', 'stepStaged'],
  );
  assert.equal(git(folder, 'rev-parse', 'HEAD'), before);
}
