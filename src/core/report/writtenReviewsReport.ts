import * as z from 'zod/mini';
import { actionReportSchema } from './actionReport';

/** The machine-readable answer of `approve --from-reviews`. */
export const writtenReviewsReportSchema = z.strictObject({
  version: z.literal(1),
  /** What became of each review that counts. */
  reviews: z.array(actionReportSchema),
  /** Why others do not count. */
  notCounted: z.array(z.strictObject({ code: z.string(), message: z.string() })),
});

export type WrittenReviewsReport = z.infer<typeof writtenReviewsReportSchema>;
