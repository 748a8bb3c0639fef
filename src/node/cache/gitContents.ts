import { relative, sep } from 'node:path';
import { editedFiles, rawChanges } from '../changedSince';
import { readOnlyGit } from '../readOnlyGit';
import { gitTopLevelOf } from '../workspaceRoot';

/** Attributes by which git makes other bytes of a file in the work tree than it keeps. */
const converting = ['text', 'eol', 'crlf', 'filter', 'ident', 'working-tree-encoding'];

/**
 * The ids of what git has of a folder's markdown files, where these lie in the work tree as git has them: by what git
 * itself trusts, the state in which it saw each file last. What git converts, was told not to look at or finds changed is
 * left out.
 *
 * @param edited what git says of the work tree, where it was asked already
 * @returns ids by paths relative to the folder; none where git cannot tell
 */
export async function gitContents(
  folder: string,
  edited = editedFiles(folder),
): Promise<ReadonlyMap<string, string>> {
  const top = gitTopLevelOf(folder);
  if (top === undefined) return new Map();
  const inside = folder === top ? '' : `${relative(top, folder).split(sep).join('/')}/`;
  // Of the whole repository: in a folder below git compares attributes with paths that begin in that.
  const plain = `:(glob,attr:${converting.map((name) => `!${name}`).join(' ')})**/*.md`;
  const [listed, changed, conversion] = await Promise.all([
    readOnlyGit(top, ['ls-files', '-s', '-v', '-z', '--', plain]),
    edited,
    readOnlyGit(folder, ['config', '--get', 'core.autocrlf']),
  ]);
  const converts = !/^(?:false|no|off|0)?$/i.test(conversion.out.toString('utf8').trim());
  if (listed.code !== 0 || changed.code !== 0 || converts || conversion.code < 0) return new Map();
  const ids = new Map<string, string>();
  for (const line of listed.out.toString('utf8').split('\0')) {
    // An `H` in front: nobody told git not to look at the file. Stage 0: it is in no conflict.
    const [, id, file] = /^H 100(?:644|755) ([0-9a-f]{40}) 0\t([\s\S]+)$/.exec(line) ?? [];
    if (id !== undefined && file?.startsWith(inside)) ids.set(file.slice(inside.length), id);
  }
  for (const { path } of rawChanges(changed.out)) ids.delete(path);
  return ids;
}
