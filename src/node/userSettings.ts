import { runGit } from './gitProcess';

/** What git checks signatures with where nobody set anything, by the names of its settings. */
const usual: { readonly [name: string]: string } = {
  'gpg.program': 'gpg',
  'gpg.openpgp.program': 'gpg',
  'gpg.x509.program': 'gpgsm',
  'gpg.ssh.program': 'ssh-keygen',
  'gpg.ssh.allowedsignersfile': '',
  'gpg.ssh.revocationfile': '',
  'gpg.mintrustlevel': 'undefined',
};

/** Whose settings a repository cannot bring along. */
const scopes = /^(?:system|global|command)$/;

/**
 * The settings that put the user's own in the place of a repository's.
 *
 * @param section `gpg`: the programs that check signatures, and the lists of keys that decide whose they are; `filter`:
 *   the programs that a file of the work tree goes through before it is compared; `user`: who the user is, and their key
 */
export async function userSettings(
  folder: string,
  section: 'gpg' | 'filter' | 'user',
): Promise<Map<string, string>> {
  const call = ['config', '--show-scope', '-z', '--get-regexp', `^${section}\\.`];
  const { out } = await runGit(folder, call, { reads: true, patienceMs: 10_000 });
  const settings = new Map(section === 'gpg' ? Object.entries(usual) : []);
  const own = new Map<string, string>();
  const parts = out.toString('utf8').split('\0');
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [name = '', ...value] = (parts[at + 1] ?? '').split('\n');
    // A later entry wins, as for git itself.
    if (scopes.test(parts[at] ?? '')) own.set(name, value.join('\n'));
    else if (section === 'filter') settings.set(name, name.endsWith('.required') ? 'false' : '');
  }
  const program = own.get('gpg.program');
  if (program !== undefined && section === 'gpg') settings.set('gpg.openpgp.program', program);
  return new Map([...settings, ...own]);
}
