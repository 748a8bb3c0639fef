import type { NoticeDraft } from '../core/notices/draftNotice';
import { inChunks } from '../core/notices/recipients';
import { mailFile } from '../node/notices/mailFile';
import { type Call, say } from './command';
import { UsageError } from './io';
import type { NamedRecord } from './namedRecord';
import { writeOutput } from './writeOutput';

/** Writes a draft as mail files: one, or one for each hundred blind copies. */
export async function draftMails(
  call: Call,
  draft: NoticeDraft,
  { workspace, language }: NamedRecord,
): Promise<void> {
  if (draft.channel !== 'mail') throw new UsageError(say(language, 'noMail', { kind: draft.kind }));
  const chunks = inChunks(draft.recipients.hidden);
  const several = chunks.length > 1;
  const output = call.text('output');
  if (several && output === undefined) {
    throw new UsageError(say(language, 'severalMails', { count: chunks.length }));
  }
  for (const [index, hidden] of (chunks.length === 0 ? [[]] : chunks).entries()) {
    const content = await mailFile({ draft, hidden, date: workspace.now });
    const numbered = output?.replace(/(\.[^./\\]*)?$/, (ending) => `-${index + 1}${ending}`);
    writeOutput(call, language, content.toString('utf8'), several ? numbered : output);
  }
}
