import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OwnFiles } from '../../src/node/ownFiles';
import { walkWorkspace } from '../../src/node/walk';

describe('Another work tree inside of a workspace', () => {
  it('is not walked: its records are those of another branch', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'changebook-trees-'));
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], { cwd: root });
    try {
      git('init', '--quiet');
      for (const folder of ['.changebook', 'changes']) mkdirSync(path.join(root, folder));
      writeFileSync(path.join(root, '.changebook/config.yaml'), 'timezone: UTC\n');
      writeFileSync(path.join(root, 'changes/CHG-1.md'), '---\nid: CHG-1\ntype: change\n---\n');
      git('add', '--all');
      git('-c', 'commit.gpgsign=false', 'commit', '--quiet', '-m', 'One');
      git('worktree', 'add', '--quiet', '-b', 'other', 'trees/other');
      const { files, nested, enclosed } = walkWorkspace(root);
      assert.deepEqual(
        files.map(({ file }) => file),
        ['changes/CHG-1.md'],
      );
      assert.deepEqual([nested, enclosed], [[], []]);
      const own = new OwnFiles(root);
      assert.equal(own.isInOtherTree('trees/other/changes/CHG-1.md'), true);
      assert.deepEqual(
        [own.isInOtherTree('changes/CHG-1.md'), own.isInOtherTree('trees/note.md')],
        [false, false],
      );
      assert.equal(own.fileOf(path.join(root, 'changes/CHG-1.md')), 'changes/CHG-1.md');
      for (const other of ['trees/other/changes/CHG-1.md', '.', '../CHG-1.md'])
        assert.equal(own.fileOf(path.join(root, other)), undefined);
      // From inside it is a workspace of its own.
      const inside = walkWorkspace(path.join(root, 'trees/other')).files;
      assert.deepEqual(
        inside.map(({ file }) => file),
        ['changes/CHG-1.md'],
      );
    } finally {
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
