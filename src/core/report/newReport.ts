import * as z from 'zod/mini';
import { pushReportSchema } from './pushReport';

/** The machine-readable answer of `new`. */
export const newReportSchema = z.strictObject({
  version: z.literal(1),
  type: z.enum(['procedure', 'change', 'ticket']),
  id: z.string(),
  file: z.string(),
  title: z.nullable(z.string()),
  language: z.enum(['en', 'es']),
  /** The procedure that it was created from, with its version. */
  procedure: z.nullable(z.string()),
  /** The start of its window, with the offset of its zone. */
  start: z.nullable(z.string()),
  /** What nobody knows yet, with its line from 1 and, of a field, the command that fills it in. */
  open: z.array(z.strictObject({ name: z.string(), line: z.int(), command: z.nullable(z.string()) })),
  /** Of an emergency made by `new hotfix`: what comes next. */
  emergency: z.optional(
    z.strictObject({
      /** The change whose versions it goes on from. */
      after: z.nullable(z.string()),
      /** Other procedures that may have been meant. */
      procedures: z.array(z.string()),
      /** The roles as which somebody else approves it: all of them, or any one. */
      roles: z.array(z.strictObject({ role: z.string(), holders: z.array(z.string()) })),
      everyRole: z.boolean(),
      /** What keeps it from being deployed besides. */
      shut: z.array(z.strictObject({ rule: z.nullable(z.string()), message: z.string() })),
      /** What is asked for before it is done. */
      due: z.array(z.strictObject({ rule: z.string(), message: z.string() })),
    }),
  ),
  written: z.boolean(),
  /** Its first commit, if one was made. */
  commit: z.nullable(z.string()),
  /** What became of it with `--push`. */
  push: z.optional(pushReportSchema),
  /** The text of the record if it was not written. */
  text: z.nullable(z.string()),
});

export type NewReport = z.infer<typeof newReportSchema>;
