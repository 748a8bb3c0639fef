import { inOwnFolder, runSigner } from './runSigner';

/**
 * Whose a good OpenPGP signature is. gpg names the user id that the owner of the key put first, and trusts the key for any
 * other one: whoever is trusted by their own name could put somebody else's before it. So only a name counts for which the
 * user trusts the key as much as for any.
 *
 * @param program `gpg`, as the user calls it
 * @param key fingerprint of the primary key
 * @param claimed the user id that gpg or git told
 * @returns that one, else one that is trusted; what is claimed where the program does not list the key, as of X.509
 */
export async function openPgpOwner(program: string, key: string, claimed: string): Promise<string> {
  const call = ['--batch', '--no-tty', '--with-colons', '--list-keys', key];
  const { out } = await inOwnFolder((folder) => runSigner(program, call, '', folder));
  const rows = out.split('\n').map((line) => line.split(':'));
  const best = rows.find(([kind]) => kind === 'pub')?.[1];
  if (best === undefined) return claimed;
  const trusted = rows.flatMap(([kind, trust, ...others]) =>
    kind === 'uid' && trust === best ? plain(others[7] ?? '') : [],
  );
  return trusted.find((id) => id === plain(claimed)) ?? trusted[0] ?? '';
}

/** A user id without the escapes of listings and of gpg's answers. */
function plain(id: string): string {
  return id.replace(/\\x([0-9a-f]{2})|%([0-9A-F]{2})/g, (_, one?: string, other?: string) =>
    String.fromCharCode(Number.parseInt(one ?? other ?? '', 16)),
  );
}
