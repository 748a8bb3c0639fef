import { configFolder, configNames } from '../core/config/configFiles';
import { nestedTest } from '../core/config/globs';
import { readConfig } from '../core/rules/readConfig';
import { readOf } from './openFile';

/** A test for folders inside of a workspace, relative to it: whether its configuration, as it lies on the disk, names them. */
export function nestedFolders(root: string): (inside: string) => boolean {
  for (const name of configNames) {
    const file = `${configFolder}/${name}`;
    try {
      const text = readOf(root, file, { most: 1_000_000 }).bytes.toString('utf8');
      return nestedTest(readConfig([{ file, text }]).config);
    } catch {
      // Not there under this name, or not to be read: it names nothing.
    }
  }
  return () => false;
}
