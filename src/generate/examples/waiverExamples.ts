import { change, changeFile as file } from './changeExample';
import type { RuleExamples } from './ruleExample';

const friday = 'schedule: { start: 2026-11-27T22:00+01:00, duration: 1h }\n';
const thursday = 'schedule: { start: 2026-11-26T22:00+01:00, duration: 1h }\n';

function waiver(parts: string): string {
  return `waivers:\n  - { rule: schedule/friday, ${parts} }\n`;
}

/** Examples for the rules about waivers. */
export const waiverExamples: RuleExamples = {
  'waiver/invalid': {
    file,
    wrong: change(`${friday}${waiver('by: Rita Mas')}`),
    right: change(`${friday}${waiver('by: Rita Mas, reason: The shop closes at weekends')}`),
  },
  'waiver/expired': {
    file,
    wrong: change(
      `${friday}${waiver('by: Rita Mas, reason: The shop closes at weekends, until: 2026-10-31')}`,
    ),
    right: change(
      `${friday}${waiver('by: Rita Mas, reason: The shop closes at weekends, until: 2026-11-30')}`,
    ),
  },
  'waiver/unused': {
    file,
    wrong: change(`${thursday}${waiver('by: Rita Mas, reason: The shop closes at weekends')}`),
    right: change(thursday),
  },
};
