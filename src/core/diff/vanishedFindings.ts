import { severityWeight } from '../findings/finding';
import type { ReportedFileFinding } from '../report/reportedFinding';

/**
 * The findings of the previous rules that the current rules no longer make, or make with a lower severity. A finding
 * still counts as made where the current rules say the same of the same place, or where the same rule finds something
 * else in the record that is not marked as older than the change.
 */
export function vanishedFindings(
  held: readonly ReportedFileFinding[],
  now: readonly ReportedFileFinding[],
): ReportedFileFinding[] {
  const left = new Map<string, ReportedFileFinding[]>();
  for (const found of now) {
    const list = left.get(keyOf(found));
    if (list) list.push(found);
    else left.set(keyOf(found), [found]);
  }
  const taken = (wanted: ReportedFileFinding, fits: (found: ReportedFileFinding) => boolean): boolean => {
    const list = left.get(keyOf(wanted)) ?? [];
    const asBad = ({ finding }: ReportedFileFinding) =>
      severityWeight[finding.severity] >= severityWeight[wanted.finding.severity];
    const at = list.findIndex((found) => asBad(found) && fits(found));
    if (at >= 0) list.splice(at, 1);
    return at >= 0;
  };
  return held
    .filter(({ finding }) => finding.severity !== 'info')
    .filter((found) => !taken(found, (other) => saidOf(other) === saidOf(found)))
    .filter((found) => !taken(found, ({ older }) => older !== true));
}

function keyOf({ file, finding }: ReportedFileFinding): string {
  return `${file}\n${finding.rule}`;
}

function saidOf({ finding: { range, message } }: ReportedFileFinding): string {
  return `${range.start.line} ${range.start.column} ${message.en}`;
}
