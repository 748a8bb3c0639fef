import * as vscode from 'vscode';
import type { NoticeState } from '../../core/model/messages/noticeMessages';
import { noticeKindChoice } from '../../core/model/vocabulary/choices';
import { choiceNamed } from '../../core/model/vocabulary/vocabulary';
import { changeFor } from '../documents/editableRecord';
import { commandArguments } from '../input/commandArguments';
import { NothingChangedError } from '../input/nothingChangedError';
import type { Sessions } from '../session/sessions';

/** Which notice a call of the command asks for; undefined where the user gives up picking a change. */
export async function noticeWish(
  sessions: Sessions,
  asked: unknown,
  more: unknown,
): Promise<NoticeState | undefined> {
  const args = commandArguments(asked, more);
  const target = await changeFor(sessions, args.record);
  if (!target) return undefined;
  const written = args.text('kind');
  const kind = written === undefined ? undefined : choiceNamed(noticeKindChoice.choices, written);
  if (written !== undefined && kind === undefined)
    throw new NothingChangedError(vscode.l10n.t('there is no notice “{0}”', written));
  const language = args.text('language');
  return {
    record: target.document.uri.toString(),
    ...(kind === undefined ? {} : { kind }),
    ...(language === 'en' || language === 'es' ? { language } : {}),
  };
}
