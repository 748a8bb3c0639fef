import { change, changeFile as file } from './changeExample';
import type { RuleExamples } from './ruleExample';

const window = 'schedule: { start: 2026-11-15T22:00+01:00, duration: 1h, outage: 20m }\n';

/** Examples for the rules about whom a change tells. */
export const noticeExamples: RuleExamples = {
  'notify/parties': {
    file,
    wrong: change('status: to_be_released\ncustomer: diba\nnotify: [project_team, support_team]\n'),
    right: change(
      'status: to_be_released\ncustomer: diba\nnotify: [project_team, support_team, customer_managers]\n',
    ),
  },
  'notify/users': {
    file,
    wrong: change(
      `status: releasing\n${window}notifications:\n  - { kind: users, at: 2026-11-15T18:00+01:00 }\n`,
    ),
    right: change(
      `status: releasing\n${window}notifications:\n  - { kind: users, at: 2026-11-13T10:00+01:00 }\n`,
    ),
  },
  'notify/start': {
    file,
    wrong: change('status: releasing\n'),
    right: change(
      'status: releasing\nnotifications:\n  - { kind: start, at: 2026-11-15T22:00+01:00, channel: mail, by: Jordi Puig }\n',
    ),
  },
  'notify/end': {
    file,
    wrong: change('status: done\nnotifications:\n  - { kind: start, at: 2026-11-13T22:00+01:00 }\n'),
    right: change(
      'status: done\nnotifications:\n  - { kind: start, at: 2026-11-13T22:00+01:00 }\n  - { kind: end, at: 2026-11-13T22:40+01:00 }\n',
    ),
  },
  'notify/rollback': {
    file,
    wrong: change(
      'status: done\noutcome: rolled_back\nnotifications:\n  - { kind: start, at: 2026-11-13T22:00+01:00 }\n',
    ),
    right: change(
      'status: done\noutcome: rolled_back\nnotifications:\n  - { kind: start, at: 2026-11-13T22:00+01:00 }\n  - { kind: rollback, at: 2026-11-13T22:40+01:00 }\n',
    ),
  },
  'notify/delay': {
    file,
    wrong: change(`status: releasing # and it is past 23:00\n${window}`),
    right: change(
      `status: releasing # and it is past 23:00\n${window}notifications:\n  - { kind: delay, at: 2026-11-15T22:50+01:00 }\n`,
    ),
  },
};
