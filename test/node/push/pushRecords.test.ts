import { strict as assert } from 'node:assert';
import path from 'node:path';
import { commitMessage } from '../../../src/core/actions/commitMessage';
import { pushFaultText } from '../../../src/core/actions/pushTexts';
import { commitRecords } from '../../../src/node/commit/commitRecords';
import { type PushOutcome, type PushRequest, pushRecords } from '../../../src/node/push/pushRecords';
import { act, git, read, recordText, useOwnConfiguration, write } from '../../unit/support/gitFolder';
import { sharedRemote, subjects } from '../../unit/support/sharedRemote';

const file = 'changes/CHG.md';
const files = { [file]: recordText(), 'other.md': 'x\n' };

async function tick(folder: string, step: string, options: Parameters<typeof act>[3] = {}): Promise<void> {
  const outcome = await act(folder, file, step, options);
  assert.equal(outcome.kind, 'committed', JSON.stringify(outcome));
}

async function push(
  folder: string,
  more: Partial<PushRequest> = {},
): Promise<PushOutcome & { kind: 'pushed' }> {
  const outcome = await pushRecords({ folder, language: 'en', ...more });
  assert.ok(outcome.kind === 'pushed', JSON.stringify(outcome));
  return outcome as PushOutcome & { kind: 'pushed' };
}

function ticked(folder: string, ref = 'HEAD'): string[] {
  return [...git(folder, 'show', `${ref}:${file}`).matchAll(/\[x\] (Step \d)/g)].map(
    ([, step]) => step ?? '',
  );
}

describe('Pushing records', function () {
  // Many processes of git, which on a busy machine take their time.
  this.timeout(120_000);
  useOwnConfiguration();

  it('sends the branch as it is where nobody was quicker', async () => {
    const { bare, clones } = sharedRemote(files, ['Anna']);
    const [anna = ''] = clones;
    await tick(anna, 'Step 2');
    const head = git(anna, 'rev-parse', 'HEAD').trim();
    const { subjects: sent, target, local, commit } = await push(path.join(anna, 'changes'));
    assert.deepEqual(
      [sent, target, local, commit],
      [['CHG-2026-0001: tick "Step 2" (1/5)'], 'origin/main', { kind: 'same' }, head],
    );
    assert.equal(git(bare, 'rev-parse', 'main').trim(), head);
    assert.deepEqual(await pushRecords({ folder: anna, language: 'en' }), {
      kind: 'nothing',
      target: 'origin/main',
    });
  });

  it('does actions again on what others pushed: beside theirs, with author, date and a new count', async () => {
    const { bare, clones } = sharedRemote(files, ['Anna', 'Berta']);
    const [anna = '', berta = ''] = clones;
    await tick(anna, 'Step 2');
    await tick(anna, 'Step 4');
    await push(anna);
    // Adjacent lines, which every merge of texts would call a conflict.
    await tick(berta, 'Step 3');
    await tick(berta, 'Step 1');
    const authored = git(berta, 'log', '-2', '--format=%an %ae %ad');
    const { subjects: sent, local } = await push(berta);
    assert.equal(sent.length, 2);
    assert.deepEqual(local, { kind: 'moved' });
    assert.deepEqual(subjects(bare), [
      'CHG-2026-0001: tick "Step 1" (4/5)',
      'CHG-2026-0001: tick "Step 3" (3/5)',
      'CHG-2026-0001: tick "Step 4" (2/5)',
      'CHG-2026-0001: tick "Step 2" (1/5)',
      'Begin',
    ]);
    assert.equal(git(berta, 'log', '-2', '--format=%an %ae %ad'), authored);
    assert.equal(
      git(berta, 'rev-parse', 'HEAD', 'origin/main'),
      `${git(bare, 'rev-parse', 'main')}`.repeat(2),
    );
    assert.equal(git(berta, 'status', '--porcelain'), '');
    assert.deepEqual(ticked(berta), ['Step 1', 'Step 2', 'Step 3', 'Step 4']);
    assert.equal(read(berta, file), git(bare, 'show', `main:${file}`));
    assert.equal(
      git(berta, 'diff', '--stat', 'HEAD~').trim().split('\n').at(-1)?.trim(),
      '1 file changed, 1 insertion(+), 1 deletion(-)',
    );
  });

  it('makes no second commit of what is done there already, and says by whom', async () => {
    const { bare, clones } = sharedRemote(files, ['Anna', 'Berta']);
    const [anna = '', berta = ''] = clones;
    await tick(anna, 'Step 2');
    await push(anna);
    await tick(berta, 'Step 2');
    await tick(berta, 'Step 3');
    const { already, subjects: sent, local } = await push(berta);
    assert.deepEqual(
      already.map(({ by, subject }) => [by, subject]),
      [['Anna', 'CHG-2026-0001: tick "Step 2" (1/5)']],
    );
    assert.ok(Math.abs((already[0]?.at ?? 0) - Date.now()) < 120_000);
    assert.deepEqual([sent.length, local.kind], [1, 'moved']);
    assert.equal(subjects(bare).filter((subject) => subject.includes('Step 2')).length, 1);
    await tick(anna, 'Step 3');
    const again = await push(anna);
    assert.deepEqual(
      [again.subjects, again.already.map(({ by }) => by), again.local.kind],
      [[], ['Berta'], 'moved'],
    );
    assert.equal(git(anna, 'rev-parse', 'HEAD').trim(), git(bare, 'rev-parse', 'main').trim());
  });

  it('takes along nothing that is staged or edited, and moves the branch under it', async () => {
    const { clones } = sharedRemote({ ...files, 'third.md': 'y\n' }, ['Anna', 'Berta']);
    const [anna = '', berta = ''] = clones;
    await tick(anna, 'Step 2');
    write(anna, 'third.md', 'their own\n');
    git(anna, 'commit', '--quiet', '--all', '--message', 'Other work');
    git(anna, 'push', '--quiet');
    await tick(berta, 'Step 3');
    write(berta, 'other.md', 'staged\n');
    git(berta, 'add', 'other.md');
    write(berta, 'other.md', 'edited\n');
    write(berta, 'new.md', 'new\n');
    const { local } = await push(berta);
    assert.equal(local.kind, 'moved');
    assert.equal(git(berta, 'status', '--porcelain'), 'MM other.md\n?? new.md\n');
    assert.deepEqual(
      [read(berta, 'other.md'), git(berta, 'show', ':other.md'), read(berta, 'third.md')],
      ['edited\n', 'staged\n', 'their own\n'],
    );
  });

  it('leaves the local branch where local changes are in the way, and follows once they are not', async () => {
    for (const stage of [false, true]) {
      const { bare, clones } = sharedRemote(files, ['Anna', 'Berta']);
      const [anna = '', berta = ''] = clones;
      await tick(anna, 'Step 2');
      await push(anna);
      await tick(berta, 'Step 4');
      const mine = read(berta, file).replace('# Title', '# Title of mine');
      write(berta, file, mine);
      if (stage) git(berta, 'add', '.');
      const head = git(berta, 'rev-parse', 'HEAD');
      const { local, subjects: sent } = await push(berta);
      assert.deepEqual(local, { kind: 'stays', files: [file] });
      assert.equal(sent.length, 1);
      assert.deepEqual([git(berta, 'rev-parse', 'HEAD'), read(berta, file)], [head, mine]);
      assert.deepEqual(ticked(bare, 'main'), ['Step 2', 'Step 4']);
      const again = await push(berta);
      assert.deepEqual([again.subjects, again.already, again.local.kind], [[], [], 'stays']);
      git(berta, 'checkout', '--quiet', 'HEAD', '--', file);
      assert.equal((await push(berta)).local.kind, 'moved');
      assert.equal(git(berta, 'rev-parse', 'HEAD').trim(), git(bare, 'rev-parse', 'main').trim());
      assert.equal(git(berta, 'status', '--porcelain'), '');
    }
  });

  it('leaves it too where a document is open with unsaved work', async () => {
    const { clones } = sharedRemote(files, ['Anna', 'Berta']);
    const [anna = '', berta = ''] = clones;
    await tick(anna, 'Step 2');
    await push(anna);
    await tick(berta, 'Step 4');
    const { local } = await push(berta, {
      unsavedIn: (paths) => paths.filter((each) => each.endsWith('CHG.md')),
    });
    assert.deepEqual(local, { kind: 'stays', files: [path.join(berta, file)] });
  });

  it('finds the record where it was renamed or grew, and keeps CRLF', async () => {
    const text = recordText().replace(/\n/g, '\r\n');
    const { bare, clones } = sharedRemote({ [file]: text }, ['Anna', 'Berta']);
    const [anna = '', berta = ''] = clones;
    git(anna, 'mv', file, 'changes/CHG-renamed.md');
    write(anna, 'changes/CHG-renamed.md', text.replace('- [ ] Step 1', '- [ ] Step 0\r\n\r\n- [ ] Step 1'));
    git(anna, 'commit', '--quiet', '--all', '--message', 'Renamed');
    git(anna, 'push', '--quiet');
    await tick(berta, 'Step 2');
    assert.equal((await push(berta)).local.kind, 'moved');
    assert.deepEqual(subjects(bare)[0], 'CHG-2026-0001: tick "Step 2" (1/6)');
    assert.match(
      read(berta, 'changes/CHG-renamed.md'),
      /- \[ \] Step 0\r\n\r\n- \[ \] Step 1\r\n\r\n- \[x\] Step 2\r\n/,
    );
    assert.equal(git(berta, 'status', '--porcelain'), '');
  });

  it('brings a new record along, unless another one took its place', async () => {
    const { bare, clones } = sharedRemote(files, ['Anna', 'Berta', 'Carla']);
    const [anna = '', berta = '', carla = ''] = clones;
    const added = 'changes/CHG-2.md';
    const create = async (folder: string, text: string): Promise<void> => {
      write(folder, added, text.replace('CHG-2026-0001', 'CHG-2026-0002'));
      const outcome = await commitRecords({
        files: [{ path: path.join(folder, added), change: { plan: () => ({ edits: [] }) }, isNew: true }],
        message: () => commitMessage({ record: 'CHG-2026-0002', action: 'create', title: 'New' }, 'en'),
      });
      assert.equal(outcome.kind, 'committed', JSON.stringify(outcome));
    };
    await tick(anna, 'Step 1');
    await push(anna);
    await create(berta, recordText());
    const own = await act(berta, added, 'Step 2');
    assert.equal(own.kind, 'committed', JSON.stringify(own));
    assert.equal((await push(berta)).subjects.length, 2);
    assert.match(git(bare, 'show', `main:${added}`), /- \[x\] Step 2/);
    assert.equal(git(berta, 'status', '--porcelain'), '');
    await create(carla, recordText(3));
    const outcome = await pushRecords({ folder: carla, language: 'en' });
    assert.ok(outcome.kind === 'failed');
    assert.match(
      pushFaultText(outcome.fault, 'en'),
      /There is another changes\/CHG-2\.md by now; give yours another id/,
    );
  });

  it('does unticking and not-applicable marks again, with their reasons', async () => {
    const { bare, clones } = sharedRemote(
      { ...files, [file]: recordText().replace('[ ] Step 5', '[x] Step 5') },
      ['Anna', 'Berta'],
    );
    const [anna = '', berta = ''] = clones;
    await tick(anna, 'Step 1');
    await push(anna);
    await tick(berta, 'Step 3', { action: 'skip', reason: 'no database' });
    await tick(berta, 'Step 3', { action: 'untick' });
    await tick(berta, 'Step 4', { action: 'skip', reason: 'not here' });
    await tick(berta, 'Step 2');
    await tick(berta, 'Step 2', { action: 'untick', reason: 'wrong one' });
    const { subjects: sent } = await push(berta);
    assert.equal(sent.length, 5);
    assert.match(
      read(berta, file),
      /- \[x\] Step 1\n\n- \[ \] Step 2\n\n- \[ \] Step 3\n\n- \[x\] ~~Step 4~~ \(n\/a: not here\)\n/,
    );
    assert.equal(subjects(bare)[0], 'CHG-2026-0001: untick "Step 2" (2/4)');
    assert.match(git(bare, 'log', '-1', '--format=%B', 'main'), /^Changebook-Reason: wrong one$/m);
  });
});
