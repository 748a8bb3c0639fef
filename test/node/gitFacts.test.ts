import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { approvedContent, changedParts, digestOf, partHash } from '../../src/core/approvals/approvedContent';
import { parseRecord } from '../../src/core/model/parse/parseRecord';
import { accountedTick } from '../../src/core/rules/checklist/tickFacts';
import { GitReader, type ToldCommits } from '../../src/node/gitFacts';

const folders: string[] = [];
const nothing = { names: true, ticks: false, approved: [], decided: [] };

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'changebook-git-'));
  folders.push(made);
  return made;
}

function git(cwd: string, ...args: string[]): string {
  const as = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...as, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function commit(cwd: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
  writeFileSync(path.join(cwd, file), text);
  git(cwd, 'add', '--', `:(literal)${file}`);
  git(cwd, 'commit', '--quiet', '-m', `Write ${file}`);
}

function change(lines: string, body = '## Summary\n\nOne.\n\n## Rollback\n\nBack.\n'): string {
  return `---\nid: CHG-2026-0001\ntype: change\n${lines}---\n# Title\n\n${body}`;
}

function partsOf(text: string): { digest: string; parts: Map<string, string> } {
  const record = parseRecord(text);
  if (record?.type !== 'change') return assert.fail('no change');
  const parts = [...approvedContent(record)].map(([name, part]) => [name, partHash(part)] as const);
  return { digest: digestOf(record), parts: new Map(parts) };
}

async function factsOf(
  root: string,
  reader = new GitReader(root),
  wishes: Parameters<GitReader['read']>[0] = nothing,
) {
  const facts = await reader.read(wishes);
  return typeof facts === 'string' ? assert.fail(facts) : facts;
}

describe('What git knows', () => {
  after(() => {
    for (const made of folders) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is its tags and branches, those of remotes too, asked again each time', async () => {
    const root = folder();
    git(root, 'init', '--quiet', '--initial-branch=main');
    commit(root, 'a.md', 'one');
    git(root, 'tag', 'v1.0.0');
    git(root, 'branch', 'release/v1.1.0');
    git(root, 'update-ref', 'refs/remotes/origin/release/v1.2.0', 'HEAD');
    const reader = new GitReader(root);
    const facts = await factsOf(root, reader);
    assert.deepEqual([...facts.tags], ['v1.0.0']);
    assert.deepEqual([...facts.branches].sort(), ['main', 'release/v1.1.0', 'release/v1.2.0']);
    git(root, 'tag', 'v1.1.0');
    assert.deepEqual([...(await factsOf(root, reader)).tags].sort(), ['v1.0.0', 'v1.1.0']);
  });

  it('is the version of a record that was approved, by its digest, and what changed since', async () => {
    const root = folder();
    git(root, 'init', '--quiet');
    const file = 'changes/-A :(top) ñ.md';
    const approved = change('customer: diba\nschedule: { start: 2026-11-24 22:00 }\n');
    commit(root, file, change('customer: diba\n'));
    commit(root, file, approved);
    const now = change(
      'customer: diba\nstatus: releasing\nschedule: { start: 2026-11-25 22:00 }\n',
      '## Summary\n\nOne.\n\n## Rollback\n\nDo not.\n',
    );
    commit(root, file, now);
    const { digest } = partsOf(approved);
    const wishes = {
      decided: [],
      names: false,
      ticks: false,
      approved: [{ file, digests: [digest, 'sha256-2:unknown'] }],
    };
    const facts = await factsOf(root, new GitReader(root), wishes);
    const before = facts.approvedParts(file, digest) ?? assert.fail('not found');
    assert.deepEqual(changedParts(before, partsOf(now).parts).sort(), ['# Rollback', 'schedule']);
    assert.equal(facts.approvedParts(file, 'sha256-2:unknown'), undefined);
  });

  it('is found in a folder below the top, and before the first commit', async () => {
    const root = folder();
    git(root, 'init', '--quiet');
    assert.deepEqual([...(await factsOf(root)).tags], []);
    const text = change('');
    commit(root, 'records/CHG.md', text);
    const { digest } = partsOf(text);
    const below = path.join(root, 'records');
    const wishes = {
      decided: [],
      names: false,
      ticks: false,
      approved: [{ file: 'CHG.md', digests: [digest] }],
    };
    assert.ok((await factsOf(below, new GitReader(below), wishes)).approvedParts('CHG.md', digest));
  });

  it('is who committed a line last, and nobody where that has not happened yet', async () => {
    const root = folder();
    git(root, 'init', '--quiet');
    commit(root, 'a.md', 'one\ntwo\n');
    const reader = new GitReader(root);
    const last = await reader.lastChange('a.md', 1);
    assert.deepEqual([last?.name, last?.address], ['Test', 'test@example.org']);
    writeFileSync(path.join(root, 'a.md'), 'one\nmine\n');
    assert.equal(await reader.lastChange('a.md', 1), undefined);
    assert.equal((await reader.lastChange('a.md', 0))?.name, 'Test');
    assert.equal(await reader.lastChange('a.md', 9), undefined);
  });

  it('is which ticks have commits of their own, until they are taken back, asked again once HEAD has moved', async () => {
    const root = folder();
    git(root, 'init', '--quiet');
    const tick = (action: string, step: string): string =>
      git(
        root,
        ...['commit', '--quiet', '--allow-empty', '-m', `CHG-1: ${action} (in any language)`],
        ...[
          '-m',
          `Changebook-Record: CHG-1\nChangebook-Action: ${action}\nChangebook-Step: Title > A > ${step}`,
        ],
      );
    const wishes = { decided: [], names: false, ticks: true, approved: [] };
    const reader = new GitReader(root);
    assert.equal((await factsOf(root, reader, wishes)).accountedTicks('CHG-1'), undefined, 'no commit yet');
    commit(root, 'CHG-1.md', change(''));
    tick('tick', 'One');
    tick('tick', 'Two');
    tick('untick', 'Two');
    const facts = await factsOf(root, reader, wishes);
    assert.deepEqual(facts.accountedTicks('CHG-1'), [
      { hashes: accountedTick('Title > A > One'), by: facts.accountedTicks('CHG-1')?.[0]?.by },
    ]);
    assert.deepEqual(facts.accountedTicks('CHG-2'), []);
    tick('tick', 'Two');
    const later = await factsOf(root, reader, nothing);
    assert.equal(later.accountedTicks('CHG-1')?.length, 2, 'also where others ask');
    assert.equal((await factsOf(root)).accountedTicks('CHG-1'), undefined, 'not asked');
    const shallow = path.join(folder(), 'clone');
    git(root, 'clone', '--quiet', '--depth', '1', `file://${root}`, shallow);
    assert.equal((await factsOf(shallow, new GitReader(shallow), wishes)).accountedTicks('CHG-1'), undefined);
    git(shallow, 'fetch', '--quiet', '--unshallow');
    assert.equal((await factsOf(shallow, new GitReader(shallow), wishes)).accountedTicks('CHG-1')?.length, 2);
  });

  it('is what commits told somebody who asked before, as long as HEAD is the same', async () => {
    const root = folder();
    git(root, 'init', '--quiet');
    const tick = (step: string): string =>
      git(
        root,
        ...['commit', '--quiet', '--allow-empty', '-m', 'CHG-1: tick'],
        ...['-m', `Changebook-Record: CHG-1\nChangebook-Action: tick\nChangebook-Step: Title > A > ${step}`],
      );
    tick('One');
    const told: ToldCommits = {};
    const ticks = async (): Promise<number | undefined> => {
      const wishes = { ...nothing, ticks: true };
      return (await factsOf(root, new GitReader(root, told), wishes)).accountedTicks('CHG-1')?.length;
    };
    assert.equal(await ticks(), 1);
    const first = told.of;
    assert.equal(await ticks(), 1);
    assert.ok(first && told.of === first, 'git was asked again');
    tick('Two');
    assert.equal(await ticks(), 2);
  });

  it('is who moved a record last: by the action, or by the line that somebody typed since', async () => {
    const root = folder();
    git(root, 'init', '--quiet');
    const move = (to: string, name: string): string =>
      git(
        root,
        ...[
          '-c',
          `user.name=${name}`,
          '-c',
          `user.email=${name}@example.org`,
          'commit',
          '--quiet',
          '--allow-empty',
        ],
        ...[
          '-m',
          'A move',
          '-m',
          `Changebook-Record: CHG-2026-0001\nChangebook-Action: advance\nChangebook-State: ${to}`,
        ],
      );
    const reader = new GitReader(root);
    const lastMove = async (status: string) => {
      const moved = [{ file: 'a.md', record: 'CHG-2026-0001', status, line: 3 }];
      const facts = await factsOf(root, reader, { ...nothing, ticks: true, moved });
      const { from, to, author } = facts.lastMove('a.md', 'CHG-2026-0001') ?? {};
      return [from, to, author?.address];
    };
    commit(root, 'a.md', change('status: in_testing\n'));
    assert.deepEqual(await lastMove('in_testing'), [undefined, undefined, undefined]);
    move('in_testing', 'jordi');
    assert.deepEqual(await lastMove('in_testing'), [undefined, 'in_testing', 'jordi@example.org']);
    writeFileSync(path.join(root, 'a.md'), change('status: done\n'));
    assert.deepEqual(await lastMove('done'), [undefined, 'in_testing', 'jordi@example.org'], 'not committed');
    commit(root, 'a.md', change('status: done\n'));
    assert.deepEqual(await lastMove('done'), ['in_testing', 'done', 'test@example.org'], 'typed');
    move('done', 'anna');
    assert.deepEqual(await lastMove('done'), ['in_testing', 'done', 'anna@example.org']);
  });

  it('is nothing, for a reason, where there is no repository', async () => {
    assert.equal(await new GitReader(folder()).read(nothing), 'noRepository');
  });

  it('is not asked by way of programs that the repository names', async () => {
    const root = folder();
    git(root, 'init', '--quiet');
    commit(root, 'a.md', change(''));
    const ran = path.join(root, 'ran');
    for (const key of ['core.fsmonitor', 'core.pager', 'diff.external', 'core.sshCommand'])
      git(root, 'config', key, `touch '${ran}'`);
    const wishes = {
      decided: [],
      names: true,
      ticks: false,
      approved: [{ file: 'a.md', digests: ['sha256-2:none'] }],
    };
    await factsOf(root, new GitReader(root), wishes);
    assert.throws(() => execFileSync('test', ['-e', ran]));
  });
});
