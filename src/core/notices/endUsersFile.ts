import { customerNamed, type WorkspaceConfig } from '../config/workspaceConfig';
import { resolvePath } from '../model/text/paths';

/** A file of end users that is larger, in bytes, is not read. */
export const largestUsersFile = 20_000_000;

/** Where a customer's file of end users lies inside the workspace; undefined where there is none. */
export function endUsersFile(config: WorkspaceConfig, customer: string | undefined): string | undefined {
  const written = customerNamed(config, customer)?.end_users;
  return written === undefined ? undefined : resolvePath('x', written);
}
