import { acceptRisk as acceptedRisk } from '../../core/actions/acceptRisk';
import { agree } from '../../core/actions/agree';
import type { RecordAction } from '../../core/actions/recordAction';
import { changeFor } from '../documents/editableRecord';
import { actOnRecord } from '../git/actOnRecord';
import type { ActionResult } from '../git/commitInEditor';
import { commandArguments } from '../input/commandArguments';
import type { Sessions } from '../session/sessions';

/** `Changebook: Record Agreement…`: the customer agrees to the start of a change, as one commit. */
export async function recordAgreement(
  sessions: Sessions,
  asked: unknown,
  more: unknown,
): Promise<ActionResult | undefined> {
  return writeDown(sessions, agree, asked, more);
}

/** `Changebook: Accept Risk…`: somebody takes the risk of a change, as one commit. */
export async function acceptRisk(
  sessions: Sessions,
  asked: unknown,
  more: unknown,
): Promise<ActionResult | undefined> {
  return writeDown(sessions, acceptedRisk, asked, more);
}

async function writeDown(
  sessions: Sessions,
  action: RecordAction,
  asked: unknown,
  more: unknown,
): Promise<ActionResult | undefined> {
  const said = commandArguments(asked, more);
  const target = await changeFor(sessions, said.record);
  return target && actOnRecord(target, action, said, { orEdit: true });
}
