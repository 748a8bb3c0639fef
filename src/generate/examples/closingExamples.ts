import { change, changeFile as file } from './changeExample';
import type { RuleExamples } from './ruleExample';

const ticket = '---\nid: TKT-7\ntype: ticket\nstatus: to_be_released\n';

/** Examples for the rules about what remains: tickets, the end of a change, and changes put aside. */
export const closingExamples: RuleExamples = {
  'tickets/unattached': {
    file: 'TKT-7.md',
    beside: { 'CHG-2026-0042.md': change('status: in_progress\n') },
    wrong: `${ticket}---\n`,
    right: `${ticket}change: CHG-2026-0042\n---\n`,
  },
  'closure/outcome': {
    file,
    wrong: change('status: done\n'),
    right: change('status: done\noutcome: successful\n'),
  },
  'closure/monitoring': {
    file,
    wrong: change('status: in_testing\nactual: { end: 2026-11-16T11:30+01:00 } # and it is the same day\n'),
    right: change(
      'status: in_testing\nactual: { end: 2026-11-12T11:30+01:00 } # and it is four days later\n',
    ),
  },
  'closure/review': {
    file,
    wrong: change('status: done\noutcome: failed\n'),
    right: change(
      'status: done\noutcome: failed\n',
      '## Review\n\nThe disk was full. From now on it is watched.\n',
    ),
  },
  'hold/reason': {
    file,
    wrong: change('status: on_hold\nhold: { from: in_progress }\n'),
    right: change('status: on_hold\nhold: { reason: The customer moves offices, from: in_progress }\n'),
  },
  'config/sync': {
    file,
    wrong: change('status: in_progress\nconfiguration_change: medium\n'),
    right: change('status: done\nconfiguration_change: medium\n'),
  },
};
