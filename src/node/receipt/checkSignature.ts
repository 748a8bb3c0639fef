import { writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { ReceiptSignature } from '../../core/receipt/signerCounts';
import { trustsOwnFile } from '../trustsOwnFile';
import { userSettings } from '../userSettings';
import { openPgpOwner } from './openPgpOwner';
import { inOwnFolder, runSigner } from './runSigner';
import { type SignatureKind, signatureNamespace } from './signReceipt';

/** A good signature, or why it is none or cannot be told from one. */
export type CheckedSignature =
  | ReceiptSignature
  | { readonly failed: 'bad' | 'expired' | 'revoked' | 'noProgram' | 'unknownKey'; readonly program: string };

/**
 * Checks a detached signature of a text by the user's own programs and lists of keys, never by a repository's.
 *
 * @param at when it was made, by its text: keys of a list may count for a time
 */
export async function checkSignature(
  root: string,
  text: string,
  signature: Buffer,
  kind: SignatureKind,
  at: string,
): Promise<CheckedSignature> {
  const settings = await userSettings(root, 'gpg');
  return inOwnFolder((folder) => {
    const file = join(folder, 'signature');
    writeFileSync(file, signature);
    const given = { text, file, folder };
    return kind === 'ssh' ? checkSsh(root, given, settings, at) : checkGpg(given, settings);
  });
}

interface Given {
  readonly text: string;
  /** The signature. */
  readonly file: string;
  readonly folder: string;
}

async function checkSsh(
  root: string,
  { text, file, folder }: Given,
  settings: ReadonlyMap<string, string>,
  at: string,
): Promise<CheckedSignature> {
  const program = settings.get('gpg.ssh.program') ?? 'ssh-keygen';
  const run = (...args: string[]) => runSigner(program, ['-Y', ...args], text, folder);
  const about = ['-n', signatureNamespace, '-s', file];
  const checked = await run('check-novalidate', ...about);
  if (checked.isMissing) return { failed: 'noProgram', program };
  const key = /^Good .* (SHA256:\S+)\s*$/m.exec(checked.out)?.[1];
  if (checked.code !== 0 || key === undefined) return { failed: 'bad', program };
  const listed = fromHome(settings.get('gpg.ssh.allowedsignersfile') ?? '');
  const keys = [key];
  // A list among the files of a repository is anybody's.
  const revoked = fromHome(settings.get('gpg.ssh.revocationfile') ?? '');
  // One that would be looked for in a repository says nothing, and who was taken back by it is unknown.
  const isUnsure = !isAbsolute(listed) || (revoked !== '' && !isAbsolute(revoked));
  if (isUnsure || (await trustsOwnFile(root))) return { keys, signer: undefined };
  const when = ['-O', `verify-time=${at.replace(/\D/g, '').slice(0, 14)}`];
  const found = await run('find-principals', '-s', file, '-f', listed, ...when);
  const without = isAbsolute(revoked) ? ['-r', revoked] : [];
  // A line of the list may name several people.
  const principals = found.code === 0 ? found.out.split(/[\n,]/).filter((one) => /^[^!]/.test(one)) : [];
  for (const principal of principals) {
    const { code } = await run('verify', ...about, '-f', listed, '-I', principal, ...when, ...without);
    if (code === 0) return { keys, signer: personOf(principal) };
  }
  return { keys, signer: undefined };
}

async function checkGpg(
  { text, file, folder }: Given,
  settings: ReadonlyMap<string, string>,
): Promise<CheckedSignature> {
  const program = settings.get('gpg.openpgp.program') ?? 'gpg';
  // Nothing is fetched.
  const quiet = ['--batch', '--no-tty', '--no-auto-key-retrieve', '--status-fd', '1'];
  const { out, isMissing } = await runSigner(program, [...quiet, '--verify', file, '-'], text, folder);
  if (isMissing) return { failed: 'noProgram', program };
  const status = (name: string): string | undefined =>
    new RegExp(`^\\[GNUPG:\\] ${name} (.*)$`, 'm').exec(out)?.[1]?.trim();
  if (status('NO_PUBKEY') !== undefined) return { failed: 'unknownKey', program };
  if (status('REVKEYSIG') !== undefined) return { failed: 'revoked', program };
  if ((status('EXPKEYSIG') ?? status('EXPSIG')) !== undefined) return { failed: 'expired', program };
  const [valid, good] = [status('VALIDSIG'), status('GOODSIG')];
  if (valid === undefined || good === undefined || (out.match(/ VALIDSIG /g) ?? []).length > 1)
    return { failed: 'bad', program };
  const parts = valid.split(' ');
  const keys = [parts[0] ?? '', parts.at(-1) ?? ''];
  // Anybody may write any name into a key; whom the user trusts is theirs.
  const isTrusted = /^\[GNUPG:\] TRUST_(?:FULLY|ULTIMATE)\b/m.test(out);
  if (!isTrusted) return { keys, signer: undefined };
  const owner = await openPgpOwner(program, keys.at(-1) ?? '', good.replace(/^\S+ /, ''));
  return { keys, signer: owner === '' ? undefined : personOf(owner) };
}

/** Who `Name <address>` or an address is. */
function personOf(written: string): { readonly name: string; readonly address: string } {
  const [, name = '', address = written.trim()] = /^(.*?)\s*<([^<>]+)>$/.exec(written.trim()) ?? [];
  return { name, address };
}

function fromHome(path: string): string {
  return path.replace(/^~(?=[\\/])/, homedir());
}
