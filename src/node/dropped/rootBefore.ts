import { relative, sep } from 'node:path';
import { configFolder, configNames } from '../../core/config/configFiles';
import { nestedTest } from '../../core/config/globs';
import { readConfig } from '../../core/rules/readConfig';
import { readBlobs } from '../readBlobs';
import { readOnlyGit } from '../readOnlyGit';
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
  const { code, out } = await readOnlyGit(root, [
    '--literal-pathspecs',
    'ls-tree',
    '-z',
    '--full-tree',
    commit,
    '--',
    ...folders,
  ]);
  if (code !== 0) return undefined;
  const blobs = new Map<string, string>();
  for (const line of out.toString('utf8').split('\0')) {
    const [, id = '', file = ''] = /^\d+ \w+ ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? [];
    if (file !== '') blobs.set(file, id);
  }
  const configured = [...above, own].filter((folder) => {
    const start = `${startOf(folder)}${configFolder}/`;
    return [...blobs.keys()].some((file) => file.startsWith(start));
  });
  const [outermost, ...inner] = configured;
  if (outermost === undefined || outermost === own) return undefined;
  let found = outermost;
  for (const folder of new Set([...inner, own])) {
    const inside = folder.slice(found === '' ? 0 : found.length + 1);
    if ((await namedIn(root, found, blobs))(inside)) found = folder;
  }
  return found === own ? undefined : found;
}

async function namedIn(
  root: string,
  folder: string,
  blobs: ReadonlyMap<string, string>,
): Promise<(inside: string) => boolean> {
  const start = folder === '' ? '' : `${folder}/`;
  const files = configNames.map((name) => `${configFolder}/${name}`);
  const file = files.find((one) => blobs.has(`${start}${one}`));
  const id = file && blobs.get(`${start}${file}`);
  const bytes = id && (await readBlobs(root, [id]))?.get(id);
  return nestedTest(readConfig(file && bytes ? [{ file, text: bytes.toString('utf8') }] : []).config);
}
