import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import { endUsersFile, largestUsersFile } from '../../core/notices/endUsersFile';
import { PathsInside } from '../pathsInside';

/** The text of a customer's file of end users, which lies inside the workspace; nothing where there is none. */
export function endUsersText(
  root: string,
  config: WorkspaceConfig,
  customer: string | undefined,
): string | undefined {
  const path = endUsersFile(config, customer);
  if (!path || !new PathsInside(root).exists(path)) return undefined;
  const stats = statSync(join(root, path));
  return stats.isFile() && stats.size <= largestUsersFile
    ? readFileSync(join(root, path), 'utf8')
    : undefined;
}
