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
  /** Parties who should be told but have no known address. */
  unreached: z.array(z.string()),
  /** Texts in place of a mail address that are not addresses. */
  refused: z.array(z.string()),
  /** Missing required values, with the fields that they belong to. */
  missing: z.array(
    z.strictObject({
      variable: z.string(),
      field: z.string(),
      file: z.enum(['record', 'customer', 'config']),
    }),
  ),
  /** Placeholders that are still in the text. */
  placeholders: z.array(z.string()),
  /** Why it must not be sent, as a code; null where it may be. */
  unfit: z.nullable(z.enum(['early', 'past', 'over', 'notInService', 'notCarriedOut'])),
  /** File name of the team's template; null for a built-in one. */
  template: z.nullable(z.string()),
});

type DraftReport = z.infer<typeof draftReportSchema>;

/** Makes the report of a draft; `file` is the record's path as shown to the user. */
export function draftReport(draft: NoticeDraft, id: string | undefined, file: string): DraftReport {
  const { kind, language, channel, audience, subject, markdown, html, plain, recipients } = draft;
  return {
    version: 1,
    id: id ?? null,
    file,
    kind,
    language,
    channel,
    audience,
    subject,
    markdown,
    html,
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
