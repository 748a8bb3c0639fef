import { relative, sep } from 'node:path';
import { configFolder, configNames } from '../../core/config/configFiles';
import { nestedTest } from '../../core/config/globs';
import { readConfig } from '../../core/rules/readConfig';
import { listTree, type TreeFile } from '../listTree';
import { readBlobs } from '../readBlobs';
import { gitTopLevelOf } from '../workspaceRoot';

/**
 * The outer workspace that a folder's records belonged to in a commit: its folder, relative to the top of the
 * repository.
 *
 * @returns undefined where the folder was a separate workspace, or git cannot tell
 */
export async function rootBefore(root: string, commit: string): Promise<string | undefined> {
  const top = gitTopLevelOf(root);
  const own = top === undefined ? '' : relative(top, root).split(sep).join('/');
  if (top === undefined || own === '') return undefined;
  const parts = own.split('/');
  const above = parts.map((_, depth) => parts.slice(0, depth).join('/'));
  const startOf = (folder: string): string => (folder === '' ? '' : `${folder}/`);
  const folders = [...above, own].map((folder) => `${startOf(folder)}${configFolder}/`);
  const files = await listTree(top, commit, folders);
  if (!files) return undefined;
  const configured = [...above, own].filter((folder) => {
    const start = `${startOf(folder)}${configFolder}/`;
    return [...files.keys()].some((file) => file.startsWith(start));
  });
  const [outermost, ...inner] = configured;
  if (outermost === undefined || outermost === own) return undefined;
  let found = outermost;
  for (const folder of new Set([...inner, own])) {
    const inside = folder.slice(found === '' ? 0 : found.length + 1);
    if ((await namedIn(root, found, files))(inside)) found = folder;
  }
  return found === own ? undefined : found;
}

async function namedIn(
  root: string,
  folder: string,
  tree: ReadonlyMap<string, TreeFile>,
): Promise<(inside: string) => boolean> {
  const start = folder === '' ? '' : `${folder}/`;
  const files = configNames.map((name) => `${configFolder}/${name}`);
  const file = files.find((one) => tree.has(`${start}${one}`));
  const { blob } = tree.get(`${start}${file}`) ?? {};
  const bytes = blob && (await readBlobs(root, [blob]))?.get(blob);
  return nestedTest(readConfig(file && bytes ? [{ file, text: bytes.toString('utf8') }] : []).config);
}
