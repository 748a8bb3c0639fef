import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { approvalFacts } from '../../src/core/index/approvalFacts';
import { factsOf } from '../../src/core/index/factSource';
import { parseRecord } from '../../src/core/model/parse/parseRecord';
import { recordSummary } from '../../src/core/rules/recordEntry';
import { GitReader } from '../../src/node/gitFacts';
import { gitQuestions } from '../../src/node/gitQuestions';
import { configOf } from '../unit/support/memoryWorkspace';

const folders: string[] = [];

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'changebook-approvals-'));
  folders.push(made);
  return made;
}

function git(cwd: string, who: string, ...args: string[]): string {
  const as = ['-c', `user.name=${who}`, '-c', `user.email=${who.toLowerCase()}@example.org`];
  return execFileSync('git', [...as, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function write(cwd: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
  writeFileSync(path.join(cwd, file), text);
}

function commit(cwd: string, who: string, message = 'Work', ...options: string[]): void {
  git(cwd, who, 'add', '--all');
  git(cwd, who, '-c', 'commit.gpgsign=false', 'commit', '--quiet', ...options, '-m', message);
}

const approval = (role: string, by: string): string =>
  `  - { role: ${role}, by: ${by}, at: 2026-11-13 10:05, decision: approved }\n`;

function change(approvals: string, more = '', steps = '- [ ] One\n- [ ] Two\n'): string {
  const list = approvals === '' ? '' : `approvals:\n${approvals}`;
  return `---\nid: CHG-2026-0001\ntype: change\n${list}${more}---\n# Title\n\n${steps}`;
}

/** Who committed each approval of a record, by role, or why nobody knows. */
async function authors(
  root: string,
  text: string,
  file = 'CHG.md',
  config = '',
  reader = new GitReader(root),
) {
  const record = parseRecord(text) ?? assert.fail('no record');
  const configuration = configOf(new Map([['.changebook/config.yaml', config]])).config;
  const summary = recordSummary(record, file, configuration);
  const facts = await reader.read(gitQuestions([{ file, summary }]));
  if (typeof facts === 'string') return assert.fail(facts);
  return Object.fromEntries(
    (factsOf(summary, approvalFacts)?.decided?.roles ?? []).map(({ role, key }) => {
      const found = facts.approvalCommit(file, key) ?? 'not asked';
      if (typeof found === 'string') return [role, found];
      const { author, signature, unlisted, claimed, withdrawn } = found;
      const by = claimed && `says ${claimed.name}`;
      const said = [author.name, signature, unlisted && 'unlisted', by, withdrawn && 'withdrawn'];
      return [role, said.filter(Boolean).join(' ')];
    }),
  );
}

function repository(): string {
  const root = folder();
  git(root, 'Ana', 'init', '--quiet', '--initial-branch=main');
  write(root, 'CHG.md', change(''));
  commit(root, 'Ana');
  return root;
}

describe('The commits of approvals', () => {
  after(() => {
    for (const made of folders) rmSync(made, { recursive: true, force: true });
  });

  it('are those that brought their entries, whatever was edited around them', async () => {
    const root = repository();
    write(root, 'CHG.md', change(approval('peer', 'Nil')));
    commit(root, 'Nil');
    write(root, 'CHG.md', change(approval('peer', 'Nil') + approval('operations', 'Ops')));
    commit(root, 'Mal');
    const text = change(
      `  # reordered\n${approval('operations', 'Ops')}${approval('peer', '"Nil"')}${approval('project', 'Eva')}`,
      'owner: Eva\n',
    );
    write(root, 'CHG.md', text);
    assert.deepEqual(await authors(root, text), { operations: 'Mal', peer: 'Nil', project: 'uncommitted' });
    commit(root, 'Eva');
    assert.deepEqual(await authors(root, text), { operations: 'Mal', peer: 'Nil', project: 'Eva' });
  });

  it('are the last that brought them, where they were gone in between', async () => {
    const root = repository();
    const text = change(approval('peer', 'Nil'));
    for (const [who, now] of [
      ['Nil', text],
      ['Ana', change('')],
      ['Mal', text],
    ] as const) {
      write(root, 'CHG.md', now);
      commit(root, who);
    }
    assert.deepEqual(await authors(root, text), { peer: 'Mal' });
  });

  it('are found again where HEAD moved, and by a message that lies about what its commit does', async () => {
    const root = repository();
    const reader = new GitReader(root);
    const text = change(approval('peer', 'Nil'));
    assert.deepEqual(await authors(root, text, 'CHG.md', '', reader), { peer: 'uncommitted' });
    write(root, 'CHG.md', text);
    const trailers =
      'Tick\n\nChangebook-Record: CHG-2026-0001\nChangebook-Action: tick\nChangebook-Step: Title > One';
    commit(root, 'Mal', trailers);
    assert.deepEqual(await authors(root, text, 'CHG.md', '', reader), { peer: 'Mal' });
    write(root, 'CHG.md', text.replace('[ ] One', '[x] One'));
    commit(root, 'Ana', trailers);
    assert.deepEqual(await authors(root, text, 'CHG.md', '', reader), { peer: 'Mal' });
  });

  it('follow a file that was moved', async () => {
    const root = repository();
    const text = change(approval('peer', 'Nil'));
    write(root, 'CHG.md', text);
    commit(root, 'Nil');
    mkdirSync(path.join(root, 'changes'));
    renameSync(path.join(root, 'CHG.md'), path.join(root, 'changes/CHG.md'));
    commit(root, 'Ana', 'Move');
    assert.deepEqual(await authors(root, text, 'changes/CHG.md'), { peer: 'Nil' });
    // The same for a workspace that is a folder of the repository.
    assert.deepEqual(await authors(path.join(root, 'changes'), text, 'CHG.md'), { peer: 'Nil' });
  });

  it('are those of branches, not of the merge, and the actions in a squashed merge are claims', async () => {
    const root = repository();
    const text = change(approval('peer', 'Nil'));
    git(root, 'Nil', 'checkout', '--quiet', '-b', 'side');
    write(root, 'CHG.md', text);
    commit(
      root,
      'Nil',
      'Approve\n\nChangebook-Record: CHG-2026-0001\nChangebook-Action: approve\nChangebook-Role: peer',
    );
    git(root, 'Ana', 'checkout', '--quiet', 'main');
    git(root, 'Ana', 'checkout', '--quiet', '-b', 'squashed');
    git(root, 'Ana', 'merge', '--quiet', '--squash', 'side');
    git(root, 'Ana', 'commit', '--quiet', '--no-edit');
    assert.deepEqual(await authors(root, text), { peer: 'Ana says Nil' }, 'squashed');
    git(root, 'Ana', 'checkout', '--quiet', 'main');
    write(root, 'other.txt', 'x\n');
    commit(root, 'Ana');
    git(root, 'Ana', 'merge', '--quiet', '--no-edit', 'side');
    assert.deepEqual(await authors(root, text), { peer: 'Nil' }, 'merged');
  });

  it('are not known where history is cut', async () => {
    const origin = repository();
    const text = change(approval('peer', 'Nil'));
    write(origin, 'CHG.md', text);
    commit(origin, 'Mal');
    const clone = path.join(folder(), 'clone');
    git(path.dirname(clone), 'Ana', 'clone', '--quiet', '--depth=1', `file://${origin}`, clone);
    assert.deepEqual(await authors(clone, text), { peer: 'shallow' });
    git(clone, 'Ana', 'fetch', '--quiet', '--unshallow');
    assert.deepEqual(await authors(clone, text), { peer: 'Mal' });
  });

  it('are not known where objects are missing, and everything else still is', async () => {
    const origin = repository();
    const text = change(approval('peer', 'Nil'));
    write(origin, 'CHG.md', text);
    commit(origin, 'Mal');
    write(origin, 'CHG.md', `${text}\nMore.\n`);
    commit(origin, 'Ana');
    git(origin, 'Ana', 'config', 'uploadpack.allowFilter', 'true');
    git(origin, 'Ana', 'tag', 'v1');
    const clone = path.join(folder(), 'clone');
    git(path.dirname(clone), 'Ana', 'clone', '--quiet', '--filter=blob:none', `file://${origin}`, clone);
    git(clone, 'Ana', 'remote', 'set-url', 'origin', 'file:///nowhere');
    const reader = new GitReader(clone);
    assert.deepEqual(await authors(clone, text, 'CHG.md', '', reader), { peer: 'partial' });
    const facts = await reader.read({ names: true, ticks: false, decided: [], approved: [] });
    assert.ok(typeof facts === 'object' && facts.tags.has('v1'));
    git(clone, 'Ana', 'remote', 'set-url', 'origin', `file://${origin}`);
    const ids = git(origin, 'Ana', 'rev-list', '--objects', '--all').split('\n').filter(Boolean);
    for (const id of ids) git(clone, 'Ana', 'cat-file', '-t', id.slice(0, 40));
    assert.deepEqual(await authors(clone, text, 'CHG.md', '', reader), { peer: 'Mal' }, 'asked again');
  });

  it('are read as they were made, whatever replaces them', async () => {
    const root = repository();
    const text = change(approval('peer', 'Nil'));
    write(root, 'CHG.md', text);
    commit(root, 'Mal');
    const forged = git(root, 'Nil', 'commit-tree', '-m', 'Approve', '-p', 'HEAD~', 'HEAD^{tree}').trim();
    git(root, 'Mal', 'replace', 'HEAD', forged);
    assert.deepEqual(await authors(root, text), { peer: 'Mal' }, 'replaced');
    git(root, 'Mal', 'replace', '--delete', 'HEAD');
    write(root, 'other.txt', 'x\n');
    commit(root, 'Ana');
    const head = git(root, 'Ana', 'rev-parse', 'HEAD').trim();
    write(root, '.git/info/grafts', `${head} ${forged}\n`);
    assert.deepEqual(await authors(root, text), { peer: 'Mal' }, 'grafted');
  });

  it('are not those that took approvals out, though a merge or a message that lies brings them back', async () => {
    const root = repository();
    const text = change(approval('peer', 'Nil'));
    write(root, 'CHG.md', text);
    commit(root, 'Nil');
    git(root, 'Mal', 'checkout', '--quiet', '-b', 'side');
    write(root, 'other.txt', 'x\n');
    commit(root, 'Mal');
    git(root, 'Nil', 'checkout', '--quiet', 'main');
    write(root, 'CHG.md', change(''));
    commit(root, 'Nil', 'Withdraw', '--date=2030-01-01T00:00:00Z');
    assert.deepEqual(await authors(root, text), { peer: 'uncommitted' }, 'typed in again');
    git(root, 'Mal', 'branch', 'withdrawn');
    git(root, 'Mal', 'merge', '--quiet', '--no-commit', 'side');
    git(root, 'Mal', 'checkout', '--quiet', 'side', '--', 'CHG.md');
    commit(root, 'Mal', 'Merge');
    assert.deepEqual(await authors(root, text), { peer: 'Nil withdrawn' }, 'merged');
    git(root, 'Mal', 'checkout', '--quiet', 'withdrawn');
    write(root, 'CHG.md', text);
    const tick = 'Changebook-Record: CHG-2026-0001\nChangebook-Action: tick\nChangebook-Step: Title > One';
    commit(root, 'Mal', `Tick\n\n${tick}`);
    assert.deepEqual(await authors(root, text), { peer: 'Mal' }, 'a lie');
  });

  it('are those of the author as the commit itself names it, whatever maps it', async () => {
    const root = repository();
    const text = change(approval('peer', 'Nil'));
    write(root, 'CHG.md', text);
    write(root, '.mailmap', 'Nil <nil@example.org> <mal@example.org>\n');
    write(root, 'map', 'Nil <nil@example.org> Mal <mal@example.org>\n');
    git(root, 'Mal', 'config', 'log.mailmap', 'true');
    git(root, 'Mal', 'config', 'mailmap.file', 'map');
    commit(root, 'Mal');
    assert.deepEqual(await authors(root, text), { peer: 'Mal' });
  });

  it('are asked for their signatures where those count, by the settings of the user', async () => {
    const root = repository();
    const own = path.join(folder(), 'gitconfig');
    const before = process.env.GIT_CONFIG_GLOBAL;
    const key = path.join(folder(), 'key');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'nil@example.org', '-f', key]);
    const allowed = `${key}.allowed`;
    execFileSync('sh', ['-c', 'printf "nil@example.org %s\\n" "$(cat "$1.pub")" > "$1.allowed"', 'sh', key]);
    for (const [name, value] of [
      ['gpg.format', 'ssh'],
      ['user.signingkey', key],
      ['gpg.ssh.allowedSignersFile', allowed],
    ] as const)
      git(root, 'Nil', 'config', name, value);
    write(root, 'CHG.md', change(approval('peer', 'Nil')));
    git(root, 'Nil', 'add', '--all');
    git(root, 'Nil', 'commit', '--quiet', '-S', '-m', 'Signed');
    const text = change(approval('peer', 'Nil') + approval('operations', 'Ops'));
    write(root, 'CHG.md', text);
    commit(root, 'Ops');
    const config = 'commit: { signed: true }\n';
    process.env.GIT_CONFIG_GLOBAL = own;
    try {
      writeFileSync(own, '');
      // The repository's own list may name anybody's key, and its program may say anything.
      const unlisted = { peer: 'Nil U unlisted', operations: 'Ops N' };
      assert.deepEqual(await authors(root, text, 'CHG.md', config), unlisted);
      git(root, 'Nil', 'config', '--file', own, 'gpg.ssh.allowedSignersFile', '/dev/null');
      const strange = { peer: 'Nil U', operations: 'Ops N' };
      assert.deepEqual(await authors(root, text, 'CHG.md', config), strange, 'a list without the key');
      git(root, 'Nil', 'config', 'gpg.ssh.program', '/bin/false');
      git(root, 'Nil', 'config', 'gpg.ssh.allowedSignersFile', '/dev/null');
      git(root, 'Nil', 'config', '--file', own, 'gpg.ssh.allowedSignersFile', allowed);
      assert.deepEqual(await authors(root, text, 'CHG.md', config), { peer: 'Nil G', operations: 'Ops N' });
      copyFileSync(allowed, path.join(root, 'trusted'));
      git(root, 'Nil', 'config', '--file', own, 'gpg.ssh.allowedSignersFile', 'trusted');
      const inside = { peer: 'signers', operations: 'signers' };
      assert.deepEqual(await authors(root, text, 'CHG.md', config), inside, 'a file that a branch can edit');
    } finally {
      if (before === undefined) delete process.env.GIT_CONFIG_GLOBAL;
      else process.env.GIT_CONFIG_GLOBAL = before;
    }
    assert.deepEqual(await authors(root, text), { peer: 'Nil', operations: 'Ops' });
  });
});
