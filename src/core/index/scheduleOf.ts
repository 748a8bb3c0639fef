import type { RecordSummary } from './recordSummary';
import { supersededBy } from './supersededBy';

/** Everything of a record that the schedules of others look at, as one text to compare. */
export function scheduleOf(summary: RecordSummary | undefined): string {
  const change = summary?.change;
  if (!change) return '';
  const { start, end, actualStart, actualEnd, deploymentType, severity, customer } = change;
  const { environments, components, assignee, startAt, phases } = change;
  return JSON.stringify([
    ...[summary.id, summary.stage, supersededBy(summary), start, end, actualStart, actualEnd],
    ...[deploymentType, severity, customer, environments, components, assignee, phases],
    start === undefined ? undefined : startAt,
  ]);
}
