import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { idsElsewhere } from '../../src/node/idsElsewhere';

const space = mkdtempSync(path.join(tmpdir(), 'changebook-ids-'));
const work = path.join(space, 'work');
/** Long enough for a machine that does other things besides. */
const patience = 60_000;

function git(cwd: string, ...args: string[]): void {
  const as = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...as, ...args], { cwd, stdio: 'pipe' });
}

function write(folder: string, file: string, id: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), `---\nid: ${id}\ntype: change\n---\n# A change\n`);
}

function commitOn(branch: string, file: string, id: string): void {
  git(work, 'switch', '--quiet', '--create', branch, 'main');
  write(work, file, id);
  git(work, 'add', '.');
  git(work, 'commit', '--quiet', '--message', branch);
}

async function taken(folder: string, own: string[] = ['changes/a.md']): Promise<string[]> {
  const { taken: ids, complete } = await idsElsewhere(folder, new Set(own), patience);
  assert.ok(complete);
  return [...ids].sort();
}

describe('Ids on other branches and in other work trees', function () {
  this.timeout(60_000);

  before(() => {
    mkdirSync(work);
    git(work, 'init', '--quiet', '--initial-branch=main');
    write(work, 'changes/a.md', 'CHG-2026-0001');
    git(work, 'add', '.');
    git(work, 'commit', '--quiet', '--message', 'main');
    commitOn('topic', 'changes/b.md', 'CHG-2026-0002');
    commitOn('fetched', 'changes/ñ $(touch x).md', 'CHG-2026-0003');
    git(work, 'update-ref', 'refs/remotes/origin/theirs', 'fetched');
    git(work, 'switch', '--quiet', 'main');
    git(work, 'branch', '--quiet', '-D', 'fetched');
    writeFileSync(path.join(work, 'notes.txt'), '---\nid: CHG-2026-0099\ntype: change\n---\n');
    git(work, 'worktree', 'add', '--quiet', '--detach', path.join(space, 'tree'));
    write(path.join(space, 'tree'), 'changes/c.md', 'CHG-2026-0004');
  });

  after(() => rmSync(space, { recursive: true, force: true, maxRetries: 3 }));

  it('are none where there is one branch and one work tree, however little time there is', async () => {
    const alone = path.join(space, 'alone');
    mkdirSync(alone);
    git(alone, 'init', '--quiet', '--initial-branch=main');
    git(alone, 'commit', '--quiet', '--allow-empty', '--message', 'main');
    assert.ok((await idsElsewhere(alone, new Set(), 0)).complete);
    git(alone, 'pack-refs', '--all');
    assert.ok((await idsElsewhere(alone, new Set(), 0)).complete);
    git(alone, 'branch', 'team/topic');
    assert.ok(!(await idsElsewhere(alone, new Set(), 0)).complete);
    assert.ok(!(await idsElsewhere(work, new Set(), 0)).complete);
  });

  it('are all known, committed or not, and those that the work tree has lost', async () => {
    const others = ['CHG-2026-0002', 'CHG-2026-0003', 'CHG-2026-0004'];
    assert.deepEqual(await taken(work), others);
    assert.deepEqual(await taken(work, []), ['CHG-2026-0001', ...others]);
    // Seen from there, the first tree is another one.
    write(work, 'changes/d.md', 'CHG-2026-0005');
    assert.deepEqual(await taken(path.join(space, 'tree'), ['changes/a.md', 'changes/c.md']), [
      'CHG-2026-0002',
      'CHG-2026-0003',
      'CHG-2026-0005',
    ]);
  });

  it('are those of the same folder, where a repository holds several workspaces', async () => {
    assert.deepEqual(await taken(path.join(work, 'changes'), ['a.md', 'd.md']), [
      'CHG-2026-0002',
      'CHG-2026-0003',
      'CHG-2026-0004',
    ]);
  });

  it('are none without a repository, and all of a first branch without a commit of its own', async () => {
    const bare = path.join(space, 'none');
    mkdirSync(bare);
    assert.deepEqual(await taken(bare), []);
    git(work, 'switch', '--quiet', '--orphan', 'fresh');
    assert.ok((await taken(work, [])).includes('CHG-2026-0002'));
    git(work, 'switch', '--quiet', 'main');
  });

  it('are looked for no longer than allowed, and it is said', async () => {
    const before = Date.now();
    const { complete } = await idsElsewhere(work, new Set(), 1);
    assert.equal(complete, false);
    assert.ok(Date.now() - before < 1000);
  });
});
