import {
  type ConfigText,
  configFolder,
  countingTexts,
  isConfigText,
  mailmapFile,
} from '../../core/config/configFiles';
import { listTree } from '../listTree';
import { readTexts } from '../readBlobs';

/** The texts of a workspace's configuration as they were in a commit; none where git cannot tell. */
export async function configAt(root: string, commit: string): Promise<ConfigText[]> {
  const files = await listTree(root, commit, [configFolder, mailmapFile]);
  const blobs = new Map<string, string>();
  for (const [file, { mode, blob }] of files ?? []) {
    // A link leads to a text that is somewhere else.
    if (isConfigText(file) && mode !== '120000') blobs.set(file, blob);
  }
  const read = await readTexts(root, blobs.values());
  const texts = [...blobs].flatMap(([file, id]) => {
    const text = read?.get(id);
    return text === undefined ? [] : [{ file, text }];
  });
  return countingTexts(texts);
}
