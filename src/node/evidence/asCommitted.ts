import { runGit } from '../gitProcess';
import { isLfsPointer } from './lfsPointer';

/**
 * The bytes of a file as a commit holds them: git's attributes may have it store a text with other line endings, and what
 * people compare with the commit's digest is what they get from the commit. What an extension such as LFS stores elsewhere
 * stays as it is.
 *
 * @param file path from the folder
 */
export async function asCommitted(folder: string, file: string, bytes: Buffer): Promise<Buffer> {
  const hash = (...args: string[]) => runGit(folder, ['hash-object', ...args, '--stdin'], { input: bytes });
  const [plain, filtered] = await Promise.all([hash('--no-filters'), hash(`--path=${file}`)]);
  // Where git does not answer, the commit says why.
  if (filtered.code !== 0 || filtered.out.equals(plain.out)) return bytes;
  const stored = await hash('-w', `--path=${file}`);
  const { code, out } = await runGit(folder, ['cat-file', 'blob', stored.out.toString('latin1').trim()]);
  return code !== 0 || isLfsPointer(out) ? bytes : out;
}
