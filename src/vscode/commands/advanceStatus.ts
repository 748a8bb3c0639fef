import { recordFor } from '../documents/editableRecord';
import type { ActionResult } from '../git/commitInEditor';
import { commandArguments } from '../input/commandArguments';
import { advanceTicket, isTicket } from '../moves/advanceTicket';
import { moveByState, moveChange } from '../moves/moveChange';
import type { CommandParts } from './runCommand';

/**
 * `Changebook: Advance Status…`: offers the states that a change can move to, and says what each still lacks. A ticket
 * moves by itself.
 */
export async function advanceStatus(
  { sessions }: CommandParts,
  asked: unknown,
  more: unknown,
): Promise<ActionResult | undefined> {
  const said = commandArguments(asked, more);
  const named = await recordFor(sessions, said.record);
  if (named && isTicket(named)) return advanceTicket(named, said);
  return moveChange(sessions, said, moveByState);
}
