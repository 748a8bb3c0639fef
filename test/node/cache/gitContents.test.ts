import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { idOf } from '../../../src/node/cache/contents';
import { gitContents } from '../../../src/node/cache/gitContents';

describe('What git says that files hold', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'changebook-contents-'));
  const git = (...args: string[]): void => {
    const who = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...who, ...args], { cwd: folder, stdio: 'ignore' });
  };
  const write = (file: string, text: string): void => writeFileSync(path.join(folder, file), text);

  before(() => {
    git('init', '--quiet');
    mkdirSync(path.join(folder, 'in'));
    for (const name of ['plain', 'in/ñ b', 'in/converted', 'filtered', 'edited', 'unwatched', 'skipped'])
      write(`${name}.md`, `# ${name}\n`);
    write('.gitattributes', 'in/c*.md text=auto\nfiltered.md filter=touch\n');
    symlinkSync('plain.md', path.join(folder, 'link.md'));
    git('add', '--all');
    git('commit', '--quiet', '-m', 'Records');
    git('update-index', '--assume-unchanged', 'unwatched.md');
    git('update-index', '--skip-worktree', 'skipped.md');
    for (const name of ['edited', 'unwatched', 'skipped']) write(`${name}.md`, 'another\n');
    write('new.md', '# New\n');
    write('wanted.md', '# Wanted\n');
    git('add', '--intent-to-add', 'wanted.md');
  });

  it('are the ids of what lies in the work tree as git has it', async () => {
    const ids = await gitContents(folder);
    assert.deepEqual([...ids.keys()].sort(), ['in/ñ b.md', 'plain.md']);
    for (const [file, id] of ids) assert.equal(id, idOf(readFileSync(path.join(folder, file))));
    assert.deepEqual([...(await gitContents(path.join(folder, 'in'))).keys()], ['ñ b.md']);
  });

  it('is nothing where line ends are converted, and where there is no repository', async () => {
    git('config', 'core.autocrlf', 'input');
    assert.equal((await gitContents(folder)).size, 0);
    git('config', 'core.autocrlf', 'false');
    assert.equal((await gitContents(folder)).size, 2);
    assert.equal((await gitContents(mkdtempSync(path.join(tmpdir(), 'changebook-none-')))).size, 0);
  });

  it('starts nothing that the repository names', async () => {
    const mark = path.join(folder, 'ran');
    for (const [name, value] of [
      ['core.fsmonitor', `touch ${mark}; true`],
      ['filter.touch.clean', `touch ${mark}; cat`],
    ] as const)
      git('config', name, value);
    await gitContents(folder);
    assert.throws(() => readFileSync(mark));
  });
});
