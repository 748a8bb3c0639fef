import { agree } from '../../core/actions/agree';
import { changeFor } from '../documents/editableRecord';
import { actOnRecord } from '../git/actOnRecord';
import type { ActionResult } from '../git/commitInEditor';
import { commandArguments } from '../input/commandArguments';
import type { CommandParts } from './runCommand';

/** `Changebook: Record Agreement…`: the customer agrees to the start of a change, as one commit. */
export async function recordAgreement(
  { sessions }: CommandParts,
  asked: unknown,
  more: unknown,
): Promise<ActionResult | undefined> {
  const said = commandArguments(asked, more);
  const target = await changeFor(sessions, said.record);
  return target && actOnRecord(target, agree, said, { orEdit: true });
}
