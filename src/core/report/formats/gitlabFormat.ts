import type { Severity } from '../../findings/finding';
import { fingerprintsOf } from '../fingerprints';
import type { ReportFormat } from './reportFormat';

/** GitLab's severities. Its higher ones are for problems in production. */
const severities: { readonly [severity in Severity]: string } = {
  error: 'major',
  warning: 'minor',
  info: 'info',
};

/** GitLab's Code Quality report, which merge requests compare with that of the target branch. */
export const gitlabFormat: ReportFormat = {
  render({ findings, language }) {
    const fingerprints = fingerprintsOf(findings);
    const issues = findings.map(({ file, finding }, index) => {
      const { stem = '', ordinal = 1 } = fingerprints[index] ?? {};
      const { start, end } = finding.range;
      return {
        description: finding.message[language],
        check_name: finding.rule,
        fingerprint: `${stem}${ordinal}`,
        severity: severities[finding.severity],
        location: { path: file, lines: { begin: start.line + 1, end: end.line + 1 } },
      };
    });
    return `${JSON.stringify(issues, undefined, 2)}\n`;
  },
};
