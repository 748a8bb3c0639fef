import { acceptRisk as acceptedRisk } from '../../core/actions/acceptRisk';
import { changeFor } from '../documents/editableRecord';
import { actOnRecord } from '../git/actOnRecord';
import type { ActionResult } from '../git/commitInEditor';
import { commandArguments } from '../input/commandArguments';
import type { CommandParts } from './runCommand';

/** `Changebook: Accept Risk…`: somebody takes the risk of a change, as one commit. */
export async function acceptRisk(
  { sessions }: CommandParts,
  asked: unknown,
  more: unknown,
): Promise<ActionResult | undefined> {
  const said = commandArguments(asked, more);
  const target = await changeFor(sessions, said.record);
  return target && actOnRecord(target, acceptedRisk, said, { orEdit: true });
}
