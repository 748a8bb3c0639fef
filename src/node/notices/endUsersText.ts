import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import { endUsersFile, largestUsersFile } from '../../core/notices/endUsersFile';
import { bytesOf } from '../openFile';
import { PathsInside } from '../pathsInside';

/** The text of a customer's file of end users in the workspace; undefined where there is none. */
export function endUsersText(
  root: string,
  config: WorkspaceConfig,
  customer: string | undefined,
): string | undefined {
  const path = endUsersFile(config, customer);
  if (!path) return undefined;
  try {
    return bytesOf(root, new PathsInside(root).named(path), { most: largestUsersFile }).toString('utf8');
  } catch {
    // Missing, too large, or not allowed: the notice then says that its readers are not known.
    return undefined;
  }
}
