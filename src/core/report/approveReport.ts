import * as z from 'zod/mini';
import { pushReportSchema } from './pushReport';

/** The machine-readable answer of `approve`. */
export const approveReportSchema = z.strictObject({
  version: z.literal(1),
  id: z.nullable(z.string()),
  file: z.string(),
  role: z.string(),
  decision: z.enum(['approved', 'denied']),
  by: z.string(),
  /** `unchanged`: the same decision on the same content is there already; `planned`: a dry run. */
  outcome: z.enum(['committed', 'unchanged', 'planned', 'refused', 'failed']),
  /** Why not, as a code that stays the same; and as a sentence. */
  code: z.nullable(z.string()),
  message: z.string(),
  commit: z.nullable(z.string()),
  subject: z.nullable(z.string()),
  /** What became of `--push`. */
  push: z.optional(pushReportSchema),
});

export type ApproveReport = z.infer<typeof approveReportSchema>;
