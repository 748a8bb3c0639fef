import type { Finding } from '../findings/finding';
import { withoutControlCharacters } from '../model/text/controlCharacters';
import { docsOf, messageOf } from '../rules/renderFinding';
import type { ToldFinding } from './toldFinding';

/** Puts a finding into words. */
export function tellFinding(finding: Finding): ToldFinding {
  const { rule, severity, range, fixes = [], waived, args } = finding;
  return {
    rule,
    severity,
    message: {
      en: withoutControlCharacters(messageOf(finding, 'en')),
      es: withoutControlCharacters(messageOf(finding, 'es')),
    },
    range,
    docs: docsOf(rule),
    fixable: fixes.length > 0,
    certain: fixes.some((fix) => fix.certain),
    ...(typeof args.key === 'string' ? { about: args.key } : {}),
    ...(waived ? { waived } : {}),
  };
}
