import type { Finding } from '../findings/finding';
import { reportedFinding } from '../report/reportedFinding';
import { ruleById } from '../rules/registry';
import type { ScheduleFinding } from './workspaceDiff';

/** The schedule rules' findings that are new: each previous finding cancels one that says the same. */
export function newScheduleFindings(now: readonly Finding[], before: readonly Finding[]): ScheduleFinding[] {
  const shown = (finding: Finding): ScheduleFinding => {
    const { rule, severity, message } = reportedFinding(finding);
    return { rule, severity, message };
  };
  const known = before.map((finding) => JSON.stringify(shown(finding)));
  return now
    .filter(({ rule }) => ruleById(rule)?.about === 'start')
    .map(shown)
    .filter((finding) => {
      const at = known.indexOf(JSON.stringify(finding));
      if (at >= 0) known.splice(at, 1);
      return at < 0;
    });
}
