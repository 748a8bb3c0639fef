import { strict as assert } from 'node:assert';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { program } from './program';
import { git, repositoryOf } from './repository';

const id = 'TKT-2026-0001';
const file = `${id}.md`;

function repository(): string {
  const files = {
    '.changebook/config.yaml': 'timezone: UTC\n',
    [file]: `---\nid: ${id}\ntype: ticket\nstatus: to_do\n---\n# Search\n`,
  };
  return repositoryOf(files, 'Anna Serra');
}

function statusIn(folder: string): string | undefined {
  return /^status: (.*)$/m.exec(readFileSync(path.join(folder, file), 'utf8'))?.[1];
}

function commits(folder: string): number {
  return Number(git(folder, 'rev-list', '--count', 'HEAD'));
}

describe('A command that was killed after its commit', () => {
  // The hook finds the program by what Linux tells of processes.
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  for (const format of ['pretty', 'json'] as const)
    it(`is told of, and not done twice, when it is run again (${format})`, () => {
      const folder = repository();
      const hook = path.join(folder, '.git/hooks/post-commit');
      writeFileSync(hook, "#!/bin/sh\nkill -9 $(awk '{ print $4 }' /proc/$PPID/stat)\n");
      chmodSync(hook, 0o755);
      const args = ['advance', id, '--format', format];
      const killed = program(args, folder);
      assert.notEqual(killed.code, 0);
      assert.equal(killed.out, '');
      assert.equal(statusIn(folder), 'in_progress');
      rmSync(hook);
      const again = program(args, folder);
      assert.equal(again.code, 0, again.err);
      assert.match(again.out, /Committed already as [0-9a-f]{9}/);
      assert.deepEqual([statusIn(folder), commits(folder)], ['in_progress', 2]);
      const next = program(args, folder);
      assert.equal(next.code, 0, next.err);
      assert.deepEqual([statusIn(folder), commits(folder)], ['to_be_released', 3]);
    });
});
