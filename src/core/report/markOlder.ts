import type { Severity } from '../findings/finding';
import { anchorOf } from './fingerprints';
import type { ReportedFileFinding } from './reportedFinding';

/** What was found before a change. */
export interface FoundBefore {
  readonly findings: readonly ReportedFileFinding[];
  /** The files that it was looked for in; undefined where that was everywhere. What was found elsewhere is as before. */
  readonly concerned: ReadonlySet<string> | undefined;
  /** The names that renamed files had, by those of today. */
  readonly renamed: ReadonlyMap<string, string>;
}

const weight: { readonly [severity in Severity]: number } = { info: 0, warning: 1, error: 2 };

/**
 * Marks findings that were there before, which then are information. A finding was there when the same sentence was
 * said of the same field or text, and was as bad: one that became worse came with the change.
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
    const at = severities?.findIndex((severity) => weight[severity] >= weight[finding.severity]) ?? -1;
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
