import { type Severity, severityWeight } from '../findings/finding';
import { anchorOf } from './fingerprints';
import type { ReportedFileFinding } from './reportedFinding';

/** The findings before a change. */
interface FoundBefore {
  readonly findings: readonly ReportedFileFinding[];
  /** The files that were checked; undefined for all files. Findings in other files are older than the change. */
  readonly concerned: ReadonlySet<string> | undefined;
  /** The previous paths of renamed files, by their current ones. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Marks findings that are older than a change, and makes them information. A finding is older if the same sentence was
 * found for the same field or text with at least the same severity.
 */
export function markOlder(
  findings: readonly ReportedFileFinding[],
  before: FoundBefore,
): ReportedFileFinding[] {
  const known = new Map<string, Severity[]>();
  for (const { file, finding } of before.findings) {
    const key = keyOf(file, finding);
    const listed = known.get(key);
    if (listed) listed.push(finding.severity);
    else known.set(key, [finding.severity]);
  }
  return findings.map((found) => {
    const { file, finding } = found;
    if (before.concerned && !before.concerned.has(file)) return older(found);
    const severities = known.get(keyOf(before.renamed.get(file) ?? file, finding));
    const at =
      severities?.findIndex((severity) => severityWeight[severity] >= severityWeight[finding.severity]) ?? -1;
    if (at < 0) return { ...found, older: false };
    severities?.splice(at, 1);
    return older(found);
  });
}

function older({ file, finding }: ReportedFileFinding): ReportedFileFinding {
  return { file, finding: { ...finding, severity: 'info' }, older: true };
}

function keyOf(file: string, finding: ReportedFileFinding['finding']): string {
  return JSON.stringify([file, finding.rule, anchorOf(finding), finding.message.en]);
}
