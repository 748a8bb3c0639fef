import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { GateReport } from '../../src/core/report/gateReport';
import { verifyReportSchema } from '../../src/core/report/verifyReport';
import { change, config, inside, procedure } from './gateWorkspace';
import { changebook } from './program';
import { git, repositoryOf } from './repository';

const id = 'CHG-2026-0001';
const outside = mkdtempSync(path.join(tmpdir(), 'cb-names-'));
const at = (name: string): string => path.join(outside, name);
const env = { GIT_CONFIG_GLOBAL: at('gitconfig'), GIT_CONFIG_NOSYSTEM: '1', GNUPGHOME: at('own') };
const [mal, ana] = ['Mal <mal@example.org>', 'Ana <ana@example.org>'];
let folder = '';

/** Runs gpg in a home of somebody's own. */
function gpg(home: string, args: readonly string[], input: string | Buffer = ''): Buffer {
  const call = ['--homedir', at(home), '--batch', '--quiet', '--yes', '--no-tty', ...args];
  return execFileSync('gpg', call, { input, stdio: ['pipe', 'pipe', 'ignore'] });
}

const past = (when: string): readonly string[] => ['--faked-system-time', `${when}T000000`];
const generate = (name: string, end = 'never', early: readonly string[] = []): readonly string[] => [
  ...early,
  ...['--passphrase', '', '--quick-generate-key', name, 'ed25519', 'sign,cert', end],
];
const fingerprint = (home: string): string =>
  /^fpr:+([0-9A-F]+):$/m.exec(String(gpg(home, ['--with-colons', '--list-keys'])))?.[1] ?? assert.fail();

/** What is said of the signature of a receipt, and whose it is. */
function verify(file: string) {
  const { out, err } = changebook(['verify', file, '--format', 'json'], folder, { env });
  assert.ok(out.startsWith('{'), err);
  const [receipt] = verifyReportSchema.parse(JSON.parse(out)).receipts;
  const told = receipt?.differences.map(({ code }) => code).filter((code) => code.startsWith('sign'));
  return [told?.join(' '), receipt?.signatures[0]?.signer ?? null];
}

/** Signs a receipt in a home, and verifies it. */
function signedBy(home: string, early: readonly string[] = []) {
  writeFileSync(
    at('receipt.json.asc'),
    gpg(home, [...early, '--armor', '--output', '-', '--detach-sign', at('receipt.json')]),
  );
  return verify(at('receipt.json'));
}

describe('Names in keys of OpenPGP', () => {
  before(() => {
    for (const home of ['own', 'mal', 'old']) mkdirSync(at(home), { mode: 0o700 });
    writeFileSync(env.GIT_CONFIG_GLOBAL, '');
    process.env.GIT_COMMITTER_DATE = '2026-11-20T09:00:00Z';
    const signed = 'receipts: { signers: [ana@example.org] }\ncommit: { signed: true }\n';
    const holders = config
      .replace('[{ roles: [peer] }]', `[{ roles: [peer], holders: { peer: ["${ana}"] } }]`)
      .replace('  approval/unverified: "off"\n', '');
    const files = {
      '.changebook/config.yaml': holders + signed,
      'PROC-DEPLOY.md': procedure,
      [`${id}.md`]: change(id, { approved: false, front: 'release: { tag: v1.1.0 }\n' }),
    };
    folder = repositoryOf(files, 'Ana');
    git(folder, 'tag', 'v1.1.0');
    gpg('own', generate('Auditor <auditor@example.org>'));
    gpg('mal', generate(mal));
    const key = fingerprint('mal');
    gpg('own', ['--import'], gpg('mal', ['--export']));
    gpg('own', ['--quick-sign-key', key]);
    // Nobody but the owner says that this is another name of theirs.
    gpg('mal', ['--passphrase', '', '--quick-add-uid', key, ana]);
    gpg('mal', ['--quick-set-primary-uid', key, ana]);
    gpg('own', ['--import'], gpg('mal', ['--export']));
  });

  after(() => {
    delete process.env.GIT_COMMITTER_DATE;
    for (const home of ['own', 'mal', 'old'])
      execFileSync('gpgconf', ['--homedir', at(home), '--kill', 'all'], { stdio: 'ignore' });
    rmSync(outside, { recursive: true, force: true });
  });

  it('are no one’s but for whom the user trusts the key, in approvals that are signed', () => {
    writeFileSync(at('program'), `#!/bin/sh\nexec gpg --homedir ${at('mal')} "$@"\n`);
    chmodSync(at('program'), 0o755);
    changebook(['approve', id, '--role', 'peer', '--now', '2026-11-20T10:00+01:00'], folder, { env });
    const by = ['-c', `gpg.program=${at('program')}`, '-c', `user.signingKey=${fingerprint('mal')}`];
    git(folder, ...by, 'commit', '--quiet', '--amend', '--no-edit', '--gpg-sign');
    const { out } = changebook(['gate', id, ...inside, '--format', 'json'], folder, { env });
    const reasons = (JSON.parse(out) as GateReport).changes[0]?.reasons ?? [];
    assert.deepEqual(
      reasons.map(({ rule }) => rule),
      ['approval/unverified'],
      out,
    );
    assert.match(reasons[0]?.message ?? '', /^Mal committed this approval as peer, not Ana/);
  });

  it('are no one’s but for whom the user trusts the key, in receipts', () => {
    const call = ['gate', id, ...inside, '--receipt', at('receipt.json')];
    assert.equal(changebook(call, folder, { env }).code, 1);
    assert.deepEqual(signedBy('mal'), ['signedByOther', mal]);
    // Whom the user says that it is, it is.
    gpg('own', ['--quick-sign-key', fingerprint('mal'), ana]);
    assert.deepEqual(signedBy('mal'), ['', ana]);
  });

  it('count no longer than their keys, and it is said why', () => {
    const then = past('20200201');
    gpg('old', generate(ana, '2020-06-01', past('20200101')));
    gpg('own', ['--import'], gpg('old', ['--export']));
    assert.deepEqual(signedBy('old', then), ['signature_expired', null]);
    const key = fingerprint('mal');
    const revocation = readFileSync(at(`mal/openpgp-revocs.d/${key}.rev`), 'utf8').replace(/^:-/m, '-');
    signedBy('mal');
    gpg('own', ['--import'], revocation);
    assert.deepEqual(verify(at('receipt.json')), ['signature_revoked', null]);
  });
});
