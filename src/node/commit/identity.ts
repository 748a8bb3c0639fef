import { runGit } from '../gitProcess';

/** Who git says is at work in a folder, by name; nothing where git does not know. */
export async function ownName(folder: string): Promise<string | undefined> {
  const { code, out } = await runGit(folder, ['var', 'GIT_AUTHOR_IDENT'], { patienceMs: 10_000 });
  const name = /^(.*?) <[^<>]*> \d+ [+-]\d{4}$/.exec(out.toString('utf8').trim())?.[1]?.trim();
  return code === 0 && name ? name : undefined;
}
