import { basename, dirname } from 'node:path';
import { runGit } from '../gitProcess';
import { readFileText } from '../readText';

/**
 * The text of a file as HEAD has it, where that is another one than the folder's; undefined where it is the same, or no
 * commit has it.
 *
 * @param shown what a person sees of it, where that is not the file
 */
export async function committedOtherwise(path: string, shown?: string): Promise<string | undefined> {
  const answer = await runGit(dirname(path), ['cat-file', 'blob', `HEAD:./${basename(path)}`]);
  const text = answer.code === 0 ? answer.out.toString('utf8') : undefined;
  return text === (shown ?? readFileText(dirname(path), basename(path))?.text) ? undefined : text;
}
