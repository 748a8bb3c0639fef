import * as vscode from 'vscode';
import { noticeAction } from '../../core/actions/noticeAction';
import { zoneFor } from '../../core/config/recordZone';
import { languageOf } from '../../core/model/text/localized';
import { noticeKindChoice } from '../../core/model/vocabulary/choices';
import { choiceNamed } from '../../core/model/vocabulary/vocabulary';
import { closedNotice } from '../../core/notices/closedNotice';
import { changeFor, type EditableChange } from '../documents/editableRecord';
import type { ActionResult } from '../git/commitInEditor';
import { commitAction, nameOf } from '../git/recordAction';
import { askWords } from '../input/askWords';
import { saidWords } from '../input/saidWords';
import type { Choice } from '../input/steppedInput';
import { ownNameIn } from '../session/ownNameIn';
import type { Sessions } from '../session/sessions';

type Kind = keyof typeof noticeKindChoice.choices;

/** `Changebook: Mark Notice as Sent…`: adds a notice to the log of those that were sent, as one commit. */
export async function markNoticeSent(
  sessions: Sessions,
  asked: unknown,
  more: unknown,
): Promise<ActionResult | undefined> {
  const said = saidWords(asked, more);
  const target = await changeFor(sessions, said.record);
  if (!target) return undefined;
  const by = said.text('by') ?? (await ownNameIn(target.session));
  const words = await askWords(vscode.l10n.t('Notice of {0}', nameOf(target)), said, [
    {
      name: 'kind',
      prompt: vscode.l10n.t('Which notice was sent?'),
      choices: kindChoices(target),
      guess: nextKind(target),
    },
    {
      name: 'channel',
      prompt: vscode.l10n.t('How was it sent?'),
      guess: target.record.data.notifications?.at(-1)?.channel ?? vscode.l10n.t('mail'),
    },
    ...(by === '' ? [{ name: 'by', prompt: vscode.l10n.t('Who sent it?') }] : []),
  ]);
  const kind = words && choiceNamed(noticeKindChoice.choices, words.kind ?? '');
  if (!kind) return undefined;
  const { config, now } = target.session.input();
  const sender = by === '' ? (words.by ?? '') : by;
  const moment = { at: now, zone: zoneFor(target.record, config) };
  const action = noticeAction({ kind, channel: words.channel, by: sender, ...moment }, (change) =>
    closedNotice(change, kind, config),
  );
  return commitAction(target, action, {
    already: vscode.l10n.t('The record says so already.'),
    orEdit: true,
  });
}

/** The kinds of notice, those that were sent already with when. */
function kindChoices({ record }: EditableChange): Choice<string>[] {
  const language = languageOf(vscode.env.language);
  const sent = record.data.notifications ?? [];
  return Object.entries(noticeKindChoice.choices).map(([kind, [es, meaning]]) => {
    const last = sent.findLast((notice) => notice.kind === kind);
    return {
      label: language === 'es' ? es : kind,
      description: last ? vscode.l10n.t('sent {0}', last.at ?? '') : '',
      detail: meaning[language],
      value: kind,
    };
  });
}

/** What each state usually tells people. */
const usual: { readonly [status: string]: readonly Kind[] } = {
  to_do: ['approval_request'],
  in_progress: ['approval_request', 'agreement_request'],
  to_be_reviewed: ['agreement_request', 'users'],
  to_be_released: ['users', 'start'],
  releasing: ['start', 'end'],
  in_testing: ['end', 'qa_results', 'announcement'],
  done: ['end', 'announcement', 'closing'],
};

function nextKind({ record }: EditableChange): Kind | undefined {
  const { status = 'to_do', outcome, notifications } = record.data;
  const sent = new Set(notifications?.map(({ kind }) => kind));
  const back = outcome === 'rolled_back' && status !== 'to_do' ? (['rollback'] as const) : [];
  return [...back, ...(usual[status] ?? [])].find((kind) => !sent.has(kind));
}
