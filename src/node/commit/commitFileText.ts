import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { textRange } from '../../core/model/text/range';
import { runGit } from '../gitProcess';
import { readFileText } from '../readText';
import { createFile } from '../writeFile';
import { type CommitOutcome, commitRecords } from './commitRecords';

/**
 * One commit with one file that is no record; undefined where there is nothing to change in it.
 *
 * @param changed gives the text that it shall have, from the one that it has, which is empty where there is no file
 * @param message of the commit
 */
export async function commitFileText(
  root: string,
  file: string,
  changed: (text: string) => string,
  message: string,
): Promise<CommitOutcome | undefined> {
  const path = join(root, file);
  const isThere = existsSync(path);
  const text = isThere ? (readFileText(root, file)?.text ?? '') : '';
  const after = changed(text);
  if (after === text) return undefined;
  if (!isThere) createFile(path, after);
  const plan = (own: string) => {
    const wanted = changed(own);
    return { edits: wanted === own ? [] : [{ range: textRange(0, own.length), text: wanted }] };
  };
  const isNew = !(await isTracked(root, file));
  return commitRecords({
    files: [{ path, change: { plan }, ...(isNew ? { isNew } : {}) }],
    message: () => message,
  });
}

async function isTracked(root: string, file: string): Promise<boolean> {
  const { code } = await runGit(root, ['ls-files', '--error-unmatch', '--', file], { reads: true });
  return code === 0;
}
