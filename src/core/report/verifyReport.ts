import * as z from 'zod/mini';

const told = z.strictObject({ code: z.string(), message: z.string() });

/** The machine-readable answer of `verify` about a receipt. */
export const verifyReportSchema = z.strictObject({
  version: z.literal(1),
  path: z.string(),
  outcome: z.enum(['same', 'differs', 'unverifiable']),
  /** Why it is not the same, or why nobody can tell. */
  differences: z.array(told),
  /** What is worth knowing, and no difference. */
  information: z.array(told),
});

export type VerifyReport = z.infer<typeof verifyReportSchema>;
