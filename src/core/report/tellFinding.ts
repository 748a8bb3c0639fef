import type { Finding } from '../findings/finding';
import { withoutSteering } from '../model/text/steering';
import { docsOf, messageOf } from '../rules/renderFinding';
import type { ToldFinding } from './toldFinding';

/** Puts a finding into words. */
export function tellFinding(finding: Finding): ToldFinding {
  const { rule, severity, range, fixes = [], waived, args } = finding;
  return {
    rule,
    severity,
    message: { en: withoutSteering(messageOf(finding, 'en')), es: withoutSteering(messageOf(finding, 'es')) },
    range,
    docs: docsOf(rule),
    fixable: fixes.length > 0,
    certain: fixes.some((fix) => fix.certain),
    ...(typeof args.key === 'string' ? { about: args.key } : {}),
    ...(waived ? { waived } : {}),
  };
}
