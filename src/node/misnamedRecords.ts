import { join } from 'node:path';
import { configFolder } from '../core/config/configFiles';
import { lookalikeFindings } from '../core/config/recordPlaceFindings';
import type { FileFinding } from '../core/findings/finding';
import { type IdTest, isMistyped } from '../core/model/parse/recordSigns';
import { baseName } from '../core/model/text/paths';
import { readFileText } from './readText';
import { entriesOf } from './walk';

const skipped = new Set(['.git', 'node_modules', configFolder]);
const textName = /^[^.]+$|\.(?:md|markdown|mkdn?|mdown|mdx|txt|text|yaml|yml)$/i;
/** More entries are not looked at, and more files not read. */
const [most, mostRead] = [50_000, 2000];

/**
 * Files that are named like records where a workspace has none: those that git ignores, which a walk passes over, those
 * whose name ends in another way, and those whose type is mistyped. Looked for only there, since it is a second walk.
 *
 * @param walked the files that the walk did find
 */
export function misnamedRecords(root: string, walked: ReadonlySet<string>, isId: IdTest): FileFinding[] {
  const found = { ignored: [] as string[], ending: [] as string[] };
  const folders = [''];
  let left = most;
  for (const folder of folders) {
    // What cannot be read the walk has told of.
    const entries = entriesOf(join(root, folder), () => {});
    // A workspace of its own tells of its own.
    if (folder !== '' && entries.some(({ name }) => name === configFolder)) continue;
    for (const entry of entries) {
      if (left-- <= 0) break;
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) folders.push(file);
      } else if (entry.isFile() && textName.test(entry.name) && !walked.has(file) && isId(entry.name)) {
        found[entry.name.endsWith('.md') ? 'ignored' : 'ending'].push(file);
      }
    }
  }
  const mistyped = [...walked].slice(0, mostRead).filter((file) => {
    return !isId(baseName(file)) && isMistyped(readFileText(root, file)?.text ?? '');
  });
  return [
    ...lookalikeFindings('ignored', found.ignored),
    ...lookalikeFindings('ending', found.ending),
    ...lookalikeFindings('mistyped', mistyped),
  ];
}
