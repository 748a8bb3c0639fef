import * as z from 'zod/mini';
import { pushReportSchema } from './pushReport';

/** The machine-readable answer of `agree`, `accept-risk`, `waive`, `notify` and `commit`. */
export const actionReportSchema = z.strictObject({
  version: z.literal(1),
  id: z.nullable(z.string()),
  file: z.string(),
  action: z.enum(['agree', 'accept-risk', 'waive', 'notify', 'create']),
  /** Who agrees, accepts the risk, answers for the waiver, or sent the notice. */
  by: z.nullable(z.string()),
  /** The start that was agreed on, as it is written; the rule that is waived; the kind of notice. */
  target: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  /**
   * `unchanged`: it is so already; `planned`: a dry run; `edited`: only the file was written; `refused`: the record
   * speaks against it; `failed`: git or the disk does.
   */
  outcome: z.enum(['committed', 'unchanged', 'planned', 'edited', 'refused', 'failed']),
  /** Why not, as a code that stays the same; and as a sentence. */
  code: z.nullable(z.string()),
  message: z.string(),
  commit: z.nullable(z.string()),
  subject: z.nullable(z.string()),
  /** What became of `--push`. */
  push: z.optional(pushReportSchema),
});

export type ActionReport = z.infer<typeof actionReportSchema>;
