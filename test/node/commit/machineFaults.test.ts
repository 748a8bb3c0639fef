import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { faultText } from '../../../src/core/actions/commitFaults';
import { refusalText } from '../../../src/core/actions/refusals';
import type { CommitOutcome } from '../../../src/node/commit/commitRecords';
import {
  act,
  git,
  newFolder,
  read,
  recordText,
  repositoryOf,
  stateOf,
  useOwnConfiguration,
  withGit,
  write,
} from '../../unit/support/gitFolder';

const file = 'CHG.md';
const child = path.resolve(__dirname, '../../unit/support/tickProcess.ts');
const isRoot = process.getuid?.() === 0;

function sentenceOf(outcome: CommitOutcome): string {
  if (outcome.kind === 'refused') return refusalText(outcome.refusal, 'en');
  return outcome.kind === 'fault' ? faultText(outcome.fault, 'en', outcome.kept) : outcome.kind;
}

describe('Faults of the machine', () => {
  useOwnConfiguration('[safe]\n\tdirectory = *\n');

  it('a full disk: nothing is committed, and the file is as it was', async function () {
    const folder = newFolder();
    // Only an administrator may make a small disk.
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', folder]).status !== 0) this.skip();
    try {
      cpSync(repositoryOf({ [file]: recordText(4) }), folder, { recursive: true });
      const before = stateOf(folder, file);
      assert.throws(() => writeFileSync(path.join(folder, '.git/filler'), Buffer.alloc(2_000_000)), /ENOSPC/);
      const outcome = await act(folder, file, 'Step 3');
      assert.match(
        sentenceOf(outcome),
        /^The disk is full\. Nothing was committed; the file is as it was\.$/,
      );
      rmSync(path.join(folder, '.git/filler'));
      assert.deepEqual(stateOf(folder, file), before);
      assert.equal((await act(folder, file, 'Step 3')).kind, 'committed');
    } finally {
      execFileSync('umount', [folder]);
    }
  });

  it('a folder that may not be written: one sentence, and nothing is changed', () => {
    const folder = repositoryOf({ [file]: recordText(4) });
    const before = stateOf(folder, file);
    execFileSync('chmod', ['-R', 'a-w,a+rX', folder]);
    const args = ['--import', 'tsx', child, folder, file, 'Step 3'];
    const nobody = ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, ...args];
    if (isRoot) execFileSync('chmod', ['a+rx', path.dirname(process.env.GIT_CONFIG_GLOBAL ?? '')]);
    const env = { ...process.env, HOME: '/nonexistent', TSX_DISABLE_CACHE: '1' };
    const ended = isRoot
      ? spawnSync('setpriv', nobody, { encoding: 'utf8', env })
      : spawnSync(process.execPath, args, { encoding: 'utf8', env });
    execFileSync('chmod', ['-R', 'u+w', folder]);
    assert.match(ended.stdout, /"code":"(?:readOnly|notWritten)"/, ended.stderr);
    assert.deepEqual(stateOf(folder, file), before);
  });

  it('a git that is too old, and one that is not there', async () => {
    const folder = repositoryOf({ [file]: recordText(4) });
    write(folder, '.git/hooks/pre-commit', '#!/bin/sh\nexit 0\n');
    chmodSync(path.join(folder, '.git/hooks/pre-commit'), 0o755);
    const before = stateOf(folder, file);
    for (const old of [
      'case "$*" in *version*) echo "git version 2.35.8"; exit 0;; esac\nexec $real "$@"',
      'case "$*" in *--path-format=*) echo "--path-format=absolute";; esac\nexec $real "$@"',
    ]) {
      const outcome = await withGit(old, () => act(folder, file, 'Step 3'));
      assert.match(sentenceOf(outcome), /^git [\d.]+ is too old; 2\.36 or newer is needed/);
      assert.deepEqual(stateOf(folder, file), before);
    }
    const programs = process.env.PATH;
    process.env.PATH = newFolder();
    const none = await act(folder, file, 'Step 3').finally(() => {
      process.env.PATH = programs;
    });
    assert.match(sentenceOf(none), /git was not found/);
    assert.deepEqual(stateOf(folder, file), before);
  });

  it('a repository of somebody else: the command to trust it, which is never bypassed', async () => {
    const folder = repositoryOf({ [file]: recordText(4) });
    const says = `echo "fatal: detected dubious ownership in repository at '$PWD'" >&2; exit 128`;
    const outcome = await withGit(says, () => act(folder, file, 'Step 3'));
    assert.match(sentenceOf(outcome), /git config --global --add safe\.directory .*Nothing was changed/);
  });

  it('a signature that asks for a passphrase: fails at once, without a terminal', async () => {
    const folder = repositoryOf({ [file]: recordText(4) });
    const program = path.join(newFolder(), 'gpg');
    const asks =
      'if [ -t 0 ]; then sleep 60; fi\necho "gpg: signing failed: Inappropriate ioctl for device" >&2\nexit 2';
    writeFileSync(program, `#!/bin/sh\n${asks}\n`, { mode: 0o755 });
    git(folder, 'config', 'commit.gpgsign', 'true');
    git(folder, 'config', 'gpg.program', program);
    const before = stateOf(folder, file);
    const outcome = await act(folder, file, 'Step 3');
    assert.match(sentenceOf(outcome), /could not be signed, as commit\.gpgsign asks: .*gpg/);
    assert.deepEqual(stateOf(folder, file), before);
  });

  it('a hook that hangs: cancelling ends it, and no other process', async () => {
    const folder = repositoryOf({ [file]: recordText(4) });
    write(folder, '.git/hooks/pre-commit', '#!/bin/sh\necho $$ > .git/hook-pid\nexec sleep 30\n');
    chmodSync(path.join(folder, '.git/hooks/pre-commit'), 0o755);
    const before = stateOf(folder, file);
    const controller = new AbortController();
    const running = act(folder, file, 'Step 3', { signal: controller.signal });
    while (!existsSync(path.join(folder, '.git/hook-pid')))
      await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort();
    assert.match(sentenceOf(await running), /^Cancelled\. Nothing was committed/);
    rmSync(path.join(folder, '.git/hook-pid'));
    assert.deepEqual(stateOf(folder, file), before);
    assert.deepEqual(readdirSync(path.join(folder, '.git/changebook')), []);
  });
});

describe('Records that change under one', () => {
  useOwnConfiguration();

  it('whose name changed in case alone: git’s record is not where the file is', async () => {
    const folder = repositoryOf({ [file]: recordText(4) });
    execFileSync('mv', [path.join(folder, file), path.join(folder, 'chg.md')]);
    const before = git(folder, 'rev-parse', 'HEAD');
    const outcome = await act(folder, 'chg.md', 'Step 3');
    assert.match(sentenceOf(outcome), /chg\.md is not committed yet/);
    assert.equal(git(folder, 'rev-parse', 'HEAD'), before);
    assert.equal(read(folder, 'chg.md'), recordText(4));
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message', 'Renamed');
    assert.equal((await act(folder, 'chg.md', 'Step 3')).kind, 'committed');
  });

  it('whose name is composed or decomposed: each is the file that it is', async () => {
    const [composed, decomposed] = ['Ñandú.md'.normalize('NFC'), 'Ñandú.md'.normalize('NFD')];
    const folder = repositoryOf({ [composed]: recordText(4), 'x.md': 'x\n' });
    assert.equal((await act(folder, composed, 'Step 3')).kind, 'committed');
    if (existsSync(path.join(folder, decomposed))) return;
    write(folder, decomposed, recordText(4));
    assert.match(sentenceOf(await act(folder, decomposed, 'Step 3')), /is not committed yet/);
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--message', 'Both');
    assert.equal((await act(folder, decomposed, 'Step 3')).kind, 'committed');
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });

  it('that somebody deletes in a commit of his own: nothing is brought back', async () => {
    const folder = repositoryOf({ [file]: recordText(4), 'x.md': 'x\n' });
    git(folder, 'rm', '--quiet', file);
    git(folder, 'commit', '--quiet', '--message', 'Gone');
    const head = git(folder, 'rev-parse', 'HEAD');
    assert.match(sentenceOf(await act(folder, file, 'Step 3')), /CHG\.md is (?:not committed yet|gone)/);
    assert.equal(git(folder, 'rev-parse', 'HEAD'), head);
    assert.equal(existsSync(path.join(folder, file)), false);
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });

  it('in which a text stands twice: the one that was meant is ticked', async () => {
    const twice = recordText(3).replace('- [ ] Step 1\n', '- [ ] Step 2\n');
    const folder = repositoryOf({ [file]: twice });
    assert.equal((await act(folder, file, 'Step 2')).kind, 'committed');
    const [first = '', second = ''] = read(folder, file).match(/- \[.\] Step 2/g) ?? [];
    assert.deepEqual([first, second], ['- [x] Step 2', '- [ ] Step 2']);
  });

  it('with what looks like a step in code and HTML: neither is one, nor is it touched', async () => {
    const more = '```\n- [ ] Step 3\n```\n\n<div>\n- [ ] Step 3\n</div>\n\n';
    const folder = repositoryOf({ [file]: recordText(4, more) });
    assert.equal((await act(folder, file, 'Step 3')).kind, 'committed');
    assert.equal(
      read(folder, file),
      recordText(4, more).replace('- [ ] Step 3\n\n- [ ] Step 4', '- [x] Step 3\n\n- [ ] Step 4'),
    );
  });

  it('while the clock jumps back: commits follow each other all the same', async () => {
    const folder = repositoryOf({ [file]: recordText(4) });
    const before = process.env.GIT_COMMITTER_DATE;
    process.env.GIT_COMMITTER_DATE = '2001-01-01T00:00:00Z';
    try {
      for (const step of ['Step 1', 'Step 2'])
        assert.equal((await act(folder, file, step)).kind, 'committed');
    } finally {
      if (before === undefined) delete process.env.GIT_COMMITTER_DATE;
      else process.env.GIT_COMMITTER_DATE = before;
    }
    assert.equal(git(folder, 'log', '--oneline').trim().split('\n').length, 3);
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });
});
