import type { Finding } from '../findings/finding';
import { reportedFinding } from '../report/reportedFinding';
import { ruleById } from '../rules/registry';
import type { ScheduleFinding } from './workspaceDiff';

/** What the rules of the schedule find of a record and did not find before. */
export function newScheduleFindings(now: readonly Finding[], before: readonly Finding[]): ScheduleFinding[] {
  const told = (finding: Finding): ScheduleFinding => {
    const { rule, severity, message } = reportedFinding(finding);
    return { rule, severity, message };
  };
  const known = before.map((finding) => JSON.stringify(told(finding)));
  return now
    .filter(({ rule }) => ruleById(rule)?.about === 'start')
    .map(told)
    .filter((finding) => {
      const at = known.indexOf(JSON.stringify(finding));
      if (at >= 0) known.splice(at, 1);
      return at < 0;
    });
}
