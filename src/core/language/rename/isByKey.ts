import type { WorkspaceConfig } from '../../config/workspaceConfig';
import { plainName } from '../../model/text/plainName';
import type { Mention } from '../mentions/mention';

/** Whether a text writes a customer by its key, the name of its file, and not by the name in it, which may be nearly the same. */
export function isByKey({ kind, key, written }: Mention, { customers }: WorkspaceConfig): boolean {
  if (kind !== 'customer' || plainName(written) !== key) return false;
  return written === key || plainName(customers.get(key)?.name ?? '') !== key;
}
