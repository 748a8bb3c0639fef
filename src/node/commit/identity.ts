import { runGit } from '../gitProcess';

/** Who git says is at work in a folder; undefined where git does not know. */
export async function ownIdentity(folder: string): Promise<{ name: string; address: string } | undefined> {
  const { code, out } = await runGit(folder, ['var', 'GIT_AUTHOR_IDENT'], { patienceMs: 10_000 });
  const match = /^(.*?) <([^<>]*)> \d+ [+-]\d{4}$/.exec(out.toString('utf8').trim());
  const [, name = '', address = ''] = match ?? [];
  return code === 0 && name.trim() ? { name: name.trim(), address } : undefined;
}
