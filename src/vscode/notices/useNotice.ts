import * as vscode from 'vscode';
import { channelChoice } from '../../core/model/vocabulary/noticeChoices';
import { choiceIn } from '../../core/model/vocabulary/vocabulary';
import type { NoticeDraft } from '../../core/notices/draftNotice';
import { longestMailto, mailtoAddress } from '../../core/notices/mailtoAddress';
import { commandIds } from '../commandIds';
import type { EditableChange } from '../documents/editableRecord';
import { plainOf } from './shownDraft';

/** What a page may ask to do with its notice. */
export type NoticeUse = 'copyPlain' | 'copySubject' | 'openMail' | 'saveMail' | 'markSent';

/** Does something with a notice that may go out. Gives what the page says of it, where it does not show by itself. */
export async function useNotice(
  use: NoticeUse,
  target: EditableChange,
  draft: NoticeDraft,
): Promise<string | undefined> {
  if (use === 'copyPlain') await vscode.env.clipboard.writeText(plainOf(draft));
  if (use === 'copySubject') await vscode.env.clipboard.writeText(draft.subject);
  // In restricted mode nothing is started and nothing is changed.
  if (!vscode.workspace.isTrusted) return undefined;
  if (use === 'markSent') await markSent(target, draft);
  if (draft.channel !== 'mail') return undefined;
  if (use === 'openMail') return openMail(target, draft);
  return use === 'saveMail' ? saveMail(target, draft) : undefined;
}

async function markSent({ document, record }: EditableChange, draft: NoticeDraft): Promise<void> {
  const channel = choiceIn(record.language, channelChoice.choices, draft.channel);
  const words = { kind: draft.kind, channel };
  await vscode.commands.executeCommand(commandIds.markNoticeSent, document.uri, words);
}

/** Opens the mail program; where it would take no address so long, it offers a file instead. */
async function openMail(target: EditableChange, draft: NoticeDraft): Promise<string | undefined> {
  const address = mailtoAddress(draft);
  const tooLong = address.length > longestMailto;
  // A `Uri` is written anew and loses what is encoded in its query; the editor takes the text too, and leaves it as it is.
  if (!tooLong && (await vscode.env.openExternal(address as unknown as vscode.Uri))) return undefined;
  const why = tooLong
    ? vscode.l10n.t(
        'This notice is too long to be handed to a mail program ({0} of {1} characters). A mail file holds all of it.',
        address.length,
        longestMailto,
      )
    : vscode.l10n.t('No mail program took the notice. A mail file can be opened by any of them.');
  const save = vscode.l10n.t('Save .eml…');
  return (await vscode.window.showInformationMessage(why, save)) === save
    ? saveMail(target, draft)
    : undefined;
}

async function saveMail(target: EditableChange, draft: NoticeDraft): Promise<string | undefined> {
  const { record, session } = target;
  return session.backend.saveMail?.(draft, record.data.id ?? 'notice', session.input().now);
}
