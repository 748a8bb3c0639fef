import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { changebook, folderOf } from './program';
import { git, repositoryOf } from './repository';

const id = 'CHG-2026-0001';
const file = `changes/${id}.md`;
const record = `---
id: ${id}
type: change
customer: costa
---
# A change

## Checklist

- [ ] First
- [ ] Backup <!-- step: backup evidence -->
- [ ] Smoke tests <!-- step: smoke evidence -->
- [ ] By ship <!-- step: choice=way -->
- [ ] By road <!-- step: choice=way -->
- [ ] Access checked <!-- step: if=pam -->
`;
const files = {
  '.changebook/config.yaml': 'timezone: Europe/Madrid\n',
  '.changebook/customers/costa.yaml': 'name: Costa\nconditions: [pam]\n',
  [file]: record,
};
const content = Buffer.from([0, 255, 1, 254]);
const evidence = (name: string, bytes = content): string => {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return `evidence/${id}/${name}-${digest.slice(0, 6)}.bin`;
};

/** A bare repository, in which the workspace may be a folder, and two clones of it, as folders of the workspace. */
function shared(inside = ''): { bare: string; anna: string; berta: string } {
  const placed = Object.entries(files).map(([name, text]) => [path.posix.join(inside, name), text]);
  const first = repositoryOf(Object.fromEntries(placed), 'Begin');
  const around = folderOf({});
  const bare = path.join(around, 'bare.git');
  git(around, 'clone', '--quiet', '--bare', first, bare);
  const clone = (name: string): string => {
    const folder = path.join(around, name);
    git(around, 'clone', '--quiet', bare, folder);
    git(folder, 'config', 'user.name', name);
    git(folder, 'config', 'user.email', `${name.toLowerCase()}@example.org`);
    git(folder, 'config', 'commit.gpgsign', 'false');
    return path.join(folder, inside);
  };
  return { bare, anna: clone('Anna'), berta: clone('Berta') };
}

function done(folder: string, ...args: string[]): string {
  const { code, out, err } = changebook(args, folder);
  assert.equal(code, 0, `${args.join(' ')}\n${err}`);
  return out;
}

function withFile(folder: string, step: string, bytes = content, ...args: string[]): string {
  writeFileSync(path.join(folder, 'run.bin'), bytes);
  return done(folder, 'tick', id, step, '--evidence-file', 'run.bin', ...args);
}

function tree(bare: string): string[] {
  return git(bare, 'ls-tree', '-r', '--name-only', 'main', '--', ':/').trim().split('\n');
}

function state(folder: string): unknown[] {
  const { events } = JSON.parse(done(folder, 'audit', id, '--format', 'json')) as {
    events: { evidenceFile: { state: string } | null }[];
  };
  return events.flatMap(({ evidenceFile }) => evidenceFile?.state ?? []);
}

describe('Pushing a file as evidence', function () {
  this.timeout(120_000);

  for (const inside of ['', 'docs/changes-of-ours'])
    it(`takes it along where others were quicker${inside && ', from a workspace in a folder'}`, () => {
      const { bare, anna, berta } = shared(inside);
      done(berta, 'tick', id, 'First', '--push');
      withFile(anna, 'backup', content, '--push');
      assert.ok(tree(bare).includes(path.posix.join(inside, evidence('run'))));
      assert.equal(git(bare, 'log', '-1', '--format=%s').trim(), `${id}: tick "Backup" (2/5)`);
      assert.equal(git(anna, 'status', '--porcelain'), `?? ${path.posix.join(inside, 'run.bin')}\n`);
      assert.deepEqual(readFileSync(path.join(anna, evidence('run'))), content);
      assert.deepEqual(state(anna), ['intact']);
    });

  it('takes files of one name and of one content together, and away again', () => {
    const { bare, anna, berta } = shared();
    withFile(berta, 'backup', Buffer.from('of Berta'), '--push');
    withFile(anna, 'smoke', content, '--push');
    assert.deepEqual(
      tree(bare)
        .filter((name) => name.startsWith('evidence'))
        .sort(),
      [evidence('run'), evidence('run', Buffer.from('of Berta'))].sort(),
    );
    git(berta, 'pull', '--quiet', '--rebase');
    done(berta, 'tick', id, 'First', '--push');
    done(anna, 'untick', id, 'smoke', '--push');
    assert.deepEqual(
      tree(bare).filter((name) => name.startsWith('evidence')),
      [evidence('run', Buffer.from('of Berta'))],
    );
    assert.equal(existsSync(path.join(anna, evidence('run'))), false);
  });

  it('keeps the file that somebody else stands on meanwhile', () => {
    const { bare, anna, berta } = shared();
    withFile(anna, 'backup', content, '--push');
    git(berta, 'pull', '--quiet', '--rebase');
    withFile(berta, 'smoke', content, '--push');
    done(anna, 'untick', id, 'backup', '--push');
    assert.ok(tree(bare).includes(evidence('run')));
  });

  it('brings the file of a step that others had done already where another step stands on it', () => {
    const { bare, anna, berta } = shared();
    withFile(berta, 'backup', Buffer.from('of Berta'), '--push');
    withFile(anna, 'backup');
    withFile(anna, 'smoke', content, '--push');
    assert.ok(tree(bare).includes(evidence('run')));
    assert.deepEqual(state(anna), ['intact', 'intact']);
    assert.equal(git(bare, 'log', '--format=%s', 'main').trim().split('\n').length, 3);
  });

  it('does not publish a commit whose file is another one than it says, or lies elsewhere', () => {
    for (const forge of ['content', 'place'] as const) {
      const { anna, berta } = shared();
      done(berta, 'tick', id, 'First', '--push');
      withFile(anna, 'backup');
      if (forge === 'content') writeFileSync(path.join(anna, evidence('run')), 'forged');
      else writeFileSync(path.join(anna, 'secret.bin'), content);
      git(anna, 'add', '--', forge === 'content' ? 'evidence' : 'secret.bin');
      git(anna, 'commit', '--quiet', '--amend', '--no-edit');
      const { code, err } = changebook(['push'], anna);
      assert.notEqual(code, 0);
      assert.match(err, /not Changebook’s/);
    }
  });

  it('merges without a conflict', () => {
    const { anna, berta } = shared();
    withFile(berta, 'backup', Buffer.from('of Berta'), '--push');
    withFile(anna, 'smoke');
    // The steps stand side by side, which git alone does not merge.
    done(anna, 'merge-driver', '--install');
    git(anna, 'fetch', '--quiet');
    git(anna, 'merge', '--quiet', '--no-edit', 'origin/main');
    assert.deepEqual(state(anna), ['intact', 'intact']);
    assert.match(readFileSync(path.join(anna, file), 'utf8'), /\[x\] Backup .*\n- \[x\] Smoke/);
  });
});

describe('Pushing steps that depend on each other', function () {
  this.timeout(120_000);

  it('refuses another step of a choice that somebody has made, and says by which', () => {
    const { bare, anna, berta } = shared();
    done(berta, 'tick', id, 'By ship', '--push');
    done(anna, 'tick', id, 'By road');
    const before = git(bare, 'rev-parse', 'main');
    const { code, err } = changebook(['push'], anna);
    assert.notEqual(code, 0);
    assert.match(err, /“By road” does not apply, since “By ship” of the same choice is ticked/);
    assert.equal(git(bare, 'rev-parse', 'main'), before);
  });

  it('counts the steps that the customer’s conditions make count', () => {
    const { bare, anna, berta } = shared();
    done(berta, 'tick', id, 'First', '--push');
    const own = done(anna, 'tick', id, 'Access checked', '--push');
    assert.match(own, /2\/5/);
    assert.equal(git(bare, 'log', '-1', '--format=%s').trim(), `${id}: tick "Access checked" (2/5)`);
    done(berta, 'push');
    git(berta, 'pull', '--quiet', '--rebase');
    done(berta, 'untick', id, 'Access checked', '--push');
    done(anna, 'tick', id, 'By ship', '--push');
    assert.equal(git(bare, 'log', '-1', '--format=%s').trim(), `${id}: tick "By ship" (2/5)`);
  });
});
