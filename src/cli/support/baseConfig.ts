import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import { readConfig } from '../../core/rules/readConfig';
import { baseOf } from '../../node/changedSince';
import { configAt } from '../../node/diff/configAt';
import type { Call } from './command';

/** The configuration of what a call compares with, where it names that by `--since`: a list of one, or an empty one. */
export async function baseConfig(call: Call, root: string): Promise<readonly WorkspaceConfig[]> {
  const since = call.text('since');
  const base = since === undefined ? undefined : await baseOf(root, since);
  // That there is no such revision is told by the comparison itself.
  return base && !('kind' in base) ? [readConfig(await configAt(root, base.tip ?? base.commit)).config] : [];
}
