import * as z from 'zod/mini';
import { actionReportSchema } from './actionReport';

/** The machine-readable answer of `update` where it is called with a procedure: that of each of its open changes. */
export const updateReportSchema = z.strictObject({
  version: z.literal(1),
  /** The procedure. */
  id: z.nullable(z.string()),
  file: z.string(),
  changes: z.array(actionReportSchema),
});

export type UpdateReport = z.infer<typeof updateReportSchema>;
