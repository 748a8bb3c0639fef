import * as z from 'zod/mini';
import { lostKinds } from '../import/lostPart';

/** The machine-readable answer of `import`. */
export const importReportSchema = z.strictObject({
  version: z.literal(1),
  sources: z.array(
    z.strictObject({
      file: z.string(),
      /** What its records say that they were imported from. */
      from: z.string(),
      rows: z.int(),
      /** How its text is encoded; null for a spreadsheet. */
      encoding: z.nullable(z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])),
      /** What separates the cells of a table; null where it is none. */
      separator: z.nullable(z.string()),
      /** The sheet of a spreadsheet that was read. */
      sheet: z.nullable(z.string()),
      dates: z.enum(['dmy', 'mdy']),
      /** The zone of times without an offset. */
      timezone: z.string(),
    }),
  ),
  /** Whether files were written. */
  written: z.boolean(),
  /** The commit, if one was made. */
  commit: z.nullable(z.string()),
  records: z.array(
    z.strictObject({
      source: z.string(),
      /** The row of the table, or the place in the list, from 1. */
      row: z.int(),
      type: z.enum(['change', 'ticket']),
      id: z.string(),
      file: z.string(),
      title: z.string(),
      status: z.string(),
      imported: z.strictObject({ from: z.string(), id: z.string(), url: z.nullable(z.string()) }),
      /** What of the row the record does not keep. */
      lost: z.array(
        z.strictObject({ kind: z.enum(lostKinds), name: z.string(), detail: z.nullable(z.string()) }),
      ),
    }),
  ),
  /** Rows that became no record, and the record or row that stands for them. */
  skipped: z.array(
    z.strictObject({
      source: z.string(),
      row: z.int(),
      id: z.nullable(z.string()),
      reason: z.enum(['imported', 'duplicate', 'noId', 'pullRequest', 'noFreeId']),
      other: z.nullable(z.string()),
    }),
  ),
  /** States that nothing is known of, and how many rows have them. */
  unknownStates: z.array(z.strictObject({ state: z.string(), rows: z.int(), status: z.string() })),
});

export type ImportReport = z.infer<typeof importReportSchema>;
