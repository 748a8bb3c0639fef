import { perConfig } from '../config/perConfig';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import { roleNamed } from '../model/vocabulary/roleNamed';

/** The holders of each role as the configuration writes them, from all rows of `approvals`. */
export const roleHolders = perConfig(({ data }: WorkspaceConfig): ReadonlyMap<string, readonly string[]> => {
  const holders = new Map<string, string[]>();
  for (const row of data.approvals ?? []) {
    for (const [written, people] of Object.entries(row.holders ?? {})) {
      const role = roleNamed(written);
      holders.set(role, [...(holders.get(role) ?? []), ...people]);
    }
  }
  return holders;
});
