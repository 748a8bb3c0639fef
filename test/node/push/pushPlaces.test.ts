import { strict as assert } from 'node:assert';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { pushRecords } from '../../../src/node/push/pushRecords';
import { act, git, newFolder, recordText, useOwnConfiguration, write } from '../../unit/support/gitFolder';
import { sharedRemote, subjects } from '../../unit/support/sharedRemote';

const file = 'CHG.md';

describe('A push goes where git itself would push', function () {
  // Many processes of git, which on a busy machine take their time.
  this.timeout(120_000);
  useOwnConfiguration();

  it('to an upstream of another name where the setting says so, and to a fork', async () => {
    const { bare, clones } = sharedRemote({ [file]: recordText() }, ['Anna']);
    const [anna = ''] = clones;
    await act(anna, file, 'Step 1');
    git(anna, 'branch', '--quiet', '--move', 'work');
    git(anna, 'config', 'push.default', 'upstream');
    const up = await pushRecords({ folder: anna, language: 'en' });
    assert.equal(up.kind === 'pushed' && up.target, 'origin/main');
    const fork = path.join(newFolder(), 'fork.git');
    git(bare, 'clone', '--quiet', '--bare', bare, fork);
    git(fork, 'branch', '--quiet', 'work', 'main');
    git(anna, 'remote', 'add', 'fork', fork);
    git(anna, 'config', 'remote.pushDefault', 'fork');
    await act(anna, file, 'Step 2');
    const forked = await pushRecords({ folder: anna, language: 'en' });
    assert.equal(forked.kind === 'pushed' && forked.target, 'fork/work', JSON.stringify(forked));
    assert.equal(subjects(bare).length, 2);
    assert.equal(subjects(fork, 'work').length, 3);
  });

  it('from a linked work tree, a submodule and a shallow clone, onto what others pushed', async () => {
    const { bare, clones } = sharedRemote({ [file]: recordText() }, ['Anna', 'Berta']);
    const [anna = '', berta = ''] = clones;
    const linked = path.join(newFolder(), 'linked');
    git(berta, 'switch', '--quiet', '--create', 'aside');
    git(berta, 'worktree', 'add', '--quiet', linked, 'main');
    const shallow = path.join(newFolder(), 'shallow');
    git(bare, 'clone', '--quiet', '--depth', '1', `file://${bare}`, shallow);
    const outer = newFolder();
    git(outer, 'init', '--quiet');
    git(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', bare, 'sub');
    let step = 1;
    for (const place of [anna, linked, shallow, path.join(outer, 'sub')]) {
      assert.equal((await act(place, file, `Step ${step++}`)).kind, 'committed');
      const outcome = await pushRecords({ folder: place, language: 'en' });
      assert.equal(outcome.kind, 'pushed', JSON.stringify(outcome));
      assert.equal(git(place, 'rev-parse', 'HEAD').trim(), git(bare, 'rev-parse', 'main').trim());
      assert.equal(git(place, 'status', '--porcelain'), '');
    }
    assert.equal(subjects(bare).length, 5);
  });

  it('signed again where commit.gpgsign asks for it', async () => {
    const { clones } = sharedRemote({ [file]: recordText() }, ['Anna', 'Berta']);
    const [anna = '', berta = ''] = clones;
    await act(anna, file, 'Step 1');
    await pushRecords({ folder: anna, language: 'en' });
    const program = path.join(newFolder(), 'sign');
    write(
      path.dirname(program),
      'sign',
      '#!/bin/sh\ncat > /dev/null\necho "[GNUPG:] SIG_CREATED " >&2\nprintf -- "-----BEGIN PGP SIGNATURE-----\\n\\nabc\\n-----END PGP SIGNATURE-----\\n"\n',
    );
    chmodSync(program, 0o755);
    git(berta, 'config', 'commit.gpgsign', 'true');
    git(berta, 'config', 'gpg.program', program);
    await act(berta, file, 'Step 3');
    assert.equal((await pushRecords({ folder: berta, language: 'en' })).kind, 'pushed');
    assert.match(git(berta, 'cat-file', 'commit', 'HEAD'), /gpgsig -----BEGIN[\s\S]*tick "Step 3" \(2\/5\)/);
  });
});
