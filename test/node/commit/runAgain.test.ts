import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type ActingCommand,
  actingCommands,
  actingWorkspace,
  assertCommitted,
  assertOthers,
  beneathFailingGit,
  type Ended,
  earlier,
  later,
  run,
  treeOf,
} from '../../unit/support/actingCommands';
import { git, newFolder, write } from '../../unit/support/gitFolder';

/** All points run with `npm run test:soak`; else a few of each command. */
const everywhere = process.env.CHANGEBOOK_FAULTS === 'all';

/** Everything that an action may touch, but for its commit. */
function standing(folder: string): string {
  const files = execFileSync(
    'sh',
    ['-c', 'find . -path ./.git -prune -o -type f -print | sort | xargs cat'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  return `${git(folder, 'ls-files', '--stage')}${git(folder, 'status', '--porcelain')}${files}`;
}

/** What HEAD holds after a command has run through, and how often git ran. */
interface Control {
  readonly tree: string;
  readonly calls: number;
}

async function controlOf(command: ActingCommand, now = earlier): Promise<Control> {
  const folder = actingWorkspace();
  rmSync(path.join(faults, 'count'), { force: true });
  const { code, said } = await run(folder, command, now);
  assert.equal(code, 0, said);
  assertCommitted(folder, said);
  const tree = treeOf(folder);
  rmSync(folder, { recursive: true });
  return { tree, calls: readFileSync(path.join(faults, 'count'), 'utf8').length };
}

const nothingLeft = /Nothing was (?:changed|committed; the file is as it was)\./;

/** Runs a command into a fault, looks at what it says, and runs it again without. */
async function twice(
  folder: string,
  command: ActingCommand,
  control: Control,
  faulty: (run: () => Promise<Ended>) => Promise<Ended>,
): Promise<string> {
  const before = standing(folder);
  const head = git(folder, 'rev-parse', 'HEAD');
  const one = await faulty(() => run(folder, command));
  const committed = git(folder, 'rev-parse', 'HEAD') !== head;
  const about = `${command.args.join(' ')}: ${one.said}`;
  assert.notEqual(one.said, '');
  assertOthers(folder);
  if (nothingLeft.test(one.said) && command.files.length > 0) assert.equal(standing(folder), before, about);
  if (one.code === 0) assert.ok(committed, about);
  // An action that is over is not done once more; what then is asked for is another one.
  if (committed) return one.said;
  const again = await run(folder, command, later);
  assert.equal(again.code, 0, `${about}\nAgain: ${again.said}`);
  assertCommitted(folder, `${about}\nAgain: ${again.said}`);
  // As it was written first where that stood, else as of now.
  const tree = treeOf(folder);
  if (tree !== control.tree)
    assert.equal(tree, (await controlOf(command, later)).tree, `${about}\n${git(folder, 'show')}`);
  return one.said;
}

function hook(folder: string, name: string, script: string): void {
  write(folder, `.git/hooks/${name}`, `#!/bin/sh\n${script}\n`);
  execFileSync('chmod', ['+x', path.join(folder, '.git/hooks', name)]);
}

const refusals: readonly (readonly [hook: string, script: string])[] = [
  ['pre-commit', 'echo no >&2; exit 1'],
  ['commit-msg', 'echo no >&2; exit 1'],
  ['pre-commit', 'kill -9 $PPID'],
  ['reference-transaction', '[ "$1" = prepared ] && { echo no >&2; exit 1; }; exit 0'],
];

/** The folder with the git that fails. */
let faults = '';

/** Numbers that are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('Every acting command, run again', function () {
  this.timeout(everywhere ? 3_600_000 : 240_000);
  beneathFailingGit((folder) => (faults = folder));

  const next = randomFrom(Number(process.env.CHANGEBOOK_SEED ?? 7));
  for (const [place, command] of actingCommands.entries()) {
    const name = command.args.join(' ');
    if (everywhere || place % 3 === 0)
      it(`${name}: after a hook that refuses`, async () => {
        const control = await controlOf(command);
        const hooks = everywhere ? refusals : [refusals[(place / 3) % refusals.length] ?? assert.fail()];
        for (const [name, script] of hooks) {
          const folder = actingWorkspace();
          hook(folder, name, script);
          await twice(folder, command, control, async (once) => {
            const ended = await once();
            rmSync(path.join(folder, '.git/hooks', name));
            return ended;
          });
          rmSync(folder, { recursive: true });
        }
      });
    if (everywhere || place % 3 === 1)
      it(`${name}: after a git that is killed or fails`, async () => {
        const control = await controlOf(command);
        const all = Array.from({ length: control.calls }, (_, at) =>
          ['before', 'after', 'fails'].map((how) => `${at + 1} ${how}`),
        ).flat();
        for (const point of everywhere ? all : [all[Math.floor(next() * all.length)] ?? assert.fail()]) {
          const folder = actingWorkspace();
          await twice(folder, command, control, async (once) => {
            rmSync(path.join(faults, 'count'), { force: true });
            writeFileSync(path.join(faults, 'at'), point);
            const ended = await once();
            rmSync(path.join(faults, 'at'));
            return { ...ended, said: `${ended.said} [${point} of ${control.calls}]` };
          });
          rmSync(folder, { recursive: true });
        }
      });
  }

  it('after a full disk', async function () {
    const folder = newFolder();
    // Only an administrator may make a small disk.
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]).status !== 0) this.skip();
    execFileSync('umount', [folder]);
    for (const [place, command] of actingCommands.entries()) {
      if (!everywhere && place % 7 !== 4) continue;
      const control = await controlOf(command);
      // From no room at all to room for a part of what is written.
      for (const room of everywhere ? [0, 8, 16, 24, 32, 48, 64] : [0, 16]) {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder]);
        try {
          actingWorkspace(folder);
          const filler = path.join(folder, '.git/filler');
          const fill = `head -c ${room}k /dev/zero > ${filler}2; cat /dev/zero > ${filler}; rm ${filler}2`;
          await twice(folder, command, control, async (once) => {
            spawnSync('sh', ['-c', fill]);
            const ended = await once();
            rmSync(filler);
            return ended;
          });
        } finally {
          execFileSync('umount', [folder]);
        }
      }
    }
  });
});
