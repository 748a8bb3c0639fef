import { customerNamed, type WorkspaceConfig } from '../config/workspaceConfig';
import { resolvePath } from '../model/text/paths';

/** The largest file of end users that is read, in bytes. */
export const largestUsersFile = 20_000_000;

/** Path of a customer's file of end users in the workspace; undefined where there is none. */
export function endUsersFile(config: WorkspaceConfig, customer: string | undefined): string | undefined {
  const written = customerNamed(config, customer)?.end_users;
  return written === undefined ? undefined : resolvePath('x', written);
}
