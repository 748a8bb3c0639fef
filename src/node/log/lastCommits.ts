import { readOnlyGit } from '../readOnlyGit';

/** The last commit of each file: its address at the code host if that is known, else its short id. */
export async function lastCommits(root: string, files: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const wanted = new Set(files);
  const call = ['--literal-pathspecs', '-c', 'core.quotePath=false', 'log', '--format=%x00%H', '--name-only'];
  const log = await readOnlyGit(root, [...call, '-z', '--relative', '--', '.']);
  if (log.code !== 0) return found;
  const address = await hostAddress(root);
  let commit = '';
  for (const part of log.out.toString('utf8').split('\0')) {
    const text = part.replace(/^\n+/, '');
    if (/^[\da-f]{40,64}$/.test(text)) commit = text;
    else if (wanted.has(text) && !found.has(text)) {
      found.set(text, address ? `${address}/commit/${commit}` : commit.slice(0, 10));
    }
  }
  return found;
}

/** The web address of the repository, from its remote; without user name and password. */
async function hostAddress(root: string): Promise<string | undefined> {
  const remote = await readOnlyGit(root, ['remote', 'get-url', 'origin']);
  if (remote.code !== 0) return undefined;
  const written = remote.out.toString('utf8').trim();
  const place =
    /^(?:https?|ssh):\/\/(?:[^@/]*@)?([\w.-]+)(?::\d+)?\/([\w./~-]+?)(?:\.git)?\/?$/.exec(written) ??
    /^[\w.-]+@([\w.-]+):([\w./~-]+?)(?:\.git)?\/?$/.exec(written);
  return place ? `https://${place[1]}/${place[2]}` : undefined;
}
