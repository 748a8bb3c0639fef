import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Receipt, readReceipt, receiptText } from '../../src/core/receipt/receiptStatement';
import { verifyReportSchema } from '../../src/core/report/verifyReport';
import { change, config, inside, procedure } from './gateWorkspace';
import { changebook, type Ended } from './program';
import { git, repositoryOf } from './repository';

const id = 'CHG-2026-0001';
const outside = mkdtempSync(path.join(tmpdir(), 'cb-sign-'));
const at = (name: string): string => path.join(outside, name);
/** Nobody's own keys and lists are touched. */
const env = { GIT_CONFIG_GLOBAL: at('gitconfig'), GIT_CONFIG_NOSYSTEM: '1', GNUPGHOME: at('gpg') };
let folder = '';

/** The user's own configuration of git, with a key. */
function own(key: string, more = ''): void {
  const program = path.join(outside, 'program');
  const text = `[gpg]\n\tformat = ssh\n[gpg "ssh"]\n\tallowedSignersFile = ${at('allowed')}\n[user]\n\tsigningKey = ${key}\n${more}`;
  writeFileSync(env.GIT_CONFIG_GLOBAL, text.replaceAll('PROGRAM', program));
}

let made = 0;

function signed(args: readonly string[] = ['--sign'], where = folder): { file: string; ended: Ended } {
  const file = at(`${++made}.json`);
  return { file, ended: changebook(['gate', id, ...inside, '--receipt', file, ...args], where, { env }) };
}

function verify(args: readonly string[], where = folder) {
  const { code, out, err } = changebook(['verify', ...args, '--format', 'json'], where, { env });
  if (!out.startsWith('{')) return { code, said: err, signatures: [] };
  const { receipts } = verifyReportSchema.parse(JSON.parse(out));
  const said = receipts.flatMap(({ differences }) => differences.map(({ code: name }) => name)).join(' ');
  return { code, said, signatures: receipts.flatMap(({ signatures }) => signatures) };
}

function receiptAt(file: string): Receipt {
  const receipt = readReceipt(readFileSync(file, 'utf8'));
  return typeof receipt === 'object' ? receipt : assert.fail(receipt);
}

function withConfig(where: string, edit: (text: string) => string): void {
  const file = path.join(where, '.changebook/config.yaml');
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
}

describe('Signatures of receipts', () => {
  before(() => {
    process.env.GIT_COMMITTER_DATE = '2026-11-20T09:00:00Z';
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'deploy', '-f', at('key')]);
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'other', '-f', at('other')]);
    const [type, key] = readFileSync(at('key.pub'), 'utf8').split(' ');
    writeFileSync(at('allowed'), `deploy@example.org namespaces="changebook-receipt" ${type} ${key}\n`);
    own(at('key'));
    folder = repositoryOf(
      {
        '.changebook/config.yaml': `${config}receipts: { signers: [deploy@example.org] }\n`,
        'PROC-DEPLOY.md': procedure,
        [`${id}.md`]: change(id, { front: 'release: { tag: v1.1.0 }\n' }),
      },
      'Ana',
    );
    git(folder, 'tag', 'v1.1.0');
    git(folder, 'tag', '-m', 'Other', 'v2.0.0');
  });

  after(() => {
    delete process.env.GIT_COMMITTER_DATE;
    rmSync(outside, { recursive: true, force: true });
  });

  it('by SSH count for those whom the configuration names: by person, or by key', () => {
    const { file, ended } = signed();
    assert.equal(ended.code, 0, ended.err);
    assert.match(readFileSync(`${file}.sig`, 'utf8'), /^-----BEGIN SSH SIGNATURE-----/);
    const found = verify([file]);
    assert.equal(found.code, 0, found.said);
    assert.equal(found.signatures[0]?.signer, 'deploy@example.org');
    assert.equal(found.signatures[0]?.counts, true);
    const key = found.signatures[0]?.keys[0] ?? '';
    const copy = at('byKey');
    cpSync(folder, copy, { recursive: true });
    withConfig(copy, (text) => text.replace('deploy@example.org', `"${key}"`));
    assert.equal(verify([file], copy).code, 0);
    withConfig(copy, (text) => text.replace(key, 'eva@example.org'));
    assert.deepEqual([verify([file], copy).code, verify([file], copy).said], [1, 'signedByOther']);
  });

  it('of another text, of another namespace or by another key do not count', () => {
    const { file } = signed();
    const receipt = receiptAt(file);
    receipt.predicate.time = '2026-11-24T21:31:00.000Z';
    writeFileSync(file, receiptText(receipt));
    // The replay comes out the same; the moment is what was signed.
    assert.deepEqual([verify([file]).code, verify([file]).said], [1, 'signature_bad']);
    const second = signed([]);
    assert.deepEqual([verify([second.file]).code, verify([second.file]).said], [1, 'verifyUnsigned']);
    execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-n', 'git', '-f', at('key'), second.file], {
      stdio: 'ignore',
    });
    assert.equal(verify([second.file]).said, 'signature_bad');
    own(at('other'));
    const third = signed();
    own(at('key'));
    assert.deepEqual([verify([third.file]).code, verify([third.file]).said], [1, 'signedByOther']);
  });

  it('by OpenPGP count in the same way', () => {
    execFileSync('mkdir', ['-m', '700', '-p', env.GNUPGHOME]);
    const gpg = (...args: string[]): string =>
      execFileSync('gpg', ['--batch', '--quiet', ...args], {
        env: { ...process.env, ...env },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    gpg(
      '--passphrase',
      '',
      '--quick-generate-key',
      'Deploy <deploy@example.org>',
      'ed25519',
      'sign',
      'never',
    );
    const { file, ended } = signed(['--sign', 'gpg']);
    assert.equal(ended.code, 0, ended.err);
    assert.ok(existsSync(`${file}.asc`));
    const found = verify([file]);
    assert.equal(found.code, 0, found.said);
    assert.equal(found.signatures[0]?.signer, 'Deploy <deploy@example.org>');
    execFileSync('gpgconf', ['--kill', 'all'], { env: { ...process.env, ...env } });
    rmSync(env.GNUPGHOME, { recursive: true });
    execFileSync('mkdir', ['-m', '700', '-p', env.GNUPGHOME]);
    assert.deepEqual([verify([file]).code, verify([file]).said], [2, 'signature_unknownKey']);
    execFileSync('gpgconf', ['--kill', 'all'], { env: { ...process.env, ...env } });
  });

  it('are made and checked by the user’s own programs and keys alone', () => {
    const copy = at('hostile');
    cpSync(folder, copy, { recursive: true });
    const mark = at('ran');
    writeFileSync(at('program'), `#!/bin/sh\ntouch ${mark}\n`);
    chmodSync(at('program'), 0o755);
    const hooks = path.join(copy, '.git/hooks');
    for (const hook of ['reference-transaction', 'post-commit', 'pre-commit', 'post-rewrite'])
      cpSync(at('program'), path.join(hooks, hook));
    for (const [name, value] of [
      ['gpg.ssh.program', at('program')],
      ['gpg.program', at('program')],
      ['gpg.format', 'openpgp'],
      ['user.signingKey', 'key'],
      ['gpg.ssh.allowedSignersFile', at('none')],
      ['gpg.ssh.defaultKeyCommand', at('program')],
      ['core.fsmonitor', at('program')],
      ['core.editor', at('program')],
      ['hook.mine.event', 'reference-transaction'],
      ['hook.mine.command', at('program')],
    ] as const)
      git(copy, 'config', name, value);
    const { file, ended } = signed(['--sign', '--note'], copy);
    assert.equal(ended.code, 0, ended.err);
    assert.equal(verify([file], copy).code, 0);
    assert.equal(existsSync(mark), false);
    own('key');
    assert.match(signed(['--sign'], copy).ended.err, /no absolute path/);
    own('');
    assert.match(signed(['--sign'], copy).ended.err, /names no key/);
    own(at('key'), '[gpg "ssh"]\n\tprogram = /nowhere/ssh-keygen\n');
    const none = signed(['--sign'], copy);
    assert.equal(none.ended.code, 2);
    assert.match(none.ended.err, /\/nowhere\/ssh-keygen was not found/);
    assert.equal(existsSync(none.file), false);
    assert.deepEqual([verify([file], copy).code, verify([file], copy).said], [2, 'signature_noProgram']);
    own(at('key'));
  });

  it('stand with the receipt in the note of a tag, behind what stood there', () => {
    const where = at('noted');
    cpSync(folder, where, { recursive: true });
    git(where, 'notes', '--ref=changebook', 'add', '-m', 'Ours', 'v1.1.0');
    const { file, ended } = signed(['--sign', '--note'], where);
    assert.equal(ended.code, 0, ended.err);
    assert.equal(signed(['--sign', '--note'], where).ended.code, 0);
    const note = git(where, 'notes', '--ref=changebook', 'show', 'v1.1.0');
    assert.ok(note.startsWith('Ours\n'));
    assert.equal(note.split('"_type"').length, 2, note);
    assert.ok(note.includes(readFileSync(file, 'utf8')));
    assert.deepEqual(
      [verify(['--tag', 'v1.1.0'], where).code, verify(['--tag', 'v1.1.0'], where).said],
      [0, ''],
    );
    // The same note on another tag.
    git(where, 'notes', '--ref=changebook', 'copy', 'v1.1.0', 'v2.0.0');
    assert.deepEqual(
      [verify(['--tag', 'v2.0.0'], where).code, verify(['--tag', 'v2.0.0'], where).said],
      [1, 'verifyOtherTag'],
    );
    assert.equal(verify(['--tag', 'v9'], where).code, 2);
    assert.equal(signed(['--note', '--tag', 'v9'], where).ended.code, 2);
  });
});
