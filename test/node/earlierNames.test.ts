import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTrail } from '../../src/node/audit/readTrail';
import { GitReader } from '../../src/node/gitFacts';

const folders: string[] = [];

function git(cwd: string, ...args: string[]): string {
  const as = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...as, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** A workspace in a folder of a repository. */
function workspace(inside = ''): string {
  const top = mkdtempSync(path.join(tmpdir(), 'changebook-names-'));
  folders.push(top);
  git(top, 'init', '--quiet', '--initial-branch=main');
  const root = path.join(top, inside);
  mkdirSync(path.join(root, 'changes'), { recursive: true });
  return root;
}

const fileOf = (id: string): string => `changes/${id}-portal.md`;

function commitAll(root: string, message: string): void {
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--allow-empty', '-m', message);
}

function write(root: string, id: string): void {
  const text = `---\nid: ${id}\ntype: change\ncustomer: acme\n---\n# Portal, ${id}\n\n## Steps\n\n- [ ] Stop\n- [ ] Start\n`;
  writeFileSync(path.join(root, fileOf(id)), text);
  commitAll(root, `Write ${id}`);
}

function edit(root: string, id: string, change: (text: string) => string): void {
  const file = path.join(root, fileOf(id));
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

function tick(root: string, id: string, step: string): void {
  edit(root, id, (text) => text.replace(`[ ] ${step}`, `[x] ${step}`));
  const label = `Portal, ${id} > Steps > ${step}`;
  const told = `Changebook-Record: ${id}\nChangebook-Action: tick\nChangebook-Step: ${label}`;
  commitAll(root, `Tick\n\n${told}`);
}

/** As `F2` does: the file, and wherever the text names it. */
function rename(root: string, was: string, id: string, more = (text: string): string => text): void {
  renameSync(path.join(root, fileOf(was)), path.join(root, fileOf(id)));
  edit(root, id, (text) => more(text.replaceAll(was, id)));
  commitAll(root, 'Another id');
}

/** How many ticks commits account for in a record with two of them. */
async function accounted(root: string, ...ids: readonly string[]): Promise<number[]> {
  const ticked = ids.map((id) => ({ file: fileOf(id), record: id, count: 2 }));
  const wishes = { names: false, ticks: true, ticked, decided: [], approved: [] };
  const facts = await new GitReader(root).read(wishes);
  return typeof facts === 'string'
    ? assert.fail(facts)
    : ids.map((id) => facts.accountedTicks(id)?.length ?? -1);
}

describe('Ticks of a record that has another id now', () => {
  after(() => {
    for (const made of folders) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
  });

  for (const inside of ['', 'work/space'])
    it(`are its own, however often that happened${inside && ', in a folder of the repository'}`, async () => {
      const root = workspace(inside);
      write(root, 'CHG-1');
      tick(root, 'CHG-1', 'Stop');
      rename(root, 'CHG-1', 'CHG-10');
      tick(root, 'CHG-10', 'Start');
      rename(root, 'CHG-10', 'CHG-2');
      assert.deepEqual(await accounted(root, 'CHG-2', 'CHG-1', 'CHG-10'), [2, 0, 0]);
      const file = path.join(root, fileOf('CHG-2'));
      const events = await readTrail(file, { id: 'CHG-2', file: fileOf('CHG-2'), steps: [] });
      assert.deepEqual(
        events.map(({ action, own }) => `${action}${own ? '' : ' by hand'}`),
        ['create by hand', 'tick', 'move by hand', 'tick', 'move by hand'],
      );
    });

  it('are nobody’s where more than the id became different with it', async () => {
    const root = workspace();
    write(root, 'CHG-1');
    tick(root, 'CHG-1', 'Stop');
    rename(root, 'CHG-1', 'CHG-2', (text) => text.replace('[ ] Start', '[x] Start'));
    assert.deepEqual(await accounted(root, 'CHG-2'), [0]);
  });

  it('are not those of a copy, while there is a record with the id that it had', async () => {
    const root = workspace();
    write(root, 'CHG-1');
    tick(root, 'CHG-1', 'Stop');
    tick(root, 'CHG-1', 'Start');
    const text = readFileSync(path.join(root, fileOf('CHG-1')), 'utf8');
    writeFileSync(path.join(root, 'changes/copy.md'), text);
    commitAll(root, 'Copy');
    renameSync(path.join(root, 'changes/copy.md'), path.join(root, fileOf('CHG-2')));
    edit(root, 'CHG-2', (own) => own.replaceAll('CHG-1', 'CHG-2'));
    commitAll(root, 'Another id');
    assert.deepEqual(await accounted(root, 'CHG-1', 'CHG-2'), [2, 0]);
    // Taken away afterwards, the copy has none of what was ticked before it was made.
    rmSync(path.join(root, fileOf('CHG-1')));
    commitAll(root, 'Gone');
    assert.deepEqual(await accounted(root, 'CHG-2'), [0]);
  });

  it('are not those of another record that had the id later', async () => {
    const root = workspace();
    write(root, 'CHG-1');
    tick(root, 'CHG-1', 'Stop');
    tick(root, 'CHG-1', 'Start');
    rename(root, 'CHG-1', 'CHG-2');
    write(root, 'CHG-1');
    assert.deepEqual(await accounted(root, 'CHG-2'), [0], 'nobody can say whose they are while it is there');
    edit(root, 'CHG-1', (text) => text.replaceAll('[ ]', '[x]'));
    commitAll(root, 'By hand');
    rename(root, 'CHG-1', 'CHG-3');
    assert.deepEqual(await accounted(root, 'CHG-3'), [0]);
    assert.deepEqual(await accounted(root, 'CHG-2', 'CHG-3'), [2, 0]);
  });
});
