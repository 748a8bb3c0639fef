import { strict as assert } from 'node:assert';
import { chmodSync, existsSync, mkdirSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { sweepLeftovers } from '../../../src/node/commit/ownFolder';
import { hook } from '../../unit/support/commitFaultTable';
import {
  act,
  git,
  newFolder,
  read,
  recordText,
  repositoryOf,
  useOwnConfiguration,
  write,
} from '../../unit/support/gitFolder';

const file = 'changes/CHG.md';

async function ticks(folder: string, name = file): Promise<void> {
  const outcome = await act(folder, name, 'Step 2');
  assert.equal(outcome.kind, 'committed', JSON.stringify(outcome));
  assert.equal(git(folder, 'status', '--porcelain'), '');
  assert.match(git(folder, 'show', `HEAD:./${name}`), /\[x\] Step 2/);
}

describe('A tick is committed', () => {
  useOwnConfiguration('[protocol "file"]\n\tallow = always\n');

  it('in a linked work tree, on its own branch', async () => {
    const folder = repositoryOf({ [file]: recordText() });
    const linked = path.join(newFolder(), 'linked');
    git(folder, 'worktree', 'add', '--quiet', '-b', 'side', linked);
    await ticks(linked);
    assert.match(git(folder, 'log', '-1', '--format=%s', 'side'), /tick "Step 2"/);
    assert.equal(git(folder, 'log', '-1', '--format=%s', 'main').trim(), 'Begin');
  });

  it('in a submodule, and leaves the repository around it alone', async () => {
    const inner = repositoryOf({ [file]: recordText() });
    const outer = repositoryOf({ 'x.md': 'x\n' });
    git(outer, 'submodule', '--quiet', 'add', inner, 'sub');
    git(outer, 'commit', '--quiet', '--message', 'Sub');
    await ticks(path.join(outer, 'sub'));
    assert.equal(git(outer, 'log', '-1', '--format=%s').trim(), 'Sub');
  });

  it('where a sparse checkout leaves the record out of the folder', async () => {
    const folder = repositoryOf({ [file]: recordText(), 'other/x.md': 'x\n' });
    git(folder, 'sparse-checkout', 'set', 'other');
    // The engine finds a record by its folder, which git has taken away.
    mkdirSync(path.join(folder, 'changes'), { recursive: true });
    const outcome = await act(folder, file, 'Step 2');
    assert.equal(outcome.kind, 'committed', JSON.stringify(outcome));
    assert.match(git(folder, 'ls-files', '-v'), /^S changes\/CHG\.md$/m);
    assert.equal(existsSync(path.join(folder, file)), false);
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });

  it('in a shallow clone, and where line endings are converted', async () => {
    const folder = repositoryOf({ [file]: recordText() });
    const clone = path.join(newFolder(), 'clone');
    git(
      folder,
      'clone',
      '--quiet',
      '--depth',
      '1',
      '--config',
      'core.autocrlf=true',
      `file://${folder}`,
      clone,
    );
    assert.match(read(clone, file), /\r\n/);
    await ticks(clone);
    assert.doesNotMatch(git(clone, 'show', `HEAD:${file}`), /\r/);
    assert.match(read(clone, file), /\[x\] Step 2\r\n/);
  });

  it('with the hooks of the repository, which see the commit as it will be', async () => {
    const folder = repositoryOf({ [file]: recordText() });
    hook(
      folder,
      'pre-commit',
      'git diff --cached --name-only > seen; cat changes/CHG.md | grep -c "\\[x\\]" >> seen',
    );
    hook(folder, 'prepare-commit-msg', 'echo "$2" >> seen');
    hook(folder, 'commit-msg', 'printf "\\nIssue: 7  \\n\\n\\n" >> "$1"');
    hook(folder, 'post-commit', 'git log -1 --format=%s >> seen');
    write(folder, '.git/info/exclude', 'seen\n');
    await ticks(folder);
    assert.equal(read(folder, 'seen'), 'changes/CHG.md\n1\nmessage\nCHG-2026-0001: tick "Step 2" (1/5)\n');
    assert.match(git(folder, 'log', '-1', '--format=%B'), /Step: .+\n\nIssue: 7\n/);
  });

  it('with hooks from core.hooksPath, and without those that are not there', async () => {
    const folder = repositoryOf({ [`sub/${file}`]: recordText(), '.hooks/none': '' });
    git(folder, 'config', 'core.hooksPath', '.hooks');
    await ticks(path.join(folder, 'sub'));
    write(folder, '.hooks/pre-commit', '#!/bin/sh\nexit 3\n');
    git(folder, 'update-index', '--add', '--chmod=+x', '.hooks/pre-commit');
    git(folder, 'checkout-index', '--force', '.hooks/pre-commit');
    const outcome = await act(path.join(folder, 'sub'), file, 'Step 3');
    assert.equal(outcome.kind === 'fault' && outcome.fault.code, 'hookFailed', JSON.stringify(outcome));
  });

  it('signed where commit.gpgsign asks for it', async () => {
    const folder = repositoryOf({ [file]: recordText() });
    const program = path.join(newFolder(), 'sign');
    const signature = '-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----';
    write(
      path.dirname(program),
      'sign',
      `#!/bin/sh\ncat > /dev/null\necho "[GNUPG:] SIG_CREATED " >&2\ncat <<E\n${signature}\nE\n`,
    );
    git(folder, 'config', 'commit.gpgsign', 'yes');
    git(folder, 'config', 'gpg.program', program);
    chmodSync(program, 0o755);
    await ticks(folder);
    assert.match(git(folder, 'cat-file', 'commit', 'HEAD'), /^gpgsig -----BEGIN PGP SIGNATURE-----$/m);
  });

  it('and nothing without an end is read in the place of its turn', () => {
    const folder = repositoryOf({ [file]: recordText() });
    write(folder, '.git/changebook/none', '');
    symlinkSync('/dev/zero', path.join(folder, '.git/changebook/turn'));
    sweepLeftovers(folder);
    assert.ok(existsSync(path.join(folder, '.git/changebook/none')));
  });

  it('beside what a killed one left behind, which is swept away', async () => {
    const folder = repositoryOf({ [file]: recordText() });
    write(folder, '.git/changebook/turn', 'somebody long gone');
    write(folder, '.git/changebook/00000000-1-abc/index', 'x');
    const start = performance.now();
    for (const name of ['turn', '00000000-1-abc'])
      utimesSync(path.join(folder, '.git/changebook', name), 1, 1);
    await act(folder, file, 'Step 1');
    write(folder, '.git/changebook/00000000-2-abc/index', 'x');
    write(folder, '.git/changebook/00000000-3-abc/index', 'x');
    utimesSync(path.join(folder, '.git/changebook/00000000-2-abc'), 1, 1);
    write(folder, '.git/changebook/turn', 'somebody long gone');
    utimesSync(path.join(folder, '.git/changebook/turn'), 1, 1);
    sweepLeftovers(folder);
    assert.equal(existsSync(path.join(folder, '.git/changebook/turn')), false);
    assert.equal(existsSync(path.join(folder, '.git/changebook/00000000-2-abc')), false);
    assert.ok(existsSync(path.join(folder, '.git/changebook/00000000-3-abc')), 'it may be in use elsewhere');
    sweepLeftovers(newFolder());
    assert.ok(performance.now() - start < 5000);
    assert.equal(existsSync(path.join(folder, '.git/changebook/00000000-1-abc')), false);
  });
});
