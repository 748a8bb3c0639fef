import { recordFor } from '../documents/editableRecord';
import { commandArguments } from '../input/commandArguments';
import { advanceTicket, isTicket } from '../moves/advanceTicket';
import { moveChange } from '../moves/moveChange';
import type { RunCommand } from './runCommand';

/**
 * `Changebook: Advance Status…`: offers the states that a change can move to, and says what each still lacks. A ticket
 * moves by itself.
 */
export const advanceStatus: RunCommand = async ({ sessions }, asked, more) => {
  const args = commandArguments(asked, more);
  const named = await recordFor(sessions, args.record);
  if (named && isTicket(named)) return advanceTicket(named, args);
  return moveChange(sessions, args);
};
