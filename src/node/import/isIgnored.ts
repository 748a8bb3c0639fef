import { join } from 'node:path';
import { IgnoreRules } from '../ignoreRules';

/** Whether a workspace's files in a place are passed over, so that a record there would be none. */
export function isIgnored(root: string, file: string): boolean {
  let rules = IgnoreRules.above(root);
  let here = root;
  const names = file.split('/');
  for (const name of names.slice(0, -1)) {
    here = join(here, name);
    if (rules.excludes(here, true)) return true;
    rules = rules.entering(here);
  }
  return rules.excludes(join(root, file), false);
}
