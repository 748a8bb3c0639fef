import { dirname, join } from 'node:path';
import { IgnoreRules } from '../ignoreRules';

/** Whether git ignores a place in a workspace, so that a record there would be none. */
export function isIgnored(root: string, file: string): boolean {
  const rules = IgnoreRules.above(join(root, dirname(file)));
  if (rules.excludes(join(root, file), false)) return true;
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder))
    if (rules.excludes(join(root, folder), true)) return true;
  return false;
}
