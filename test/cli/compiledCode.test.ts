import { strict as assert } from 'node:assert';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Ended, folderOf, program, ticket } from './program';

describe('Compiled code of the program', () => {
  let workspace: string;
  let home: string;
  let kept: string;

  beforeEach(() => {
    workspace = folderOf({ 'TKT-1.md': ticket('TKT-1') });
    home = folderOf({});
    kept = path.join(home, 'changebook-code');
  });

  function show(env: NodeJS.ProcessEnv = {}): Ended {
    return program(['show', 'TKT-1.md'], workspace, { env: { XDG_CACHE_HOME: home, ...env } });
  }

  function file(): string {
    const names = readdirSync(kept);
    assert.equal(names.length, 1, names.join());
    return path.join(kept, names[0] ?? '');
  }

  it('is kept for the next run, which takes all of it', () => {
    const first = show();
    const code = readFileSync(file());
    assert.deepEqual(show(), first);
    assert.ok(readFileSync(file()).equals(code));
    // Another command adds to it.
    program(['pending'], workspace, { env: { XDG_CACHE_HOME: home } });
    assert.ok(readFileSync(file()).length > code.length);
    assert.deepEqual(show(), first);
  });

  it('is compiled anew where it is damaged, cut or of something else', () => {
    const first = show();
    const good = readFileSync(file());
    for (let round = 0; round < 10; round++) {
      const bad = Buffer.from(good);
      for (let at = round; at < bad.length; at += Math.ceil(bad.length / 50)) bad[at] = (bad[at] ?? 0) ^ 0xff;
      writeFileSync(file(), bad);
      assert.deepEqual(show(), first);
    }
    for (const bad of [good.subarray(0, good.length / 2), Buffer.from('{}\n'), Buffer.alloc(0)]) {
      writeFileSync(file(), bad);
      assert.deepEqual(show(), first);
      assert.equal(readFileSync(file()).length > good.length / 2, true);
    }
  });

  it('is neither taken from nor written to a folder that others may write to', () => {
    const first = show();
    const nonsense = Buffer.from('nonsense');
    const where = file();
    writeFileSync(where, nonsense);
    chmodSync(kept, 0o777);
    assert.deepEqual(show(), first);
    assert.ok(readFileSync(where).equals(nonsense));
  });

  it('is not kept where that is not wanted, or not possible', () => {
    const first = show({ NODE_DISABLE_COMPILE_CACHE: '1' });
    assert.ok(!existsSync(kept));
    writeFileSync(kept, '');
    assert.deepEqual(show(), first);
  });

  it('is kept of a few builds only', () => {
    mkdirSync(kept, { mode: 0o700 });
    for (let build = 0; build < 9; build++) writeFileSync(path.join(kept, `${build}.code`), '');
    show();
    const left = readdirSync(kept);
    assert.equal(left.length, 6);
    assert.ok(left.some((name) => name.length > 10));
  });
});
