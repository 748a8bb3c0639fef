import * as z from 'zod/mini';

const position = z.strictObject({ line: z.int().check(z.positive()), column: z.int().check(z.positive()) });
const count = z.int().check(z.nonnegative());

/** The machine-readable report of `check`. Lines and columns count from 1, columns in UTF-16 units. */
export const checkReportSchema = z.strictObject({
  version: z.literal(1),
  summary: z.strictObject({ files: count, records: count, errors: count, warnings: count, infos: count }),
  findings: z.array(
    z.strictObject({
      file: z.string(),
      rule: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      message: z.string(),
      start: position,
      end: position,
      docs: z.string(),
      fixable: z.boolean(),
      /** Whether it is older than the change that `--since` checks. Then it counts as information. */
      older: z.optional(z.boolean()),
    }),
  ),
});

export type CheckReport = z.infer<typeof checkReportSchema>;
