import * as z from 'zod/mini';
import type { NoticeDraft } from '../notices/draftNotice';

const mailbox = z.strictObject({ name: z.optional(z.string()), address: z.string() });

/** The machine-readable answer of `draft`. */
export const draftReportSchema = z.strictObject({
  version: z.literal(1),
  id: z.nullable(z.string()),
  file: z.string(),
  kind: z.string(),
  language: z.enum(['en', 'es']),
  channel: z.string(),
  audience: z.string(),
  subject: z.string(),
  markdown: z.string(),
  text: z.string(),
  html: z.string(),
  to: z.array(mailbox),
  /** End users, whom nobody else sees. */
  bcc: z.array(mailbox),
  /** Parties that are to be told and of whom no address is known. */
  unreached: z.array(z.string()),
  /** What stands where a mail address is expected and is none. */
  refused: z.array(z.string()),
  /** Required values that are not there: where each belongs. */
  missing: z.array(
    z.strictObject({
      variable: z.string(),
      field: z.string(),
      file: z.enum(['record', 'customer', 'config']),
    }),
  ),
  /** What is still to be filled in. */
  placeholders: z.array(z.string()),
  /** Why what it tells is not so, as a code; null where nothing is known against it. */
  unfit: z.nullable(z.enum(['early', 'past', 'over', 'notInService', 'notCarriedOut'])),
  /** The team's template, by file name; null for the one that ships. */
  template: z.nullable(z.string()),
});

export type DraftReport = z.infer<typeof draftReportSchema>;

/** Makes the report of a draft; `file` is the record's path as its reader knows it. */
export function draftReport(draft: NoticeDraft, id: string | undefined, file: string): DraftReport {
  const { kind, language, channel, audience, subject, markdown, html, plain, recipients } = draft;
  return {
    ...{ version: 1, id: id ?? null, file, kind, language, channel, audience, subject, markdown, html },
    text: plain,
    to: recipients.to.map((to) => ({ ...to })),
    bcc: recipients.bcc.map((to) => ({ ...to })),
    unreached: [...recipients.unreached],
    refused: [...recipients.refused],
    missing: draft.missing.map((field) => ({ ...field })),
    placeholders: [...draft.placeholders],
    unfit: draft.obstacle?.code ?? null,
    template: draft.template ?? null,
  };
}
