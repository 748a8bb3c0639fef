import { type Localized, localized } from '../model/text/localized';
import type { ReportedFileFinding } from '../report/reportedFinding';
import type { ReconcileReport } from './reconcileReport';

/** The page that explains every kind. */
const docs = 'docs/reconcile.md';

/**
 * A comparison as findings, for formats that know nothing else: each at its record, else at its row in the list, and
 * what could not be compared at the configuration.
 *
 * @param configFile the main file of the configuration
 */
export function reconcileFindings(
  { exceptions, unrecorded, sweeping, missing }: ReconcileReport,
  configFile: string,
): ReportedFileFinding[] {
  const found = exceptions.map(({ kind, message, record, deployment }) => {
    const list = deployment?.place.row === null ? undefined : deployment?.place.list;
    const file = record?.file ?? list ?? configFile;
    const line = record?.line ?? (list === undefined ? 1 : (deployment?.place.row ?? 1));
    return findingAt(`reconcile/${kind}`, file, line, same(message));
  });
  const excused = unrecorded.map(({ deployment, message, by, reason }) => {
    const { list, row } = deployment.place;
    const [file, line] = row === null ? [configFile, 1] : [list, row];
    const { finding, ...place } = findingAt('reconcile/noRecord', file, line, same(message));
    return { ...place, finding: { ...finding, severity: 'info' as const, waived: { by, reason } } };
  });
  const lacking = missing.map((message) => findingAt('reconcile/missing', configFile, 1, same(message)));
  const wide = sweeping.map(({ message }) => {
    const { finding, ...place } = findingAt('reconcile/sweeping', configFile, 1, same(message));
    return { ...place, finding: { ...finding, severity: 'warning' as const } };
  });
  return [...lacking, ...wide, ...found, ...excused];
}

function same(message: string): Localized {
  return localized(() => message);
}

function findingAt(rule: string, file: string, line: number, message: Localized): ReportedFileFinding {
  const place = { line: line - 1, column: 0 };
  return {
    file,
    finding: {
      ...{ rule, severity: 'error', message, range: { start: place, end: place }, docs },
      fixable: false,
      certain: false,
    },
  };
}
