import type { Severity } from '../findings/finding';
import type { ReportedFileFinding } from '../report/reportedFinding';

const weight: { readonly [severity in Severity]: number } = { info: 0, warning: 1, error: 2 };

/**
 * What the rules from before find in records and those of today do not, or find less bad. A finding is still there
 * where the same is said of the same place, or where its rule complains about that record in another way that the
 * change has to answer for; what counts as older is no such complaint.
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
      weight[finding.severity] >= weight[wanted.finding.severity];
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
