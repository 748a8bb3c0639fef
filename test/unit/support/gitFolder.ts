import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commitMessage } from '../../../src/core/actions/commitMessage';
import type { StepWish } from '../../../src/core/actions/stepAction';
import { stepChange, stepParts } from '../../../src/core/actions/stepChange';
import { identityOf } from '../../../src/core/actions/stepIdentity';
import type { StepActionName } from '../../../src/core/actions/stepKind';
import { parseRecord } from '../../../src/core/model/parse/parseRecord';
import {
  type CommitOutcome,
  type CommitRequest,
  commitRecords,
} from '../../../src/node/commit/commitRecords';

const made: string[] = [];

/** A folder of its own for one test; `removeFolders` takes all away. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'changebook-git-'));
  made.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Runs git the way that a user does, and gives what it prints, to the last character. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Lets git know who commits, by a configuration of the tests' own, until the function that it gives is called. */
export function ownConfiguration(extra = ''): () => void {
  const before = { ...process.env };
  const file = path.join(newFolder(), 'config');
  writeFileSync(
    file,
    `[user]\n\tname = Test\n\temail = test@example.org\n[init]\n\tdefaultBranch = main\n${extra}`,
  );
  Object.assign(process.env, { GIT_CONFIG_GLOBAL: file, GIT_CONFIG_NOSYSTEM: '1' });
  return () => {
    for (const name of ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_NOSYSTEM'])
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
  };
}

/** The same for all tests of a suite, whose folders are taken away at its end. */
export function useOwnConfiguration(extra?: string): void {
  let restore: () => void;
  before(() => {
    restore = ownConfiguration(extra);
  });
  after(() => {
    restore();
    removeFolders();
  });
}

/** A record with so many steps, named a, b, c … */
export function recordText(steps = 5, more = ''): string {
  const items = Array.from({ length: steps }, (_, index) => `- [ ] Step ${index + 1}\n`).join('\n');
  return `---\nid: CHG-2026-0001\ntype: change\n---\n# Title\n\n${more}## Checklist\n\n${items}`;
}

/** A repository with files committed. */
export function repositoryOf(files: { readonly [file: string]: string | Buffer }): string {
  const folder = newFolder();
  git(folder, 'init', '--quiet');
  for (const [file, content] of Object.entries(files)) write(folder, file, content);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'Begin');
  return folder;
}

export function write(folder: string, file: string, content: string | Buffer): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}

export function read(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

/** Everything that an action may touch, to see that it did not. */
export function stateOf(folder: string, file: string): { [part: string]: string } {
  return {
    head: git(folder, 'rev-parse', 'HEAD').trim(),
    index: git(folder, 'ls-files', '--stage', '-v'),
    workTree: read(folder, file),
    status: git(folder, 'status', '--porcelain'),
  };
}

/** Ticks (or unticks, or skips) the step with a text, as the command line does. */
export function act<Outcome = CommitOutcome>(
  folder: string,
  file: string,
  step: string,
  options: Partial<CommitRequest> & { action?: StepActionName; reason?: string } = {},
  commit: (request: CommitRequest) => Promise<CommitOutcome | Outcome> = commitRecords,
): Promise<CommitOutcome | Outcome> {
  const { action = 'tick', reason, ...request } = options;
  const { steps } = (parseRecord(recordText(26), { expected: true }) ?? assert.fail()).body;
  const found = steps.find(({ text }) => text === step) ?? assert.fail(step);
  const wish: StepWish = { action, step: identityOf(found, steps), reason };
  return commit({
    files: [{ path: path.join(folder, file), change: stepChange(wish, { gates: [], procedure: '' }) }],
    message: ([text = '']) =>
      commitMessage({ record: 'CHG-2026-0001', ...stepParts(text, wish, action) }, 'en'),
    lockPatienceMs: 300,
    ...request,
  });
}

/** Runs something with a program of ours standing for git. */
export async function withGit<T>(script: string, run: () => Promise<T>): Promise<T> {
  const folder = newFolder();
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  write(folder, 'git', `#!/bin/sh\nreal=${real}\n${script}\n`);
  chmodSync(path.join(folder, 'git'), 0o755);
  const before = process.env.PATH;
  process.env.PATH = `${folder}:${before}`;
  try {
    return await run();
  } finally {
    process.env.PATH = before;
  }
}
