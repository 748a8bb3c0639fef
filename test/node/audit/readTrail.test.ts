import { strict as assert } from 'node:assert';
import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { AuditEvent } from '../../../src/core/audit/auditEvent';
import { parseRecord } from '../../../src/core/model/parse/parseRecord';
import { readTrail } from '../../../src/node/audit/readTrail';
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

const file = 'changes/CHG-2026-0001.md';
const id = 'CHG-2026-0001';

async function trail(folder: string, at = file, record: string | undefined = id): Promise<AuditEvent[]> {
  const steps = parseRecord(read(folder, at), { expected: true })?.body.steps ?? [];
  return readTrail(path.join(folder, at), { id: record, file: at, steps });
}

/** Each event in a few words: what, which step or state, and a star where it was made by hand. */
function told(events: readonly AuditEvent[]): string[] {
  return events.map(({ action, step, to, own }) =>
    [action, step?.text ?? to, own ? '' : '*'].filter(Boolean).join(' '),
  );
}

function replace(folder: string, before: string, after: string, at = file): void {
  const text = read(folder, at);
  assert.ok(text.includes(before), before);
  write(folder, at, text.replace(before, after));
}

function commitAll(folder: string, message: string, ...more: string[]): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', message, ...more);
}

async function tick(folder: string, step: string, at = file): Promise<string> {
  const outcome = await act(folder, at, step);
  return outcome.kind === 'committed' ? outcome.commit : assert.fail(JSON.stringify(outcome));
}

describe('The audit trail of a record', () => {
  useOwnConfiguration();

  it('has every tick, untick and n/a mark once, with who, when and why', async () => {
    const folder = repositoryOf({ [file]: recordText(3) });
    const commit = await tick(folder, 'Step 1');
    await act(folder, file, 'Step 1', { action: 'untick', reason: 'Too early' });
    await act(folder, file, 'Step 2', { action: 'skip', reason: 'No database' });
    const events = await trail(folder);
    assert.deepEqual(told(events), ['create *', 'tick Step 1', 'untick Step 1', 'skip Step 2']);
    const [, ticked, unticked, skipped] = events;
    assert.deepEqual([ticked?.commit, ticked?.by, ticked?.address], [commit, 'Test', 'test@example.org']);
    assert.ok(Math.abs((ticked?.at ?? 0) - Date.now()) < 60_000);
    assert.deepEqual(ticked?.step?.path, ['Title', 'Checklist']);
    assert.deepEqual([unticked?.reason, skipped?.reason], ['Too early', 'No database']);
  });

  it('tells what others changed by hand in its steps, state and decisions', async () => {
    const folder = repositoryOf({ [file]: recordText(3) });
    replace(folder, '- [ ] Step 1', '- [x] Step 1');
    replace(
      folder,
      'type: change\n',
      'type: change\nstatus: in_progress\napprovals: [{ role: peer, by: Anna, at: 2026-11-20, decision: approved }]\n',
    );
    commitAll(folder, 'By hand');
    replace(folder, '# Title', '# Another title');
    replace(folder, '- [x] Step 1', '- [x] Step one');
    commitAll(folder, 'Words');
    const events = await trail(folder);
    assert.deepEqual(told(events), [
      'create *',
      'advance in_progress *',
      'tick Step 1 *',
      'approve *',
      'edit *',
    ]);
    assert.deepEqual([events[3]?.role, events[3]?.decidedBy, events[3]?.by], ['peer', 'Anna', 'Test']);
  });

  it('says what was ticked already when the record came', async () => {
    const folder = repositoryOf({ [file]: recordText(3).replaceAll('- [ ]', '- [x]') });
    const [first] = await trail(folder);
    assert.deepEqual([first?.action, first?.ticked], ['create', 3]);
  });

  it('goes back over renames, moved folders and copies', async () => {
    const folder = repositoryOf({ [file]: recordText(4), 'changes/notes.txt': 'x' });
    await tick(folder, 'Step 1');
    git(folder, 'mv', file, 'changes/CHG-2026-0001-portal.md');
    commitAll(folder, 'Rename');
    await tick(folder, 'Step 2', 'changes/CHG-2026-0001-portal.md');
    renameSync(path.join(folder, 'changes'), path.join(folder, 'records'));
    commitAll(folder, 'Move the folder');
    await tick(folder, 'Step 3', 'records/CHG-2026-0001-portal.md');
    write(folder, 'copy/CHG-2026-0001-portal.md', read(folder, 'records/CHG-2026-0001-portal.md'));
    commitAll(folder, 'Copy the folder');
    await tick(folder, 'Step 4', 'records/CHG-2026-0001-portal.md');
    const moved = ['create *', 'tick Step 1', 'move *', 'tick Step 2', 'move *', 'tick Step 3'];
    assert.deepEqual(told(await trail(folder, 'records/CHG-2026-0001-portal.md')), [...moved, 'tick Step 4']);
    assert.deepEqual(told(await trail(folder, 'copy/CHG-2026-0001-portal.md')), [...moved, 'copy *']);
    const [, , rename] = await trail(folder, 'records/CHG-2026-0001-portal.md');
    assert.deepEqual([rename?.fileBefore, rename?.file], [file, 'changes/CHG-2026-0001-portal.md']);
  });

  it('is not that of another record which went away in the same commit', async () => {
    const folder = repositoryOf({ [file]: recordText(9) });
    await tick(folder, 'Step 1');
    const other = file.replace('0001', '0002');
    write(folder, other, recordText(9).replaceAll('CHG-2026-0001', 'CHG-2026-0002'));
    rmSync(path.join(folder, file));
    commitAll(folder, 'One goes, one comes');
    await tick(folder, 'Step 2', other);
    assert.deepEqual(told(await trail(folder, other, 'CHG-2026-0002')), ['create *', 'tick Step 2']);
  });

  it('has what was ticked on a branch while the record was renamed on another', async () => {
    const folder = repositoryOf({ [file]: recordText(9) });
    git(folder, 'checkout', '--quiet', '-b', 'side');
    await tick(folder, 'Step 9');
    git(folder, 'checkout', '--quiet', 'main');
    git(folder, 'mv', file, 'changes/CHG-2026-0001-portal.md');
    commitAll(folder, 'Rename');
    await tick(folder, 'Step 1', 'changes/CHG-2026-0001-portal.md');
    git(folder, 'merge', '--quiet', '--no-edit', 'side');
    const events = told(await trail(folder, 'changes/CHG-2026-0001-portal.md'));
    assert.deepEqual([...events].sort(), ['create *', 'move *', 'tick Step 1', 'tick Step 9'].sort());
  });

  it('keeps a tick that was taken back on a branch before it was merged', async () => {
    const folder = repositoryOf({ [file]: recordText(3), other: '1' });
    git(folder, 'checkout', '--quiet', '-b', 'side');
    await tick(folder, 'Step 1');
    await act(folder, file, 'Step 1', { action: 'untick' });
    git(folder, 'checkout', '--quiet', 'main');
    write(folder, 'other', '2');
    commitAll(folder, 'Other');
    git(folder, 'merge', '--quiet', '--no-edit', 'side');
    assert.deepEqual(told(await trail(folder)), ['create *', 'tick Step 1', 'untick Step 1']);
  });

  it('blames a merge only for what is in none of its parents', async () => {
    const folder = repositoryOf({ [file]: recordText(9) });
    git(folder, 'checkout', '--quiet', '-b', 'side');
    await tick(folder, 'Step 9');
    git(folder, 'checkout', '--quiet', 'main');
    await tick(folder, 'Step 1');
    git(folder, 'merge', '--quiet', '--no-commit', 'side');
    replace(folder, '- [ ] Step 5', '- [x] Step 5');
    commitAll(folder, 'Merge');
    const events = await trail(folder);
    assert.deepEqual(told(events).sort(), ['create *', 'tick Step 1', 'tick Step 5 *', 'tick Step 9']);
  });

  it('has a rebased tick once, also where its old branch was merged besides', async () => {
    const folder = repositoryOf({ [file]: recordText(9), other: '1' });
    git(folder, 'checkout', '--quiet', '-b', 'side');
    const before = await trail(folder);
    await tick(folder, 'Step 9');
    git(folder, 'branch', 'old');
    git(folder, 'checkout', '--quiet', 'main');
    write(folder, 'other', '2');
    commitAll(folder, 'Other');
    git(folder, 'checkout', '--quiet', 'side');
    git(folder, 'rebase', '--quiet', 'main');
    assert.deepEqual(told(await trail(folder)), [...told(before), 'tick Step 9']);
    git(folder, 'merge', '--quiet', '--no-edit', 'old');
    assert.deepEqual(told(await trail(folder)), [...told(before), 'tick Step 9']);
  });

  it('has the same again where it happened again, in the same second too', async () => {
    const folder = repositoryOf({ [file]: recordText(2) });
    const date = { GIT_AUTHOR_DATE: '1790000000 +0100', GIT_COMMITTER_DATE: '1790000000 +0100' };
    Object.assign(process.env, date);
    try {
      await tick(folder, 'Step 1');
      await act(folder, file, 'Step 1', { action: 'untick' });
      await tick(folder, 'Step 1');
    } finally {
      for (const name of Object.keys(date)) delete process.env[name];
    }
    assert.deepEqual(told(await trail(folder)), ['create *', 'tick Step 1', 'untick Step 1', 'tick Step 1']);
  });

  it('has every tick of a squashed merge, by whom and when it was', async () => {
    const folder = repositoryOf({ [file]: recordText(9) });
    git(folder, 'checkout', '--quiet', '-b', 'side');
    git(folder, 'config', 'user.name', 'Berta');
    await tick(folder, 'Step 8');
    await tick(folder, 'Step 9');
    git(folder, 'checkout', '--quiet', 'main');
    git(folder, 'config', 'user.name', 'Carla');
    git(folder, 'merge', '--quiet', '--squash', 'side');
    git(folder, 'commit', '--quiet', '--no-edit');
    const events = await trail(folder);
    assert.deepEqual(told(events).sort(), ['create *', 'tick Step 8', 'tick Step 9']);
    assert.deepEqual([events[1]?.by, events[2]?.by], ['Berta', 'Berta']);
    git(folder, 'merge', '--quiet', '--no-edit', 'side');
    assert.deepEqual(told(await trail(folder)).sort(), ['create *', 'tick Step 8', 'tick Step 9']);
  });

  it('has every tick of a merge that a host squashed', async () => {
    const folder = repositoryOf({ [file]: recordText(9) });
    git(folder, 'checkout', '--quiet', '-b', 'side');
    await tick(folder, 'Step 8');
    await tick(folder, 'Step 9');
    const bodies = git(folder, 'log', '--reverse', '--format=* %B', 'main..side');
    git(folder, 'checkout', '--quiet', 'main');
    git(folder, 'merge', '--quiet', '--squash', 'side');
    git(folder, 'commit', '--quiet', '--message', `Release steps (#12)\n\n${bodies}`);
    assert.deepEqual(told(await trail(folder)), ['create *', 'tick Step 8', 'tick Step 9']);
  });

  it('shows a revert as what it undid', async () => {
    const folder = repositoryOf({ [file]: recordText(3) });
    const commit = await tick(folder, 'Step 1');
    git(folder, 'revert', '--no-edit', commit);
    assert.deepEqual(told(await trail(folder)), ['create *', 'tick Step 1', 'untick Step 1 *']);
  });

  it('says where history is cut', async () => {
    const origin = repositoryOf({ [file]: recordText(3) });
    await tick(origin, 'Step 1');
    await tick(origin, 'Step 2');
    const folder = path.join(newFolder(), 'clone');
    git(origin, 'clone', '--quiet', '--depth', '2', `file://${origin}`, folder);
    const events = await trail(folder);
    assert.deepEqual(told(events), ['cut *', 'tick Step 1', 'tick Step 2']);
    assert.equal(events[0]?.ticked, 1);
  });

  it('is that of a record without an id, and with a name that only git could misread', async () => {
    const odd = 'changes/-A :(top) ñ "quoted".md';
    const folder = repositoryOf({ [odd]: recordText(3).replace(/^id: .*\n/m, '') });
    await act(folder, odd, 'Step 1');
    replace(folder, '- [ ] Step 2', '- [x] Step 2', odd);
    commitAll(folder, 'By hand');
    assert.deepEqual(told(await trail(folder, odd, undefined)), ['create *', 'tick Step 1', 'tick Step 2 *']);
  });

  it('is not changed by what a user or a repository configures', async () => {
    const folder = repositoryOf({ [file]: recordText(3) });
    await tick(folder, 'Step 1');
    const ran = path.join(folder, 'ran');
    for (const [key, value] of [
      ['log.showSignature', 'true'],
      ['log.follow', 'true'],
      ['log.diffMerges', 'off'],
      ['log.decorate', 'full'],
      ['diff.renames', 'false'],
      ['diff.noprefix', 'true'],
      ['diff.external', `touch '${ran}'`],
      ['core.pager', `touch '${ran}'`],
      ['core.fsmonitor', `touch '${ran}'`],
      ['i18n.logOutputEncoding', 'ISO-8859-1'],
      ['color.ui', 'always'],
    ] as const)
      git(folder, 'config', key, value);
    git(folder, 'mv', file, 'changes/CHG-2026-0001-ñ.md');
    commitAll(folder, 'Trasladado a ñ');
    rmSync(ran, { force: true });
    const events = await trail(folder, 'changes/CHG-2026-0001-ñ.md');
    assert.deepEqual(told(events), ['create *', 'tick Step 1', 'move *']);
    assert.equal(events[2]?.subject, 'Trasladado a ñ');
    assert.throws(() => read(folder, 'ran'));
  });

  it('is empty where nothing was committed yet, and an error where git cannot answer', async () => {
    const folder = newFolder();
    git(folder, 'init', '--quiet');
    write(folder, file, recordText(2));
    assert.deepEqual(await trail(folder), []);
    rmSync(path.join(folder, '.git'), { recursive: true });
    await assert.rejects(trail(folder), /not a git repository/);
  });
});
