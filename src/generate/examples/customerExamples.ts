import { change, changeFile as file } from './changeExample';
import type { RuleExamples } from './ruleExample';

const customers = {
  '.changebook/customers/diba.yaml': `name: Diba
environments:
  - { name: PRO, production: true }
  - { name: DES }
contract_ends: 2026-11-30
`,
  '.changebook/customers/acme.yaml': `name: Acme
managed_by: partner
partner: { name: Nexe SL }
`,
};

/** Examples for the rules about customers, and about who performs a change. */
export const customerExamples: RuleExamples = {
  'customer/unknown': {
    file,
    beside: customers,
    wrong: change('customer: dibaa\nenvironments: [PRO]\n'),
    right: change('customer: diba\nenvironments: [PRO]\n'),
  },
  'customer/partner-managed': {
    file,
    beside: customers,
    wrong: change('customer: acme\n'),
    right: change('customer: diba\n'),
  },
  'customer/contract-expired': {
    file,
    beside: customers,
    wrong: change('customer: diba\nschedule: { start: 2026-12-01T22:00+01:00, duration: 1h }\n'),
    right: change('customer: diba\nschedule: { start: 2026-11-30T22:00+01:00, duration: 1h }\n'),
  },
  'performer/not-allowed': {
    file,
    beside: {
      '.changebook/config.yaml': 'performers:\n  - { deployment_type: [3, 4], people: [Jordi Puig] }\n',
    },
    wrong: change('deployment_type: 4\nassignee: Marta López\n'),
    right: change('deployment_type: 4\nassignee: Jordi Puig\n'),
  },
};
