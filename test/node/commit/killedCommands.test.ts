import { strict as assert } from 'node:assert';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sweepLeftovers, unreportedEnding } from '../../../src/node/commit/ownFolder';
import {
  type ActingCommand,
  actingCommands,
  actingWorkspace,
  assertCommitted,
  beneathFailingGit,
  earlier,
  later,
  run,
  treeOf,
} from '../../unit/support/actingCommands';
import { bundled } from '../../unit/support/bundled';
import { git, write } from '../../unit/support/gitFolder';

/** A short form runs with the other tests; `npm run test:soak` makes a long one of it. */
const kills = Number(process.env.CHANGEBOOK_COMMAND_KILLS ?? 4);
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What HEAD holds after a command, by either moment, how long that took, and how often git ran. */
interface Control {
  readonly trees: readonly string[];
  readonly takesMs: number;
  readonly calls: number;
}

/** Runs a command in a process of its own and kills it; resolves with what it printed. */
function killed(program: string, folder: string, { args }: ActingCommand, afterMs?: number): Promise<string> {
  const child = spawn(process.execPath, [program, folder, String(earlier), ...args], { stdio: 'pipe' });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    // Nothing can go wrong while it loads.
    if (printed === '' && afterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), afterMs);
    printed += String(chunk);
  });
  return new Promise((resolve) => child.on('close', () => resolve(printed)));
}

function hasNote(folder: string): boolean {
  const own = path.join(folder, '.git/changebook');
  return existsSync(own) && readdirSync(own).some((name) => name.endsWith(unreportedEnding));
}

function slowHooks(folder: string): void {
  for (const name of ['pre-commit', 'commit-msg', 'post-commit']) {
    write(folder, `.git/hooks/${name}`, '#!/bin/sh\nsleep 0.02\n');
    execFileSync('chmod', ['+x', path.join(folder, '.git/hooks', name)]);
  }
}

describe('Every acting command', () => {
  /** The folder with the git that kills whoever called it. */
  let faults = '';
  beneathFailingGit((folder) => (faults = folder));

  it(`may be killed at any point and run again: ${kills} times`, async function () {
    this.timeout(60_000 + kills * 15_000);
    this.retries(0);
    const program = bundled(path.resolve(__dirname, '../../unit/support/actProcess.ts'));
    const controls = new Map<string, Control>();
    const counts = { before: 0, after: 0, finished: 0 };
    const first = Math.floor(Math.random() * actingCommands.length);
    for (let at = first; at < first + kills; at++) {
      const command = actingCommands[at % actingCommands.length] ?? assert.fail();
      const name = command.args.join(' ');
      const control = controls.get(name) ?? (await controlOf(command));
      controls.set(name, control);
      const folder = actingWorkspace();
      if (at % 2 === 1) slowHooks(folder);
      // Most of the time passes before the commit: half of the kills are told by git's calls, up to the last.
      const byTime = at % 4 < 2;
      resetFaults(byTime ? undefined : pointOf(control.calls));
      const afterMs = byTime ? Math.random() * control.takesMs * 3 : undefined;
      const printed = await killed(program, folder, command, afterMs);
      resetFaults();
      // A git that it had started may still be at work.
      await wait(120);
      const committed = git(folder, 'rev-list', '--count', 'HEAD').trim() === '2';
      counts[printed.includes('ended with') ? 'finished' : committed ? 'after' : 'before']++;
      // Only a run that said what it did leaves no note of it; then the same words ask for another deed.
      const said = committed && !hasNote(folder);
      const again = said ? { code: 0, said: '' } : await run(folder, command, later);
      if (committed && !said) assert.match(again.said, /Committed already as [0-9a-f]{9}/);
      const about = `${name}: ${printed}\nAgain: ${again.said}`;
      assert.equal(again.code, 0, about);
      sweepLeftovers(folder);
      assertCommitted(folder, about);
      assert.ok(control.trees.includes(treeOf(folder)), `${about}\n${git(folder, 'show')}`);
      rmSync(folder, { recursive: true, maxRetries: 3 });
      if ((at - first) % 50 === 49) console.log(`      … ${JSON.stringify(counts)}`);
    }
    console.log(
      `      ${kills} kills of ${actingCommands.length} commands: ${counts.before} before the commit, ${counts.after} after it, ${counts.finished} too late; 0 lost, 0 done twice`,
    );
  });

  async function controlOf(command: ActingCommand): Promise<Control> {
    const trees: string[] = [];
    let [takesMs, calls] = [0, 0];
    for (const now of [earlier, later]) {
      const folder = actingWorkspace();
      resetFaults();
      const started = performance.now();
      assert.equal((await run(folder, command, now)).code, 0);
      takesMs = performance.now() - started;
      calls = readFileSync(path.join(faults, 'count'), 'utf8').length;
      trees.push(treeOf(folder));
      rmSync(folder, { recursive: true });
    }
    return { trees, takesMs, calls };
  }

  function resetFaults(point?: string): void {
    for (const name of ['count', 'at']) rmSync(path.join(faults, name), { force: true });
    if (point !== undefined) writeFileSync(path.join(faults, 'at'), point);
  }

  /** One of git's calls, the last ones as often as all others together. */
  function pointOf(calls: number): string {
    const last = Math.random() < 0.5 ? 3 : calls;
    const at = calls - Math.floor(Math.random() * Math.min(last, calls));
    return `${at} ${Math.random() < 0.5 ? 'callerBefore' : 'callerAfter'}`;
  }
});
