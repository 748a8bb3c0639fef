import * as z from 'zod/mini';
import type { DueStep } from '../index/changeSummary';
import { isoWithOffset } from '../model/time/isoWithOffset';
import type { PendingPhase } from '../pending/pendingRow';
import type { PendingGroup, PlacedRow } from '../pending/pendingView';

const nullableText = z.nullable(z.string());
const count = z.int().check(z.nonnegative());

/** The machine-readable answer of `pending`. */
export const pendingReportSchema = z.strictObject({
  version: z.literal(1),
  groups: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      items: z.array(
        z.strictObject({
          id: nullableText,
          file: z.string(),
          title: z.string(),
          status: z.string(),
          start: nullableText,
          end: nullableText,
          /** Its windows, where it has several. */
          phases: z.optional(
            z.array(z.strictObject({ name: z.string(), start: z.string(), end: z.string() })),
          ),
          customer: nullableText,
          environments: z.array(z.string()),
          waitsOn: z.enum(['us', 'customer', 'partner', 'nobody']),
          done: count,
          steps: count,
          /** The open steps that are due by now; lines count from 1. */
          due: z.optional(z.array(z.strictObject({ text: z.string(), line: z.int(), at: z.string() }))),
          /** It is rolled back: `done` and `steps` are those of the rollback. */
          goesBack: z.optional(z.literal(true)),
          findings: count,
        }),
      ),
    }),
  ),
});

export type PendingReport = z.infer<typeof pendingReportSchema>;

/**
 * Makes the report of groups of pending changes.
 *
 * @param shown gives a file's path as shown to the user
 */
export function pendingReport(
  groups: readonly PendingGroup[],
  shown: (file: string) => string,
): PendingReport {
  return {
    version: 1,
    groups: groups.map(({ key, title, rows }) => ({
      key,
      title,
      items: rows.map((placed) => itemOf(placed, shown)),
    })),
  };
}

function itemOf(
  { row, due }: PlacedRow,
  shown: (file: string) => string,
): PendingReport['groups'][0]['items'][0] {
  const { id = null, title, status, start, end, zone, customer = null, environments, marks } = row;
  const { waitsOn, done, steps } = row;
  return {
    id,
    file: shown(row.file),
    title,
    status,
    start: start === undefined ? null : isoWithOffset(start, zone),
    end: end === undefined ? null : isoWithOffset(end, zone),
    ...(row.phases.length > 0 ? { phases: row.phases.map((phase) => phaseOf(phase, zone)) } : {}),
    customer,
    environments: [...environments],
    waitsOn,
    done,
    steps,
    ...(row.goesBack ? { goesBack: true as const } : {}),
    ...(due > 0 ? { due: row.due.slice(0, due).map((step) => dueOf(step, zone)) } : {}),
    findings: marks.errors + marks.warnings + marks.infos,
  };
}

function phaseOf({ name, start, end }: PendingPhase, zone: string) {
  return { name, start: isoWithOffset(start, zone), end: isoWithOffset(end, zone) };
}

function dueOf({ text, line, at }: DueStep, zone: string) {
  return { text, line: line + 1, at: isoWithOffset(at, zone) };
}
