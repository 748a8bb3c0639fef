import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { customerNamed, type WorkspaceConfig } from '../../core/config/workspaceConfig';
import { resolvePath } from '../../core/index/paths';
import { PathsInside } from '../pathsInside';

const largestFile = 20_000_000;

/** The text of a customer's file of end users, which lies inside the workspace; nothing where there is none. */
export function endUsersText(
  root: string,
  config: WorkspaceConfig,
  customer: string | undefined,
): string | undefined {
  const written = customerNamed(config, customer)?.end_users;
  const path = written === undefined ? undefined : resolvePath('x', written);
  if (!path || !new PathsInside(root).exists(path)) return undefined;
  const stats = statSync(join(root, path));
  return stats.isFile() && stats.size <= largestFile ? readFileSync(join(root, path), 'utf8') : undefined;
}
