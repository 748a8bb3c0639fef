import type { NoticeDraft } from '../../core/notices/draftNotice';
import { countMails } from '../../core/notices/recipients';
import { mailFiles, numberedPath } from '../../node/notices/mailFiles';
import { type Call, say } from './command';
import { UsageError } from './io';
import type { NamedRecord } from './namedRecord';
import { standardOutput, writeOutput } from './writeOutput';

/** Writes a draft as mail files: one, or one for each hundred blind copies. */
export async function draftMails(
  call: Call,
  draft: NoticeDraft,
  { workspace, language }: NamedRecord,
): Promise<void> {
  if (draft.channel !== 'mail') throw new UsageError(say(language, 'noMail', { kind: draft.kind }));
  const count = countMails(draft.recipients);
  const named = call.text('output');
  const output = named === standardOutput ? undefined : named;
  if (count > 1 && output === undefined) throw new UsageError(say(language, 'severalMails', { count }));
  let index = 0;
  for await (const content of mailFiles(draft, workspace.now)) {
    const path = output === undefined ? undefined : numberedPath(output, index++, count);
    writeOutput(call, language, content.toString('utf8'), path);
  }
}
