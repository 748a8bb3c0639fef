import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createFile, editFile, writeWhole } from '../../src/node/writeFile';
import { newFolder, read, removeFolders, write } from '../unit/support/gitFolder';

/** A number that no process has: the largest that Linux gives is smaller. */
const nobody = 2 ** 30;

describe('Files that are written', () => {
  after(removeFolders);

  it('are made whole, and never over one that is there', () => {
    const folder = newFolder();
    createFile(path.join(folder, 'a.md'), 'text\n');
    assert.throws(() => createFile(path.join(folder, 'a.md'), 'other\n'), /EEXIST/);
    assert.equal(read(folder, 'a.md'), 'text\n');
    assert.deepEqual(readdirSync(folder), ['a.md']);
  });

  it('keep links and permissions', () => {
    const folder = newFolder();
    write(folder, 'real.md', 'old text\n');
    chmodSync(path.join(folder, 'real.md'), 0o640);
    symlinkSync('real.md', path.join(folder, 'link.md'));
    writeWhole(path.join(folder, 'link.md'), 'new\n');
    assert.ok(
      editFile(path.join(folder, 'link.md'), 'new\n', [{ range: { start: 0, end: 3 }, text: 'newer' }]),
    );
    assert.ok(lstatSync(path.join(folder, 'link.md')).isSymbolicLink());
    assert.equal(read(folder, 'real.md'), 'newer\n');
    assert.equal(statSync(path.join(folder, 'real.md')).mode & 0o777, 0o640);
  });

  it('go to what is no file as it is', () => {
    assert.doesNotThrow(() => writeWhole('/dev/null', 'text\n'));
    assert.ok(!lstatSync('/dev/null').isFile());
  });

  it('sweep away what a killed process left, and nothing of one that runs', () => {
    const folder = newFolder();
    for (const pid of [nobody, process.ppid]) write(folder, `b.md.${pid}.changebook`, 'half');
    writeWhole(path.join(folder, 'a.md'), 'text\n');
    assert.deepEqual(readdirSync(folder).sort(), ['a.md', `b.md.${process.ppid}.changebook`]);
  });

  it('stay as they were on a full disk, and a new one is not begun', function () {
    const folder = newFolder();
    // Only an administrator may make a small disk.
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status !== 0) this.skip();
    try {
      write(folder, 'a.md', 'old\n');
      assert.throws(() => writeFileSync(path.join(folder, 'filler'), Buffer.alloc(200_000)), /ENOSPC/);
      const much = 'x'.repeat(5000);
      assert.throws(() => createFile(path.join(folder, 'new.md'), much), /ENOSPC/);
      assert.throws(() => writeWhole(path.join(folder, 'a.md'), much), /ENOSPC/);
      assert.throws(() => writeWhole(path.join(folder, 'out.ics'), much), /ENOSPC/);
      assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'filler']);
      assert.equal(read(folder, 'a.md'), 'old\n');
      rmSync(path.join(folder, 'filler'));
    } finally {
      execFileSync('umount', [folder]);
    }
  });
});
