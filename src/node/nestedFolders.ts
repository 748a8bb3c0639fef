import { assembleConfig, nestedTest } from '../core/config/assembleConfig';
import { configFolder, configNames } from '../core/config/configFiles';
import { readFileText } from './readText';

/** A test for folders inside of a workspace, relative to it: whether its configuration, as it lies on the disk, names them. */
export function nestedFolders(root: string): (inside: string) => boolean {
  for (const name of configNames) {
    const file = `${configFolder}/${name}`;
    const read = readFileText(root, file);
    if (read) return nestedTest(assembleConfig([{ file, text: read.text }]).config);
  }
  return () => false;
}
