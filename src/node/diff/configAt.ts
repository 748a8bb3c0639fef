import {
  type ConfigText,
  configFolder,
  configNames,
  configTypeOf,
  mailmapFile,
} from '../../core/config/configFiles';
import { readBlobs } from '../readBlobs';
import { readOnlyGit } from '../readOnlyGit';

/** The texts of a workspace's configuration as they were in a commit; none where git cannot tell. */
export async function configAt(root: string, commit: string): Promise<ConfigText[]> {
  const call = ['--literal-pathspecs', 'ls-tree', '-r', '-z', commit, '--', configFolder, mailmapFile];
  const { code, out } = await readOnlyGit(root, call);
  if (code !== 0) return [];
  const blobs = new Map<string, string>();
  for (const line of out.toString('utf8').split('\0')) {
    const [, mode, id = '', file = ''] = /^(\d+) blob ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? [];
    const wanted = configTypeOf(file) !== undefined || file === mailmapFile;
    // A link leads to a text that is somewhere else.
    if (wanted && mode !== '120000') blobs.set(file, id);
  }
  const [first, second] = configNames.map((name) => `${configFolder}/${name}`);
  if (first && second && blobs.has(first)) blobs.delete(second);
  const bytes = await readBlobs(root, blobs.values());
  const texts = [...blobs].flatMap(([file, id]) => {
    const text = bytes?.get(id)?.toString('utf8');
    return text === undefined ? [] : [{ file, text }];
  });
  return texts.sort((one, other) => (one.file < other.file ? -1 : 1));
}
