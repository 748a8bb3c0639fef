import { notify } from '../../core/actions/notify';
import { noticeSense } from '../../core/notices/noticeSense';
import { changeFor } from '../documents/editableRecord';
import { actOnRecord } from '../git/actOnRecord';
import type { ActionResult } from '../git/commitInEditor';
import { commandArguments } from '../input/commandArguments';
import { ownNameIn } from '../session/ownNameIn';
import type { CommandParts } from './runCommand';

/** `Changebook: Mark Notice as Sent…`: adds a notice to the log of those that were sent, as one commit. */
export async function markNoticeSent(
  { sessions }: CommandParts,
  asked: unknown,
  more: unknown,
): Promise<ActionResult | undefined> {
  const said = commandArguments(asked, more);
  const target = await changeFor(sessions, said.record);
  if (!target) return undefined;
  // Whoever commits has sent it, where git knows them.
  const by = said.text('by') ?? (await ownNameIn(target.session));
  return actOnRecord(target, notify(noticeSense), said, {
    ...(by === '' ? {} : { answers: { by } }),
    orEdit: true,
  });
}
