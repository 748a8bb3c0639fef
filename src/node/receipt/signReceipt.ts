import { writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { userSettings } from '../userSettings';
import { inOwnFolder, runSigner, type SignerAnswer } from './runSigner';

/** What makes signatures. */
export type SignatureKind = 'ssh' | 'gpg';

/** What a signature of a receipt is for, so that one of something else is none. */
export const signatureNamespace = 'changebook-receipt';

/** How the file of a signature ends, by what made it. */
export const signatureEndings: { readonly [kind in SignatureKind]: string } = { ssh: '.sig', gpg: '.asc' };

/** A signature, or why there is none. */
export type Signed =
  | { readonly kind: SignatureKind; readonly signature: string }
  | {
      readonly failed: 'noKey' | 'relativeKey' | 'noProgram' | 'failed';
      readonly program: string;
      readonly said: string;
    };

/**
 * Signs a text with the key of the user's own configuration of git; what a repository says of keys and programs does
 * not count.
 *
 * @param kind the user's `gpg.format` where it is not given
 */
export async function signReceipt(root: string, text: string, kind?: SignatureKind): Promise<Signed> {
  const [programs, user] = await Promise.all([userSettings(root, 'gpg'), userSettings(root, 'user')]);
  const usual = programs.get('gpg.format') === 'ssh' ? 'ssh' : 'gpg';
  const key = user.get('user.signingkey') ?? '';
  return (kind ?? usual) === 'ssh'
    ? signBySsh(text, key, programs.get('gpg.ssh.program') ?? 'ssh-keygen')
    : signByGpg(text, usual === 'gpg' ? key : '', programs.get('gpg.openpgp.program') ?? 'gpg');
}

function signBySsh(text: string, key: string, program: string): Promise<Signed> {
  if (key === '') return Promise.resolve({ failed: 'noKey', program, said: '' });
  return inOwnFolder(async (folder) => {
    const literal = /^(?:key::|(?=(?:ssh|ecdsa|sk)-))(.+)$/s.exec(key)?.[1];
    const path = literal === undefined ? fromHome(key) : join(folder, 'key.pub');
    // It would be looked for in the repository.
    if (!isAbsolute(path)) return { failed: 'relativeKey', program, said: key };
    if (literal !== undefined) writeFileSync(path, `${literal}\n`, { mode: 0o600 });
    const args = ['-Y', 'sign', '-n', signatureNamespace, '-f', path];
    return signedBy('ssh', program, await runSigner(program, args, text, folder));
  });
}

function signByGpg(text: string, key: string, program: string): Promise<Signed> {
  const own = key === '' ? [] : ['--local-user', key];
  const args = ['--armor', '--detach-sign', ...own, '--output', '-'];
  return inOwnFolder(async (folder) =>
    signedBy('gpg', program, await runSigner(program, args, text, folder)),
  );
}

function signedBy(kind: SignatureKind, program: string, { code, out, err, isMissing }: SignerAnswer): Signed {
  if (code === 0 && out.includes('-----BEGIN')) return { kind, signature: out };
  const [said = ''] = err.trim().split('\n').slice(-1);
  return { failed: isMissing ? 'noProgram' : 'failed', program, said };
}

function fromHome(path: string): string {
  return path.replace(/^~(?=[\\/])/, homedir());
}
