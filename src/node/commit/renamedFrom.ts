import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isRenamedVersion } from '../../core/audit/isRenamedVersion';
import { type RecordVersion, recordVersion } from '../../core/audit/recordVersion';
import { longestText } from '../../core/model/parse/longestText';
import { readOnlyGit } from '../readOnlyGit';
import { readFileText } from '../readText';

/** More files than these are not looked through: whoever deleted so many did not rename one record. */
const mostDeleted = 50;

/** The file that a record had in the last commit, and the id that it had there. */
export interface RenamedFrom {
  /** Path in the workspace. */
  readonly file: string;
  /** Undefined where it is the same as now. */
  readonly was: string | undefined;
}

/**
 * The file of which a record that no commit has is the new name: it is gone from the folder, and the last commit has it
 * with nothing else than the id, or with the very same text. Undefined where there is none, or several.
 *
 * @param root of the workspace
 * @param file path of the record in it, as it lies there
 */
export async function renamedFrom(root: string, file: string): Promise<RenamedFrom | undefined> {
  const now = versionOf(readFileText(root, file)?.text ?? '');
  const gone = now ? await goneFrom(root) : [];
  if (!now || gone.length > mostDeleted) return undefined;
  const found: RenamedFrom[] = [];
  for (const other of gone) {
    const { code, out } = await readOnlyGit(root, ['cat-file', 'blob', `HEAD:./${other}`]);
    const before = code === 0 && out.length <= longestText ? versionOf(out.toString('utf8')) : undefined;
    if (before?.text === now.text) found.push({ file: other, was: undefined });
    else if (isRenamedVersion(before, now)) found.push({ file: other, was: before?.id });
  }
  return found.length === 1 ? found[0] : undefined;
}

/** Line endings that git writes into the folder alone make no other record. */
function versionOf(text: string): RecordVersion | undefined {
  return recordVersion(text.replaceAll('\r\n', '\n'));
}

/** The records that the last commit has and the folder has not, whether that is staged or not. */
async function goneFrom(root: string): Promise<string[]> {
  const asked = [
    ['ls-files', '-z', '--deleted', '--', '*.md'],
    ['diff-index', '-z', '--cached', '--no-renames', '--diff-filter=D', '--name-only', '--relative', 'HEAD'],
  ];
  const answers = await Promise.all(asked.map((args) => readOnlyGit(root, args)));
  const files = answers.flatMap(({ code, out }) => (code === 0 ? out.toString('utf8').split('\0') : []));
  return [...new Set(files)].filter((file) => file.endsWith('.md') && !existsSync(join(root, file)));
}
