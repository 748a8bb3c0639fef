import { strict as assert } from 'node:assert';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { changebook } from './program';
import { git, repositoryOf } from './repository';

const textOf = (id: string): string =>
  `---\nid: ${id}\ntype: change\ntitle: A thing\nstatus: in_progress\n---\n# ${id}\n\n- [ ] one\n- [ ] two\n`;

/** A repository with a change, one of whose steps was ticked. */
function repository(): string {
  const folder = repositoryOf({ 'changes/CHG-2026-0812.md': textOf('CHG-2026-0812') }, 'Ana Mas');
  assert.equal(changebook(['tick', 'CHG-2026-0812', 'one'], folder).code, 0);
  return folder;
}

const pathOf = (folder: string, id: string): string => path.join(folder, 'changes', `${id}.md`);

/** Gives the change another id with its file, as whoever edits by hand does. */
function renamed(folder: string, edited = (text: string): string => text): void {
  const text = readFileSync(pathOf(folder, 'CHG-2026-0812'), 'utf8');
  writeFileSync(pathOf(folder, 'CHG-2026-0813'), edited(text.replaceAll('CHG-2026-0812', 'CHG-2026-0813')));
  rmSync(pathOf(folder, 'CHG-2026-0812'));
}

const inLastCommit = (folder: string): string[] =>
  git(folder, 'show', '--name-status', '--no-renames', '--format=', 'HEAD').trim().split('\n');

describe('The first commit of a record under another name', () => {
  it('takes the old file along, staged or not, so that the history goes on', () => {
    for (const isStaged of [false, true]) {
      const folder = repository();
      renamed(folder);
      if (isStaged) git(folder, 'add', '-A');
      const { code, out } = changebook(['commit', 'CHG-2026-0813'], folder);
      assert.equal(code, 0, out);
      assert.deepEqual(inLastCommit(folder), ['D\tchanges/CHG-2026-0812.md', 'A\tchanges/CHG-2026-0813.md']);
      assert.equal(git(folder, 'status', '--short'), '');
      const trail = changebook(['audit', 'CHG-2026-0813'], folder).out;
      assert.match(trail, /Ticked “one”/);
      assert.doesNotMatch(changebook(['check'], folder).out, /checklist\/unattributed/);
    }
  });

  it('takes a file along that only lies elsewhere now', () => {
    const folder = repository();
    renameSync(pathOf(folder, 'CHG-2026-0812'), path.join(folder, 'moved.md'));
    assert.equal(changebook(['commit', 'moved.md'], folder).code, 0);
    assert.deepEqual(inLastCommit(folder), ['D\tchanges/CHG-2026-0812.md', 'A\tmoved.md']);
  });

  it('leaves a deleted record alone that says something else', () => {
    const folder = repository();
    renamed(folder, (text) => text.replace('A thing', 'Another thing'));
    assert.equal(changebook(['commit', 'CHG-2026-0813'], folder).code, 0);
    assert.deepEqual(inLastCommit(folder), ['A\tchanges/CHG-2026-0813.md']);
    assert.match(git(folder, 'status', '--short'), /^ D changes\/CHG-2026-0812\.md/);
  });
});
