import { assembleConfig, nestedTest } from '../core/config/assembleConfig';
import { readConfigTexts } from './configTexts';

/** A test for folders inside of a workspace, relative to it: whether its configuration, as it lies on the disk, names them. */
export function nestedFolders(root: string): (inside: string) => boolean {
  return nestedTest(assembleConfig(readConfigTexts(root).texts).config);
}
