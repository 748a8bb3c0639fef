import type { WorkspaceConfig } from '../config/workspaceConfig';
import { roleNamed } from '../model/vocabulary/roleNamed';
import { roleHolders } from './roleHolders';

/**
 * The people whom a step means by `by`: the holders of a role, or a person of whom an address is known.
 *
 * @returns undefined where nobody says who that is, as for the name of a team
 */
export function performersOf(by: string, config: WorkspaceConfig): readonly string[] | undefined {
  const holders = roleHolders(config).get(roleNamed(by)) ?? [];
  if (holders.length > 0) return holders;
  return config.people.isOnlyName(by) ? undefined : [by];
}
