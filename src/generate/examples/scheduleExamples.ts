import type { RuleExamples } from './ruleExample';

const file = 'CHG-2026-0042.md';
const config = '.changebook/config.yaml';
const diba = '.changebook/customers/diba.yaml';

function change(fields: string, id = 'CHG-2026-0042'): string {
  return `---\nid: ${id}\ntype: change\n${fields}---\n`;
}

/** A change of which only the window differs. */
function at(start: string, fields = '', duration = '1h'): string {
  return change(`${fields}schedule: { start: ${start}, duration: ${duration} }\n`);
}

const pro = 'customer: diba\nenvironments: [PRO]\n';

/** Examples for the rules about when a change takes place. */
export const scheduleExamples: RuleExamples = {
  'schedule/lead-time': {
    file,
    wrong: at('2026-11-24T22:00+01:00', 'requested_at: 2026-11-23T10:00+01:00\n'),
    right: at('2026-11-25T22:00+01:00', 'requested_at: 2026-11-23T10:00+01:00\n'),
  },
  'schedule/friday': { file, wrong: at('2026-11-27T22:00+01:00'), right: at('2026-11-24T22:00+01:00') },
  'schedule/before-non-working-day': {
    file,
    beside: { [config]: 'timezone: Europe/Madrid\nholidays: { country: ES }\n' },
    wrong: at('2026-12-07 22:00'),
    right: at('2026-12-09 22:00'),
  },
  'schedule/before-vacation': {
    file,
    beside: {
      [config]: 'timezone: Europe/Madrid\nvacations: [{ from: 2026-12-23, to: 2026-12-31, who: team }]\n',
    },
    wrong: at('2026-12-22 22:00'),
    right: at('2026-12-21 22:00'),
  },
  'schedule/business-hours': {
    file,
    beside: { [config]: 'timezone: Europe/Madrid\nbusiness_hours: "09:00-18:00"\n' },
    wrong: at('2026-11-24 17:30', 'deployment_type: 4\n'),
    right: at('2026-11-24 18:00', 'deployment_type: 4\n'),
  },
  'schedule/outage-limit': {
    file,
    wrong: change('deployment_type: 3\nschedule: { duration: 1h, outage: 20m }\n'),
    right: change('deployment_type: 3\nschedule: { duration: 1h, outage: 10m }\n'),
  },
  'schedule/frequency': {
    file,
    beside: {
      'CHG-2026-0041.md': change(
        `${pro}deployment_type: 3\nschedule: { start: 2026-11-19T22:00+01:00, duration: 1h }\n`,
        'CHG-2026-0041',
      ),
    },
    wrong: at('2026-11-24T22:00+01:00', `${pro}deployment_type: 3\n`),
    right: at('2026-11-26T22:00+01:00', `${pro}deployment_type: 3\n`),
  },
  'schedule/conflict': {
    file,
    beside: {
      'CHG-2026-0041.md': change(
        `${pro}schedule: { start: 2026-11-24T22:30+01:00, duration: 1h }\n`,
        'CHG-2026-0041',
      ),
    },
    wrong: at('2026-11-24T22:00+01:00', pro),
    right: at('2026-11-24T21:30+01:00', pro),
  },
  'schedule/window': {
    file,
    beside: {
      [diba]:
        'timezone: Europe/Madrid\nmaintenance_windows: [{ days: [tue, thu], from: "22:00", to: "02:00" }]\n',
    },
    wrong: at('2026-11-24 21:00', 'customer: diba\n', '2h'),
    right: at('2026-11-24 22:00', 'customer: diba\n', '2h'),
  },
  'schedule/freeze': {
    file,
    beside: {
      [config]:
        'timezone: Europe/Madrid\nfreezes: [{ from: 2026-12-18, to: 2027-01-07, reason: Christmas, hard: true }]\n',
    },
    wrong: at('2026-12-17 23:30'),
    right: at('2026-12-17 23:00'),
  },
  'schedule/overdue': { file, wrong: at('2026-11-12T22:00+01:00'), right: at('2026-11-24T22:00+01:00') },
  'schedule/early': {
    file,
    wrong: at('2026-11-16T22:00+01:00', 'status: releasing\nactual: { start: 2026-11-14T10:00+01:00 }\n'),
    right: at('2026-11-14T10:00+01:00', 'status: releasing\nactual: { start: 2026-11-14T10:00+01:00 }\n'),
  },
  'schedule/deadline': {
    file,
    wrong: at('2026-11-24T14:30+01:00', 'severity: critical\nreported_at: 2026-11-24T12:00+01:00\n'),
    right: at('2026-11-24T13:30+01:00', 'severity: critical\nreported_at: 2026-11-24T12:00+01:00\n'),
  },
  'schedule/instance-age': {
    file,
    beside: { [diba]: 'environments: [{ name: PRO, updated: 2026-11-02 }]\n' },
    wrong: at('2026-11-24T22:00+01:00', `${pro}severity: blocker\n`),
    right: at('2026-11-24T22:00+01:00', `${pro}severity: minor\n`),
  },
};
