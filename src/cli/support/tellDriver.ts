import { driverState } from '../../node/merge/driverState';
import { workspaceRootOf } from '../../node/workspaceRoot';
import type { CheckResult } from './checked';
import { type Call, isPipeline, say } from './command';

/**
 * Tells people that git could merge records by their fields and steps: where the repository asks for it and this clone
 * cannot yet, and where merging line by line has left a conflict.
 */
export async function tellDriver(call: Call, { findings, language }: CheckResult): Promise<void> {
  if (isPipeline(call.io.env)) return;
  const state = await driverState(workspaceRootOf(call.io.cwd));
  const conflict = findings.some(({ finding }) => finding.rule === 'format/merge-conflict');
  if (state === 'missing') call.tell(say(language, 'merge_missing'));
  else if (state === 'none' && conflict) call.tell(say(language, 'merge_possible'));
}
