import { strict as assert } from 'node:assert';
import { chmodSync, renameSync } from 'node:fs';
import path from 'node:path';
import { pushFaultText } from '../../../src/core/actions/pushTexts';
import { type PushRequest, pushRecords } from '../../../src/node/push/pushRecords';
import { hook } from '../../unit/support/commitFaultTable';
import {
  act,
  git,
  newFolder,
  read,
  recordText,
  stateOf,
  useOwnConfiguration,
  write,
} from '../../unit/support/gitFolder';
import { cloneOf, sharedRemote, subjects } from '../../unit/support/sharedRemote';

const file = 'CHG.md';

interface PushFaultCase {
  readonly name: string;
  /** Brings it about, with Berta's Step 3 committed and not pushed; gives the folder to push from where it is another. */
  readonly make: (anna: string, berta: string, bare: string) => string | void | Promise<void>;
  readonly says: RegExp;
  readonly saysInSpanish: RegExp;
  readonly options?: Partial<PushRequest>;
}

function atRemote(bare: string, name: string, script: string): void {
  write(bare, `hooks/${name}`, `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(bare, 'hooks', name), 0o755);
}

/** Anna pushes something of her own. */
function theirs(anna: string, text: (before: string) => string): void {
  write(anna, file, text(read(anna, file)));
  git(anna, 'commit', '--quiet', '--all', '--message', 'Theirs');
  git(anna, 'push', '--quiet');
}

const cases: readonly PushFaultCase[] = [
  {
    name: 'offline',
    make: (_anna, _berta, bare) => renameSync(bare, `${bare}.away`),
    says: /origin cannot be reached\. Your commits are kept/,
    saysInSpanish: /no se llega a origin\. Tus commits se conservan/,
  },
  {
    name: 'a host that nobody knows',
    make: (_anna, berta) => void git(berta, 'remote', 'set-url', 'origin', 'https://127.0.0.1:9/none.git'),
    says: /origin cannot be reached/,
    saysInSpanish: /no se llega a origin/,
  },
  {
    name: 'a sign-in that is refused',
    make: (_anna, berta) => {
      const ssh = path.join(newFolder(), 'ssh');
      write(
        path.dirname(ssh),
        'ssh',
        '#!/bin/sh\necho "git@example.org: Permission denied (publickey)." >&2\nexit 255\n',
      );
      chmodSync(ssh, 0o755);
      git(berta, 'config', 'core.sshCommand', ssh);
      git(berta, 'remote', 'set-url', 'origin', 'git@example.org:team/records.git');
    },
    says: /refuses your sign-in \(git@example\.org: Permission denied \(publickey\)\.\) Sign in with git once/,
    saysInSpanish: /rechaza tu acceso/,
  },
  {
    name: 'a protected branch',
    make: (_anna, _berta, bare) =>
      atRemote(
        bare,
        'pre-receive',
        'echo "GL-HOOK-ERR: You are not allowed to push code to protected branches on this project." >&2; exit 1',
      ),
    says: /origin\/main is protected \(GL-HOOK-ERR: .*push them to a branch of their own/,
    saysInSpanish: /origin\/main está protegida/,
  },
  {
    name: 'a hook of the remote',
    make: (_anna, _berta, bare) => atRemote(bare, 'pre-receive', 'echo "No pushes on a Friday" >&2; exit 1'),
    says: /origin\/main refuses it: No pushes on a Friday\. Your commits are kept/,
    saysInSpanish: /lo rechaza: No pushes on a Friday\./,
  },
  {
    name: 'the pre-push hook',
    make: (_anna, berta) => hook(berta, 'pre-push', 'echo "Run the checks first" >&2; exit 1'),
    says: /pre-push hook refused it: Run the checks first\./,
    saysInSpanish: /hook pre-push del repositorio lo ha rechazado/,
  },
  {
    name: 'commits of others among them',
    make: (_anna, berta) => {
      write(berta, 'draft.md', 'x\n');
      git(berta, 'add', '.');
      git(berta, 'commit', '--quiet', '--message', 'Half ready');
    },
    says: /1 of the commits that origin\/main lacks is not Changebook’s \(“Half ready”\)/,
    saysInSpanish: /no es de Changebook \(«Half ready»\)/,
  },
  {
    name: 'a commit that says it ticks and does more',
    make: (_anna, berta) => {
      write(berta, file, read(berta, file).replace('[ ] Step 4', '[x] Step 4').replace('# Title', '# Other'));
      const message =
        'CHG-2026-0001: tick "Step 4"\n\nChangebook-Record: CHG-2026-0001\nChangebook-Action: tick\nChangebook-Step: Title > Checklist > Step 4\n';
      git(berta, 'commit', '--quiet', '--all', '--message', message);
    },
    says: /not Changebook’s \(“CHG-2026-0001: tick "Step 4"”\)/,
    saysInSpanish: /no es de Changebook/,
  },
  {
    name: 'a step that is gone there',
    make: (anna) => theirs(anna, (text) => text.replace('- [ ] Step 3\n', '')),
    says: /origin\/main has moved on, and “CHG-2026-0001: tick "Step 3" \(1\/5\)” cannot be done again there\. “Step 3” is not in the record/,
    saysInSpanish: /origin\/main ha avanzado y .* no está en el registro/,
  },
  {
    name: 'a step that does not apply there',
    make: (anna) => theirs(anna, (text) => text.replace('[ ] Step 3', '[x] ~~Step 3~~ (n/a: no)')),
    says: /“Step 3” is marked as not applicable/,
    saysInSpanish: /señalado como no aplicable/,
  },
  {
    name: 'a record that is gone there',
    make: (anna) => {
      git(anna, 'rm', '--quiet', file);
      git(anna, 'commit', '--quiet', '--message', 'Gone');
      git(anna, 'push', '--quiet');
    },
    says: /CHG\.md is not there any more/,
    saysInSpanish: /CHG\.md ya no está allí/,
  },
  {
    name: 'a hook that refuses what is done again',
    make: (anna, berta) => {
      theirs(anna, (text) => text.replace('[ ] Step 1', '[x] Step 1'));
      hook(berta, 'pre-commit', 'echo "Not now" >&2; exit 1');
    },
    says: /pre-commit hook refused “CHG-2026-0001: tick "Step 3" \(1\/5\)” there: Not now\./,
    saysInSpanish: /hook pre-commit del repositorio ha rechazado allí/,
  },
  {
    name: 'retries that are used up',
    make: (anna, berta) => {
      // Whenever Berta is about to push, Anna has just been quicker.
      hook(
        berta,
        'pre-push',
        `cd "${anna}" && env -u GIT_DIR git commit --quiet --allow-empty -m Quicker && env -u GIT_DIR git push --quiet`,
      );
    },
    says: /others kept pushing to origin\/main, 3 times in a row/,
    saysInSpanish: /3 veces seguidas/,
    options: { tries: 3 },
  },
  {
    name: 'no upstream',
    make: (_anna, berta) => void git(berta, 'branch', '--quiet', '--unset-upstream'),
    says: /follows no branch of a remote.*git push --set-upstream origin main/,
    saysInSpanish: /no sigue a ninguna de un remoto/,
  },
  {
    name: 'no remote',
    make: (_anna, berta) => void git(berta, 'remote', 'remove', 'origin'),
    says: /This repository has no remote.*git remote add origin/,
    saysInSpanish: /no tiene ningún remoto/,
  },
  {
    name: 'an upstream of another name, where git itself would not push',
    make: (_anna, berta) => void git(berta, 'branch', '--quiet', '--move', 'work'),
    says: /The branch “work” follows origin under another name \(“main”\)/,
    saysInSpanish: /«work» sigue a origin con otro nombre/,
  },
  {
    name: 'a rebase under way',
    make: (_anna, berta) => write(berta, '.git/rebase-merge/head-name', 'x'),
    says: /A rebase is under way/,
    saysInSpanish: /rebase a medias/,
  },
  {
    name: 'a push that is cancelled',
    make: (_anna, berta) => hook(berta, 'pre-push', 'exec sleep 20'),
    says: /Pushing was cancelled\. Your commits are kept/,
    saysInSpanish: /Envío cancelado/,
    options: { signal: AbortSignal.timeout(60_000) },
  },
];

describe('Each fault of a push', function () {
  // Many processes of git, which on a busy machine take their time.
  this.timeout(120_000);
  useOwnConfiguration();

  for (const { name, make, says, saysInSpanish, options = {} } of cases) {
    it(`says what is the matter and keeps everything: ${name}`, async () => {
      const { bare, clones } = sharedRemote({ [file]: recordText() }, ['Anna', 'Berta']);
      const [anna = '', berta = ''] = clones;
      assert.equal((await act(berta, file, 'Step 3')).kind, 'committed');
      make(anna, berta, bare);
      write(berta, 'unsaved.md', 'mine\n');
      const before = stateOf(berta, file);
      const request: PushRequest = { folder: berta, language: 'en', ...options };
      const signal = options.signal ? AbortSignal.timeout(1500) : undefined;
      const outcome = await pushRecords({ ...request, signal });
      assert.equal(outcome.kind, 'failed', JSON.stringify(outcome));
      if (outcome.kind !== 'failed') return;
      assert.match(pushFaultText(outcome.fault, 'en'), says);
      // Why an action cannot be done again is said in the language of the push.
      const reason = outcome.fault.kind === 'push' && outcome.fault.code === 'cannotRedo';
      const inSpanish = reason ? await pushRecords({ ...request, language: 'es' }) : outcome;
      assert.match(inSpanish.kind === 'failed' ? pushFaultText(inSpanish.fault, 'es') : '', saysInSpanish);
      assert.doesNotMatch(pushFaultText(outcome.fault, 'en'), /\{\w+\}/);
      assert.deepEqual(stateOf(berta, file), before);
    });
  }

  it('of the sign-in never asks on a terminal', async () => {
    const { clones } = sharedRemote({ [file]: recordText() }, ['Anna']);
    const [anna = ''] = clones;
    await act(anna, file, 'Step 1');
    const seen = path.join(newFolder(), 'seen');
    write(path.dirname(seen), 'ssh', `#!/bin/sh\necho "$@ $GIT_TERMINAL_PROMPT" > ${seen}\nexit 255\n`);
    chmodSync(path.join(path.dirname(seen), 'ssh'), 0o755);
    git(anna, 'config', 'core.sshCommand', path.join(path.dirname(seen), 'ssh'));
    git(anna, 'remote', 'set-url', 'origin', 'git@example.org:team/records.git');
    await pushRecords({ folder: anna, language: 'en' });
    assert.match(read(path.dirname(seen), 'seen'), /-o BatchMode=yes .* 0\n$/);
  });

  it('of a protected branch leaves a way: a branch of its own', async () => {
    const { bare, clones } = sharedRemote({ [file]: recordText() }, ['Anna']);
    const [anna = ''] = clones;
    await act(anna, file, 'Step 1');
    const pushed = await pushRecords({ folder: anna, language: 'en', toBranch: 'records/one' });
    assert.ok(pushed.kind === 'pushed' && pushed.target === 'origin/records/one');
    assert.equal(subjects(bare, 'records/one')[0], 'CHG-2026-0001: tick "Step 1" (1/5)');
    assert.deepEqual(subjects(bare), ['Begin']);
    git(anna, 'branch', '--quiet', 'other', 'HEAD~');
    git(cloneOf(bare, 'Carla'), 'push', '--quiet', 'origin', 'HEAD:refs/heads/records/two');
  });
});
