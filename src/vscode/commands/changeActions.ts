import { acceptRisk as acceptingRisk } from '../../core/actions/acceptRisk';
import { agree } from '../../core/actions/agree';
import { approve as approving } from '../../core/actions/approve';
import type { Move } from '../../core/actions/moves';
import { notify } from '../../core/actions/notify';
import type { RecordAction } from '../../core/actions/recordAction';
import { noticeSense } from '../../core/notices/noticeSense';
import { approvableFor, changeFor } from '../documents/editableRecord';
import { type Asking, actOnRecord } from '../git/actOnRecord';
import { commandArguments } from '../input/commandArguments';
import { moveChange } from '../moves/moveChange';
import type { RunCommand } from './runCommand';

// Commands that ask what an action on a change asks, and make one commit of it.

/** `Changebook: Approve…`: decides in a role on a change, or on a procedure for its standard changes. */
export const approve: RunCommand = async ({ sessions }, asked, more) => {
  const args = commandArguments(asked, more);
  // The role, the decision and who decides.
  const target = await approvableFor(sessions, args.record, 3);
  return target && actOnRecord(target, approving, args, { asksCommitter: true });
};

/** `Changebook: Record Agreement…`: the customer agrees to the start of a change. */
export const recordAgreement = acting(agree, { orEdit: true }, 2);

/** `Changebook: Accept Risk…`: somebody takes the risk of a change. */
export const acceptRisk = acting(acceptingRisk, { orEdit: true }, 2);

/** `Changebook: Mark Notice as Sent…`: adds a notice to the log of those that were sent. */
export const markNoticeSent = acting(notify(noticeSense), { orEdit: true, byCommitter: true }, 2);

/** `Changebook: Put on Hold…`: aside, with a reason. */
export const holdChange = moving('hold');

/** `Changebook: Resume Change`: back to where it was before it was put on hold. */
export const resumeChange = moving('resume');

/** @param questions how many the action asks at least */
function acting(action: RecordAction, asking: Asking, questions: number): RunCommand {
  return async ({ sessions }, asked, more) => {
    const args = commandArguments(asked, more);
    const target = await changeFor(sessions, args.record, questions);
    return target && actOnRecord(target, action, args, asking);
  };
}

function moving(kind: Move['kind']): RunCommand {
  return ({ sessions }, asked, more) => moveChange(sessions, commandArguments(asked, more), kind);
}
