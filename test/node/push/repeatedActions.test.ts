import { strict as assert } from 'node:assert';
import path from 'node:path';
import { approvalChange } from '../../../src/core/actions/approvalChange';
import { commitMessage } from '../../../src/core/actions/commitMessage';
import { noticed } from '../../../src/core/actions/notify';
import type { WrittenAction } from '../../../src/core/actions/recordAction';
import { emptyConfig } from '../../../src/core/config/workspaceConfig';
import { commitRecords } from '../../../src/node/commit/commitRecords';
import { pushRecords } from '../../../src/node/push/pushRecords';
import { act, git, read, recordText, useOwnConfiguration, write } from '../../unit/support/gitFolder';
import { sharedRemote, subjects } from '../../unit/support/sharedRemote';

const file = 'changes/CHG.md';
const files = { [file]: recordText(), 'other.md': 'x\n' };
const minute = Date.UTC(2026, 10, 20, 9);

/** A decision as peer; all of a test are taken in one minute unless it says otherwise. */
function decision(by: string, decided: 'approved' | 'denied', at = minute): WrittenAction {
  const taken = { role: 'peer', by, at, zone: 'UTC', decision: decided } as const;
  const action = decided === 'approved' ? 'approve' : 'deny';
  const change = approvalChange(taken, { file, config: emptyConfig });
  return { change, parts: { action, role: 'peer' } };
}

async function commit(folder: string, { change, parts }: WrittenAction): Promise<void> {
  const outcome = await commitRecords({
    files: [{ path: path.join(folder, file), change }],
    message: () => commitMessage({ record: 'CHG-2026-0001', ...parts }, 'en'),
  });
  assert.equal(outcome.kind, 'committed', JSON.stringify(outcome));
}

async function push(folder: string): Promise<string> {
  const outcome = await pushRecords({ folder, language: 'en' });
  assert.notEqual(outcome.kind, 'failed', JSON.stringify(outcome));
  return outcome.kind === 'pushed' ? outcome.local.kind : outcome.kind;
}

function decided(folder: string, ref = 'main'): string[] {
  const text = git(folder, 'show', `${ref}:${file}`);
  return [...text.matchAll(/by: (\w+), .*?decision: (\w+)/g)].map(([, by, what]) => `${by} ${what}`);
}

describe('Pushing what one person does again', function () {
  this.timeout(120_000);
  useOwnConfiguration();
  beforeEach(() => {
    // All commits of one second: nothing may rest on times being different.
    process.env.GIT_AUTHOR_DATE = '1790000000 +0000';
  });
  after(() => {
    delete process.env.GIT_AUTHOR_DATE;
  });

  it('approve, deny, approve and back, one by one and all at once', async () => {
    const { bare, clones } = sharedRemote(files, ['Anna', 'Berta']);
    const [anna = '', berta = ''] = clones;
    const all = ['approved', 'denied', 'approved', 'denied', 'approved'] as const;
    for (const what of all.slice(0, 3)) {
      await commit(anna, decision('Anna', what));
      await push(anna);
    }
    for (const what of all.slice(3)) await commit(anna, decision('Anna', what));
    await act(berta, file, 'Step 2');
    await push(berta);
    assert.equal(await push(anna), 'moved');
    assert.deepEqual(
      decided(bare),
      all.map((what) => `Anna ${what}`),
    );
    assert.equal(read(anna, file), git(bare, 'show', `main:${file}`));
  });

  it('a decision that was taken back elsewhere is taken again; one that stands there is not', async () => {
    const { bare, clones } = sharedRemote(files, ['Anna', 'Anna']);
    const [here = '', there = ''] = clones;
    for (const what of ['approved', 'denied'] as const) await commit(there, decision('Anna', what));
    await push(there);
    // One person cannot be at both at the same second.
    process.env.GIT_AUTHOR_DATE = '1790003600 +0000';
    await commit(here, decision('Anna', 'approved', minute + 3_600_000));
    await push(here);
    assert.deepEqual(decided(bare), ['Anna approved', 'Anna denied', 'Anna approved']);
    git(there, 'pull', '--quiet', '--rebase');
    await commit(there, decision('Anna', 'denied', minute + 4_000_000));
    await push(there);
    process.env.GIT_AUTHOR_DATE = '1790005000 +0000';
    await commit(here, decision('Anna', 'denied', minute + 5_000_000));
    await push(here);
    assert.deepEqual(decided(bare).slice(3), ['Anna denied']);
  });

  it('tick, untick, tick that are pushed while the local branch cannot follow are not done twice', async () => {
    const { bare, clones } = sharedRemote(files, ['Anna', 'Berta']);
    const [anna = '', berta = ''] = clones;
    await act(berta, file, 'Step 5');
    await push(berta);
    for (const action of ['tick', 'untick', 'tick'] as const)
      assert.equal((await act(anna, file, 'Step 2', { action })).kind, 'committed');
    write(anna, file, `${read(anna, file)}\nUnsaved work\n`);
    assert.equal(await push(anna), 'stays');
    const sent = subjects(bare);
    assert.equal(sent.length, 5);
    await push(anna);
    assert.deepEqual(subjects(bare), sent);
    // What others have made of it since stays theirs.
    git(berta, 'pull', '--quiet', '--rebase');
    assert.equal((await act(berta, file, 'Step 2', { action: 'untick' })).kind, 'committed');
    await push(berta);
    git(anna, 'fetch', '--quiet');
    await push(anna);
    assert.equal(subjects(bare).length, 6);
    assert.match(git(bare, 'show', `main:${file}`), /- \[ \] Step 2/);
    // A fourth one of the same second is another one all the same.
    git(anna, 'checkout', '--quiet', '--', file);
    assert.equal(await push(anna), 'moved');
    assert.equal((await act(anna, file, 'Step 2')).kind, 'committed');
    await push(anna);
    assert.match(git(bare, 'show', `main:${file}`), /- \[x\] Step 2/);
    assert.equal(subjects(bare).length, 7);
  });

  it('two notices of a kind, and one that was pushed before', async () => {
    const { bare, clones } = sharedRemote(files, ['Anna', 'Berta']);
    const [anna = '', berta = ''] = clones;
    await act(berta, file, 'Step 5');
    await push(berta);
    const notice = (at: number) => noticed({ kind: 'start', by: 'Anna', at, zone: 'UTC' });
    await commit(anna, notice(minute));
    await commit(anna, notice(minute + 60_000));
    write(anna, file, `${read(anna, file)}\nUnsaved work\n`);
    assert.equal(await push(anna), 'stays');
    await push(anna);
    assert.equal(git(bare, 'show', `main:${file}`).match(/kind: start/g)?.length, 2);
  });

  it('a record that was added, pushed and ticked by others meanwhile is no other record', async () => {
    const { bare, clones } = sharedRemote(files, ['Anna', 'Berta']);
    const [anna = '', berta = ''] = clones;
    await act(berta, file, 'Step 5');
    await push(berta);
    const added = 'changes/NEW.md';
    write(anna, added, recordText().replace('0001', '0002'));
    const outcome = await commitRecords({
      files: [{ path: path.join(anna, added), change: { plan: () => ({ edits: [] }) }, isNew: true }],
      message: () => commitMessage({ record: 'CHG-2026-0002', action: 'create', title: 'Title' }, 'en'),
    });
    assert.equal(outcome.kind, 'committed');
    write(anna, file, `${read(anna, file)}\nUnsaved work\n`);
    assert.equal(await push(anna), 'stays');
    git(berta, 'pull', '--quiet', '--rebase');
    assert.equal((await act(berta, added, 'Step 1')).kind, 'committed');
    await push(berta);
    const before = subjects(bare);
    git(anna, 'fetch', '--quiet');
    await push(anna);
    assert.deepEqual(subjects(bare), before);
  });
});
