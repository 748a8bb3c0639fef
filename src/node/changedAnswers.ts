import { longestText } from '../core/model/parse/longestText';
import { idOf } from './cache/contents';
import { bytesOf } from './openFile';
import { PathsInside } from './pathsInside';

/** What was asked of the disk besides the files of a walk, with the answers. */
export interface AskedOfDisk {
  readonly exists: readonly (readonly [path: string, there: boolean])[];
  /** The ids of what files held that are none of the walk's; empty where one could not be read. */
  readonly read: readonly (readonly [path: string, id: string])[];
}

/** The paths of which the disk says something else now. */
export function changedAnswers(root: string, { exists, read }: AskedOfDisk): string[] {
  const inside = new PathsInside(root);
  const held = (path: string): string => {
    try {
      return idOf(bytesOf(root, inside.named(path), { most: longestText }));
    } catch {
      return '';
    }
  };
  return [
    ...exists.filter(([path, there]) => inside.exists(path) !== there),
    ...read.filter(([path, id]) => held(path) !== id),
  ].map(([path]) => path);
}
