import { approve as approval } from '../../core/actions/approve';
import { changeFor } from '../documents/editableRecord';
import { actOnRecord } from '../git/actOnRecord';
import type { ActionResult } from '../git/commitInEditor';
import { commandArguments } from '../input/commandArguments';
import type { CommandParts } from './runCommand';

/** `Changebook: Approve…`: decides on a change in a role, bound by a digest to what it says, as one commit. */
export async function approve(
  { sessions }: CommandParts,
  asked: unknown,
  more: unknown,
): Promise<ActionResult | undefined> {
  const said = commandArguments(asked, more);
  const target = await changeFor(sessions, said.record);
  return target && actOnRecord(target, approval, said, { asksCommitter: true });
}
