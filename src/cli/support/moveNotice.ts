import { calledNotice } from '../../core/notices/calledNotice';
import type { NoticeDraft } from '../../core/notices/draftNotice';
import { noticeKinds } from '../../core/notices/noticeKinds';
import type { ChosenMove } from './chosenMove';
import { type Call, say } from './command';
import { RefusedError } from './io';
import type { NamedRecord } from './namedRecord';
import { draftOf, printedDraft, tellGaps, tellRecipients } from './noticeDraft';

/** The draft of the notice that a move calls for, of the change as it leaves it; undefined where there is none. */
export function noticeOf(
  call: Call,
  named: NamedRecord,
  { moved, plan }: ChosenMove,
): NoticeDraft | undefined {
  if (!moved || plan.move.to === plan.from) return undefined;
  const { config } = named.workspace.config;
  const name = plan.sent ?? calledNotice(moved, config);
  const kind = noticeKinds.find((known) => known.name === name);
  return kind && draftOf(call, named, moved, kind);
}

/** Refuses to mark a notice as sent that still lacks something. */
export function mustBeFit(call: Call, named: NamedRecord, chosen: ChosenMove): void {
  const draft = call.has('sent') ? noticeOf(call, named, chosen) : undefined;
  if (draft && tellGaps(call, draft, named.language))
    throw new RefusedError(say(named.language, 'unfitNotice'));
}

/** Prints the draft of a notice for people. */
export function printNotice(call: Call, { language }: NamedRecord, draft: NoticeDraft): void {
  tellRecipients(call, draft, language);
  call.io.out(`\n${printedDraft(draft, 'text').trimEnd()}\n`);
  tellGaps(call, draft, language);
}
