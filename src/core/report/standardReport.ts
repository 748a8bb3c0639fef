import * as z from 'zod/mini';
import type { StandardRow } from '../pending/standardCatalogue';

const count = z.int().check(z.nonnegative());

/** The machine-readable answer of `pending --standard`. */
export const standardReportSchema = z.strictObject({
  version: z.literal(1),
  procedures: z.array(
    z.strictObject({
      id: z.nullable(z.string()),
      file: z.string(),
      title: z.string(),
      version: z.nullable(z.string()),
      /** By field, the values of the changes that it is approved for. */
      when: z.record(z.string(), z.array(z.union([z.string(), z.number()]))),
      until: z.nullable(z.string()),
      maxFailures: count,
      inForce: z.boolean(),
      /** Why it is not in force. */
      why: z.optional(
        z.enum(['noConditions', 'twin', 'ended', 'withdrawn', 'denied', 'edited', 'unverified', 'open']),
      ),
      /** The roles that have approved it, and those that have not. */
      approved: z.array(z.string()),
      missing: z.array(z.string()),
      /** Its standard changes; of those that ended, how many went well; how many failed since it was approved. */
      changes: count,
      ended: count,
      successful: count,
      failures: count,
    }),
  ),
});

type StandardReport = z.infer<typeof standardReportSchema>;

/** Makes the report of the catalogue of standard changes. `shown` gives a file's path as shown to the user. */
export function standardReport(
  rows: readonly StandardRow[],
  shown: (row: StandardRow) => string,
): StandardReport {
  return {
    version: 1,
    procedures: rows.map((row) => {
      const { entry, state, all, ended, well } = row;
      const { terms, flaw, approved, missing, failures } = state;
      return {
        id: entry.summary.id ?? null,
        file: shown(row),
        title: entry.summary.title,
        version: entry.summary.version ?? null,
        when: Object.fromEntries(terms.when.map(([field, values]) => [field, [...values]])),
        until: terms.until ?? null,
        maxFailures: terms.mostFailures,
        inForce: flaw === undefined,
        ...(flaw ? { why: flaw } : {}),
        approved: [...approved.keys()],
        missing: missing.filter(Boolean),
        changes: all,
        ended,
        successful: well,
        failures,
      };
    }),
  };
}
