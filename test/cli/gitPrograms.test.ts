import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { changebook, folderOf } from './program';

const record = (more: string): string =>
  `---\nid: CHG-2026-0001\ntype: change\ntitle: T\nstatus: to_be_released\n${more}schedule: { start: 2026-11-24 22:00, duration: 1h }\napprovals:\n  - { role: peer, by: Nil, at: 2026-11-13 10:05, decision: approved, digest: "sha256:${'0'.repeat(64)}" }\n---\n# T\n\n## Deployment\n\n- [x] One\n`;

/** Settings that name a program, by what git would run it for. */
const settings = (evil: string, hooks: string): readonly (readonly [string, string])[] => [
  ['core.fsmonitor', evil],
  ['core.hooksPath', hooks],
  ['core.sshCommand', evil],
  ['core.pager', evil],
  ['core.editor', evil],
  ['core.askPass', evil],
  ['core.gitProxy', evil],
  ['core.alternateRefsCommand', evil],
  ['credential.helper', `!${evil}`],
  ['diff.external', evil],
  ['diff.x.command', evil],
  ['diff.x.textconv', evil],
  ['filter.x.clean', evil],
  ['filter.x.smudge', evil],
  ['filter.x.process', evil],
  ['filter.x.required', 'true'],
  ['filter.y=z.clean', evil],
  ['filter.y=z.required', 'true'],
  ['merge.x.driver', evil],
  ['gpg.program', evil],
  ['gpg.openpgp.program', evil],
  ['gpg.x509.program', evil],
  ['gpg.ssh.program', evil],
  ['gpg.ssh.defaultKeyCommand', evil],
  ['log.showSignature', 'true'],
  ['sequence.editor', evil],
  ['interactive.diffFilter', evil],
  ['trailer.x.command', evil],
  ['uploadpack.packObjectsHook', evil],
  ['remote.origin.url', `ext::${evil} %S`],
  ['remote.origin.uploadpack', evil],
  ['remote.origin.promisor', 'true'],
  ['remote.origin.partialclonefilter', 'blob:none'],
  ['extensions.partialClone', 'origin'],
  ['core.repositoryFormatVersion', '1'],
  ['protocol.allow', 'always'],
  ['protocol.ext.allow', 'always'],
  ...['log', 'rev-parse', 'cat-file', 'ls-files', 'diff-files', 'for-each-ref'].map(
    (name) => [`alias.${name}`, `!${evil}`] as const,
  ),
];

const reading: readonly (readonly string[])[] = [
  ['check'],
  ['check', '--since', 'base'],
  ['gate', 'CHG-2026-0001'],
  ['gate', '--tag', 'v1'],
  ['diff', 'base'],
  ['diff', 'base', 'HEAD'],
  ['audit', 'CHG-2026-0001'],
  ['show', 'CHG-2026-0001'],
  ['pending'],
  ['log', '--customer', 'x'],
  ['calendar'],
  ['timeline'],
  ['notes', 'CHG-2026-0001'],
  ['draft', 'CHG-2026-0001', 'pull_request'],
];

/** A repository with a signed commit and an object that is not there, and a program that tells that it was run. */
function trap(bare = false): { readonly root: string; readonly ran: string } {
  const root = folderOf({
    '.changebook/config.yaml': 'commit: { signed: true }\n',
    '.gitattributes': '* diff=x filter=x merge=x\nchanges/** filter=y=z\n',
    'changes/CHG-2026-0001.md': record(''),
  });
  const outside = folderOf({ 'evil.sh': '' });
  const [evil, ran, key] = ['evil.sh', 'ran', 'key'].map((name) => path.join(outside, name));
  if (!evil || !ran || !key) return assert.fail();
  writeFileSync(evil, `#!/bin/sh\necho "$0 $*" >> '${ran}'\nexit 1\n`);
  chmodSync(evil, 0o755);
  const hooks = path.join(outside, 'hooks');
  mkdirSync(hooks);
  for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout', 'fsmonitor-watchman']) {
    writeFileSync(path.join(hooks, hook), readFileSync(evil));
    chmodSync(path.join(hooks, hook), 0o755);
  }
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
  git('init', '--quiet', '-b', 'main');
  const identity = ['-c', 'user.name=Nil', '-c', 'user.email=nil@example.org'];
  const signs = ['-c', 'gpg.format=ssh', '-c', `user.signingkey=${key}`];
  git('add', '--all');
  git(...identity, ...signs, 'commit', '--quiet', '-S', '-m', 'One');
  git('tag', 'base');
  writeFileSync(path.join(root, 'changes/CHG-2026-0001.md'), record('summary: Two\n'));
  git(...identity, ...signs, 'commit', '--quiet', '-S', '-am', 'Two');
  const blob = git('rev-parse', 'base:changes/CHG-2026-0001.md').trim();
  rmSync(path.join(root, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true });
  appendFileSync(path.join(root, 'changes/CHG-2026-0001.md'), '- [ ] Two\n');
  for (const [name, value] of settings(evil, hooks)) git('config', name, value);
  if (bare) git('config', 'core.bare', 'true');
  return { root, ran };
}

describe('Programs that a repository names', () => {
  it('are run by none of the commands that only read', () => {
    const { root, ran } = trap();
    // The trap works: git itself falls into it.
    spawnSync('git', ['status'], { cwd: root });
    assert.ok(existsSync(ran));
    rmSync(ran);
    for (const call of reading) {
      changebook([...call, '--now', '2026-11-24T22:10+01:00'], root);
      assert.ok(!existsSync(ran), `${call.join(' ')}: ${existsSync(ran) && readFileSync(ran, 'utf8')}`);
    }
  });

  it('are not found in a folder that pretends to be a bare repository', () => {
    const { root, ran } = trap(true);
    const inner = path.join(root, 'inner');
    mkdirSync(inner);
    for (const part of ['HEAD', 'config', 'objects', 'refs', 'index'])
      execFileSync('cp', ['-r', path.join(root, '.git', part), inner]);
    for (const part of ['.changebook', 'changes']) execFileSync('cp', ['-r', path.join(root, part), inner]);
    for (const call of reading) {
      changebook([...call, '--now', '2026-11-24T22:10+01:00'], inner);
      assert.ok(!existsSync(ran), `${call.join(' ')}: ${existsSync(ran) && readFileSync(ran, 'utf8')}`);
    }
  });
});

describe('An old git', () => {
  it('is told in one sentence, before anything is changed', () => {
    const { root } = trap();
    const bin = folderOf({
      git: '#!/bin/sh\n[ "$1" = version ] && { echo git version 2.30.2; exit; }\nexec /usr/bin/git "$@"\n',
    });
    chmodSync(path.join(bin, 'git'), 0o755);
    const before = readFileSync(path.join(root, 'changes/CHG-2026-0001.md'), 'utf8');
    const { code, err } = changebook(['tick', 'CHG-2026-0001', '2'], root, {
      env: { PATH: `${bin}:${process.env.PATH}` },
    });
    assert.equal(code, 2);
    assert.match(err, /^changebook: git 2\.30\.2 is too old; 2\.36 or newer is needed\. .*\n$/);
    assert.equal(readFileSync(path.join(root, 'changes/CHG-2026-0001.md'), 'utf8'), before);
  });
});
