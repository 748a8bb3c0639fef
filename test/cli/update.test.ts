import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { updateReportSchema } from '../../src/core/report/updateReport';
import { changebook, folderOf } from './program';
import { git, repositoryOf } from './repository';

const id = 'CHG-2026-0001';
const file = 'changes/CHG-2026-0001.md';
const procedureFile = 'procedures/PROC-A.md';

const procedure = `---
id: PROC-A
type: procedure
version: 1.0.0
---
# A procedure

## 1. Prepare

- [ ] Tell everybody
- [ ] Make a backup <!-- step: backup -->

## 2. Deploy

- [ ] Install it
`;

const change = `---
id: CHG-2026-0001
type: change
status: to_do
requested_by: Zoe
assignee: Zoe
procedure: PROC-A@1.0.0
---
# A change

## Deployment

### 1. Prepare

- [ ] Tell everybody
- [ ] Make a backup <!-- step: backup -->

### 2. Deploy

- [ ] Install it
- [ ] My own step

## Checklist

- [ ] Closed
`;

type Edit = readonly [from: string, to: string];

function edit(cwd: string, name: string, ...edits: readonly Edit[]): void {
  const place = path.join(cwd, name);
  const text = edits.reduce(
    (own, [from, to]) => {
      assert.ok(own.includes(from), from);
      return own.replace(from, () => to);
    },
    readFileSync(place, 'utf8'),
  );
  writeFileSync(place, text);
}

/** A workspace whose change was made from the first version of its procedure, which has gone on since. */
function workspace(...edits: readonly Edit[]): string {
  const config = 'timezone: Europe/Madrid\napprovals:\n  - { roles: [peer] }\n';
  const cwd = repositoryOf(
    { '.changebook/config.yaml': config, [procedureFile]: procedure, [file]: change },
    'Ana Sala',
  );
  edit(cwd, procedureFile, ['1.0.0', '1.1.0'], ...edits);
  git(cwd, 'commit', '-qam', 'Newer');
  return cwd;
}

function run(cwd: string, ...args: readonly string[]): string {
  const { code, out, err } = changebook(args, cwd);
  assert.equal(code, 0, `${args.join(' ')}: ${out}${err}`);
  return out + err;
}

function refused(cwd: string, code: number, ...args: readonly string[]): string {
  const before = readFileSync(path.join(cwd, file), 'utf8');
  const answer = changebook(args, cwd);
  assert.equal(answer.code, code, answer.out + answer.err);
  assert.equal(readFileSync(path.join(cwd, file), 'utf8'), before);
  assert.equal(git(cwd, 'status', '--porcelain'), '');
  return answer.out + answer.err;
}

function textOf(cwd: string): string {
  return readFileSync(path.join(cwd, file), 'utf8');
}

const newStep: Edit = ['- [ ] Install it', '- [ ] Install it\n- [ ] Look at it'];

describe('changebook update', function () {
  this.timeout(120_000);

  it('takes new steps over in one commit, and git takes them back', () => {
    const cwd = workspace(newStep);
    run(cwd, 'tick', id, 'Tell');
    assert.match(
      changebook(['check'], cwd).out,
      /has 1\.1\.0, whose new steps `changebook update` takes over/,
    );
    assert.match(run(cwd, 'update', id, '--dry-run'), /New: “Look at it”/);
    const said = run(cwd, 'update', id);
    assert.match(said, /take over PROC-A@1\.1\.0\nCommitted as [\s\S]*New: “Look at it”/);
    const text = textOf(cwd);
    assert.match(text, /procedure: PROC-A@1\.1\.0/);
    assert.match(
      text,
      /- \[x\] Tell everybody[\s\S]*- \[ \] Install it\n- \[ \] My own step\n- \[ \] Look at it\n/,
    );
    assert.equal(
      git(cwd, 'show', '--name-only', '--format=%s').trim(),
      `${id}: take over PROC-A@1.1.0\n\n${file}`,
    );
    assert.doesNotMatch(changebook(['check'], cwd).out, /procedure-version|diverged|unattributed/);
    assert.match(run(cwd, 'audit', id), /Took over PROC-A@1\.1\.0[\s\S]*From: PROC-A@1\.0\.0/);
    assert.match(run(cwd, 'update', id), /has nothing new for/);
    run(cwd, 'tick', id, 'backup');
    git(cwd, 'revert', '--no-edit', 'HEAD~1');
    assert.match(textOf(cwd), /PROC-A@1\.0\.0[\s\S]*- \[x\] Tell everybody\n- \[x\] Make a backup/);
  });

  it('asks what counts where both have changed the same', () => {
    const cwd = workspace(['Make a backup', 'Make two backups']);
    run(cwd, 'tick', id, 'backup');
    const said = refused(cwd, 1, 'update', id);
    assert.match(said, /1 place was changed both here and in PROC-A@1\.1\.0: “Make a backup[^”]*”/);
    assert.match(said, /1 - \[x\] Make a backup[\s\S]*2 - \[ \] Make two backups/);
    assert.match(refused(cwd, 1, 'update', id, '--language', 'es'), /--conflicts cambio\|procedimiento/);
    refused(cwd, 2, 'update', id, '--conflicts', 'both');
    const { update } = JSON.parse(
      run(cwd, 'update', id, '--conflicts', 'change', '--dry-run', '--format', 'json'),
    );
    assert.deepEqual(update, {
      ...{ from: 'PROC-A@1.0.0', to: 'PROC-A@1.1.0' },
      ...{ added: [], reworded: [], reopened: [], removed: [], kept: [], conflicts: [], stale: [] },
    });
    const opened = run(cwd, 'update', id, '--conflicts', 'procedimiento', '--language', 'es');
    assert.match(opened, /Abierto de nuevo, con otras palabras: «Make two backups»/);
    assert.match(textOf(cwd), /- \[ \] Make two backups <!-- step: backup -->/);
  });

  it('brings it into all open changes of a procedure, one commit each', () => {
    const cwd = workspace(['Make a backup', 'Make two backups']);
    for (const [number, status] of [
      ['2', 'to_do'],
      ['3', 'cancelled'],
    ] as const)
      writeFileSync(
        path.join(cwd, `changes/CHG-2026-000${number}.md`),
        change.replace(id, `CHG-2026-000${number}`).replace('to_do', status),
      );
    git(cwd, 'add', '.');
    git(cwd, 'commit', '-qm', 'More');
    run(cwd, 'tick', id, 'backup');
    const { code, out, err } = changebook(['update', 'PROC-A'], cwd);
    assert.equal(code, 1);
    assert.match(err, /1 place was changed both here and in PROC-A@1\.1\.0/);
    assert.match(
      out,
      /CHG-2026-0002: take over PROC-A@1\.1\.0\nCommitted as .*\nIn other words: “Make two backups”/,
    );
    assert.doesNotMatch(out + err, /CHG-2026-0003/);
    const { out: json } = changebook(['update', 'PROC-A', '--conflicts', 'change', '--format', 'json'], cwd);
    const { changes } = updateReportSchema.parse(JSON.parse(json));
    assert.deepEqual(
      changes.map((own) => [own.id, own.outcome]),
      [
        [id, 'committed'],
        ['CHG-2026-0002', 'unchanged'],
      ],
    );
  });

  it('says which approvals become void, and wants to be told', () => {
    const cwd = workspace(newStep);
    run(cwd, 'approve', id, '--role', 'peer', '--by', 'Ana Sala');
    const said = refused(cwd, 1, 'update', id);
    assert.match(said, /make void what people have said: What Ana Sala approved as peer/);
    assert.match(run(cwd, 'update', id, '--yes'), /Void by it: What Ana Sala approved as peer/);
  });

  it('refuses what cannot be compared, in one sentence', () => {
    const cwd = workspace(newStep);
    edit(cwd, file, ['PROC-A@1.0.0', 'PROC-A@0.9.0']);
    git(cwd, 'commit', '-qam', 'Older');
    assert.match(refused(cwd, 1, 'update', id), /^changebook: No commit here has PROC-A@0\.9\.0/);
    edit(cwd, file, ['PROC-A@0.9.0', 'PROC-B@1.0.0']);
    git(cwd, 'commit', '-qam', 'Another');
    assert.match(refused(cwd, 1, 'update', id), /There is no procedure PROC-B here/);
    edit(cwd, file, ['procedure: PROC-B@1.0.0\n', '']);
    git(cwd, 'commit', '-qam', 'None');
    assert.match(refused(cwd, 2, 'update', id), /follows no procedure/);
    edit(cwd, file, ['status: to_do', 'status: cancelled\nprocedure: PROC-A@1.0.0']);
    git(cwd, 'commit', '-qam', 'Over');
    assert.match(refused(cwd, 1, 'update', id), /keeps the steps of its day/);
    edit(cwd, file, ['status: cancelled', 'status: to_do']);
    edit(cwd, procedureFile, ['1.1.0', '1.1.0\nretired: true']);
    git(cwd, 'commit', '-qam', 'Retired');
    assert.match(refused(cwd, 1, 'update', id), /PROC-A@1\.1\.0 is retired/);
    assert.match(refused(cwd, 1, 'update', 'PROC-A'), /PROC-A@1\.1\.0 is retired/);
    const outside = folderOf({ [procedureFile]: procedure.replace('1.0.0', '1.1.0'), [file]: change });
    assert.match(changebook(['update', id], outside).err, /No commit here has PROC-A@1\.0\.0/);
  });

  it('knows a procedure under its older names, and the text that a version had at first', () => {
    const cwd = workspace(newStep);
    git(cwd, 'mv', procedureFile, 'procedures/PROC-A-renamed.md');
    git(cwd, 'commit', '-qm', 'Move');
    assert.match(run(cwd, 'update', id), /New: “Look at it”/);
    edit(cwd, 'procedures/PROC-A-renamed.md', ['- [ ] Look at it', '- [ ] Look at it\n- [ ] Look twice']);
    git(cwd, 'commit', '-qam', 'The same version');
    assert.match(run(cwd, 'update', id), /New: “Look twice”/);
  });

  it('is done again on what others pushed', () => {
    const cwd = workspace(newStep);
    const hub = folderOf({});
    git(hub, 'init', '-q', '--bare', '--initial-branch=main');
    git(cwd, 'remote', 'add', 'origin', hub);
    git(cwd, 'push', '-q', '-u', 'origin', 'main');
    const other = folderOf({});
    git(other, 'clone', '-q', hub, '.');
    git(other, 'config', 'user.name', 'Bea Mas');
    git(other, 'config', 'user.email', 'bea@example.org');
    git(other, 'config', 'commit.gpgsign', 'false');
    run(other, 'tick', id, 'Install it', '--push');
    run(cwd, 'update', id, '--push');
    assert.match(textOf(cwd), /- \[x\] Install it\n- \[ \] My own step\n- \[ \] Look at it/);
    assert.equal(git(cwd, 'status', '-sb').includes('ahead'), false);
  });
});

describe('changebook new procedure --from-change', function () {
  this.timeout(60_000);

  it('makes a procedure of a change', () => {
    const cwd = workspace();
    run(cwd, 'tick', id, 'Tell');
    run(cwd, 'skip', id, 'backup', '--reason', 'none needed');
    const made = run(cwd, 'new', 'procedure', '--from-change', id, '--title', 'Monthly', '--stdout');
    assert.match(made, /^---\nid: PROC-MONTHLY\ntype: procedure\ntitle: Monthly\n/);
    assert.ok(
      made.endsWith(
        `# Monthly\n\n${procedure.slice(procedure.indexOf('## 1.'))}- [ ] My own step\n\n## Checklist\n\n- [ ] Closed\n`,
      ),
      made,
    );
    assert.match(refused(cwd, 2, 'new', 'ticket', '--from-change', id), /makes a procedure/);
    assert.match(refused(cwd, 2, 'new', 'PROC-A', '--from-change', id), /makes a procedure/);
    assert.match(refused(cwd, 2, 'new', 'procedure', '--from-change', 'CHG-9'), /no record “CHG-9”/);
    assert.match(refused(cwd, 2, 'new', 'procedure', '--from-change', 'PROC-A'), /not a change|no change/);
  });

  it('is not made of one without steps, nor is a change of a retired one', () => {
    const cwd = workspace(['version: 1.1.0', 'version: 1.1.0\nretired: true']);
    assert.match(refused(cwd, 1, 'new', 'PROC-A', '--title', 'A'), /PROC-A@1\.1\.0 is retired/);
    edit(cwd, file, [change.slice(change.indexOf('## Deployment')), '## Deployment\n\nBy hand.\n']);
    git(cwd, 'commit', '-qam', 'No steps');
    assert.match(refused(cwd, 1, 'new', 'procedure', '--from-change', id), /has no steps/);
  });
});
