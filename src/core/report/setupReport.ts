import * as z from 'zod/mini';

/** The machine-readable answer of `init`. */
export const setupReportSchema = z.strictObject({
  version: z.literal(1),
  /** `unchanged`: it was set up before, and `missing` says what it lacks. */
  outcome: z.enum(['committed', 'written', 'planned', 'unchanged']),
  /** The workspace, from the current folder. */
  folder: z.string(),
  profile: z.nullable(z.string()),
  files: z.array(
    z.strictObject({
      file: z.string(),
      /** `there`: it was there before, and stays as it is. */
      state: z.enum(['written', 'there']),
      /** What it would hold; only of a dry run. */
      text: z.nullable(z.string()),
    }),
  ),
  /** What is worth knowing of the guesses. */
  notes: z.array(z.string()),
  /** What a workspace still lacks that was set up before. */
  missing: z.array(z.string()),
  commit: z.nullable(z.string()),
  subject: z.nullable(z.string()),
});

export type SetupReport = z.infer<typeof setupReportSchema>;
