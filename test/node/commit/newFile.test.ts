import { strict as assert } from 'node:assert';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { firstCommit } from '../../../src/core/actions/firstCommit';
import { emptyConfig } from '../../../src/core/config/workspaceConfig';
import { type CommitOutcome, commitRecords } from '../../../src/node/commit/commitRecords';
import { isUncommitted } from '../../../src/node/commit/isUncommitted';
import { hook } from '../../unit/support/commitFaultTable';
import {
  git,
  newFolder,
  recordText,
  repositoryOf,
  stateOf,
  useOwnConfiguration,
  write,
} from '../../unit/support/gitFolder';

const file = 'changes/CHG-2026-0002.md';
const [{ change } = assert.fail()] = firstCommit({ name: file, file, config: emptyConfig }, undefined).files;

function create(folder: string): Promise<CommitOutcome> {
  return commitRecords({
    files: [{ path: path.join(folder, file), change, isNew: true }],
    message: ([text = '']) => `Add ${text.length}\n`,
    lockPatienceMs: 300,
  });
}

function codeOf(outcome: CommitOutcome): string {
  return outcome.kind === 'fault' ? outcome.fault.code : outcome.kind;
}

describe('The first commit of a record', () => {
  useOwnConfiguration();

  it('holds that one file and leaves everything else as it was', async () => {
    const folder = repositoryOf({ 'other.md': 'x\n' });
    write(folder, 'other.md', 'staged\n');
    git(folder, 'add', '.');
    write(folder, 'other.md', 'unstaged\n');
    write(folder, 'untracked.md', 'y\n');
    write(folder, file, `\uFEFF${recordText(2)}`);
    assert.equal(codeOf(await create(folder)), 'committed');
    assert.equal(git(folder, 'log', '-1', '--format=%s'), `Add ${recordText(2).length + 1}\n`);
    assert.equal(git(folder, 'diff-tree', '-r', '--name-status', 'HEAD~', 'HEAD'), `A\t${file}\n`);
    assert.equal(git(folder, 'show', `HEAD:${file}`), `\uFEFF${recordText(2)}`);
    assert.equal(git(folder, 'status', '--porcelain'), 'MM other.md\n?? untracked.md\n');
    assert.equal((await create(folder)).kind, 'unchanged');
  });

  it('is never called committed where the file differs from its commit, in the folder or staged', async () => {
    const folder = repositoryOf({ [file]: recordText(2), '.gitattributes': '*.md text eol=crlf\n' });
    git(folder, 'checkout', '--quiet', '--', file);
    write(folder, file, recordText(2).replaceAll('\n', '\r\n'));
    assert.equal((await create(folder)).kind, 'unchanged');
    const edited = recordText(2).replace('[ ] Step 1', '[x] Step 1');
    write(folder, file, edited);
    const before = stateOf(folder, file);
    const outcome = await create(folder);
    assert.ok(outcome.kind === 'refused');
    assert.equal(outcome.refusal.code, 'differsFromCommit');
    assert.deepEqual(stateOf(folder, file), before);
    git(folder, 'add', file);
    write(folder, file, recordText(2));
    const staged = await create(folder);
    assert.equal(staged.kind === 'refused' && staged.refusal.code, 'differsFromCommit');
  });

  it('may be the first of its repository, and leaves what else is staged there for later', async () => {
    const folder = newFolder();
    git(folder, 'init', '--quiet');
    write(folder, file, recordText(2));
    write(folder, 'other.md', 'x\n');
    git(folder, 'add', 'other.md');
    assert.ok(await isUncommitted(folder, file));
    assert.equal(codeOf(await create(folder)), 'committed');
    assert.ok(!(await isUncommitted(folder, file)));
    assert.ok(!(await isUncommitted(newFolder(), file)));
    assert.equal(git(folder, 'ls-tree', '-r', '--name-only', 'HEAD'), `${file}\n`);
    assert.equal(git(folder, 'status', '--porcelain', '--untracked-files=all'), 'A  other.md\n');
    assert.equal((await create(folder)).kind, 'unchanged');
  });

  it('takes what is staged of it along, its mode too, and goes through the filters for line endings', async () => {
    const folder = repositoryOf({ '.gitattributes': '*.md text\n' });
    write(folder, file, recordText(2).replace(/\n/g, '\r\n'));
    chmodSync(path.join(folder, file), 0o755);
    git(folder, 'add', '--intent-to-add', file);
    assert.equal(codeOf(await create(folder)), 'committed');
    assert.equal(git(folder, 'show', `HEAD:${file}`), recordText(2));
    assert.match(git(folder, 'ls-tree', 'HEAD', file), /^100755 /);
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });

  it('does not throw away another version that is staged', async () => {
    const folder = repositoryOf({ 'other.md': 'x\n' });
    write(folder, file, recordText(3));
    git(folder, 'add', '.');
    write(folder, file, recordText(2));
    assert.equal(codeOf(await create(folder)), 'stagedOtherwise');
    assert.equal(git(folder, 'show', `:${file}`), recordText(3));
    assert.equal(git(folder, 'log', '--oneline').split('\n').length, 2);
  });

  it('stages nothing where a hook takes other files along', async () => {
    const folder = repositoryOf({ 'other.md': 'x\n' });
    write(folder, file, recordText(2));
    hook(folder, 'pre-commit', 'echo more > more.txt && git add more.txt; rm more.txt');
    assert.equal(codeOf(await create(folder)), 'hookFiles');
    assert.equal(git(folder, 'status', '--porcelain', '--untracked-files=all'), `?? ${file}\n`);
  });

  it('is no file that is gone, and none that is too large for a record', async () => {
    const folder = repositoryOf({ 'other.md': 'x\n', 'changes/x.md': '' });
    assert.equal(codeOf(await create(folder)), 'missing');
    write(folder, file, 'x'.repeat(1_000_001));
    assert.equal(codeOf(await create(folder)), 'tooLarge');
    assert.equal(git(folder, 'log', '--oneline').split('\n').length, 2);
  });
});
