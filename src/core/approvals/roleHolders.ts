import type { WorkspaceConfig } from '../config/workspaceConfig';
import { roleNamed } from '../model/vocabulary/roleNamed';

const known = new WeakMap<WorkspaceConfig, ReadonlyMap<string, readonly string[]>>();

/** The holders of each role as the configuration writes them, from all rows of `approvals`. */
export function roleHolders(config: WorkspaceConfig): ReadonlyMap<string, readonly string[]> {
  let holders = known.get(config);
  if (!holders) {
    holders = readHolders(config);
    known.set(config, holders);
  }
  return holders;
}

function readHolders({ data }: WorkspaceConfig): Map<string, string[]> {
  const holders = new Map<string, string[]>();
  for (const row of data.approvals ?? []) {
    for (const [written, people] of Object.entries(row.holders ?? {})) {
      const role = roleNamed(written);
      holders.set(role, [...(holders.get(role) ?? []), ...people]);
    }
  }
  return holders;
}
