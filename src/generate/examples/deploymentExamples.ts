import { change, changeFile as file } from './changeExample';
import type { RuleExamples } from './ruleExample';

const changelog = {
  'CHANGELOG.md': `# Changelog

## 4.2.0 - 2026-11-20

### Added

- A monthly report
`,
};
const progression = '## Tests\n\n### Progression\n\n- Search for a word with an accent\n';

/** Examples for the rules about what is deployed and the way back. */
export const deploymentExamples: RuleExamples = {
  'validation/missing': {
    file,
    wrong: change('deployment_type: 4\nenvironments: [PRO]\ntests: { validated_in: [UAT] }\n'),
    right: change('deployment_type: 4\nenvironments: [PRO]\ntests: { validated_in: [QA, UAT] }\n'),
  },
  'rollback/missing': {
    file,
    wrong: change(
      'environments: [PRO]\ncomponents: [{ name: portal, from: "4.1.3", to: "4.2.0" }]\n',
      '## Rollback\n',
    ),
    right: change(
      'environments: [PRO]\ncomponents: [{ name: portal, from: "4.1.3", to: "4.2.0" }]\nrollback: { to: "4.1.3" }\n',
      '## Rollback\n\n- [ ] Start version 4.1.3\n',
    ),
  },
  'rollback/window': {
    file,
    wrong: change(
      'schedule: { start: 2026-11-25T22:00+01:00, duration: 1h, outage: 20m }\nrollback: { duration: 45m }\n',
    ),
    right: change(
      'schedule: { start: 2026-11-25T22:00+01:00, duration: 1h30m, outage: 20m }\nrollback: { duration: 45m }\n',
    ),
  },
  'rollback/database': {
    file,
    wrong: change('database:\n  - { migration: "0042", reversible: false }\n'),
    right: change(
      'database:\n  - { migration: "0042", reversible: false, backup: true, restore: Load the dump }\n',
    ),
  },
  'rollback/required': {
    file,
    wrong: change('status: done\ntests: { passed: 15, total: 20 }\noutcome: successful\n'),
    right: change('status: done\ntests: { passed: 15, total: 20 }\noutcome: rolled_back\n'),
  },
  'database/idempotent': {
    file,
    wrong: change('database:\n  - { migration: "0042", idempotent: false }\n'),
    right: change('database:\n  - { migration: "0042", idempotent: true }\n'),
  },
  'database/expensive': {
    file,
    beside: {
      '.changebook/config.yaml': 'timezone: Europe/Madrid\nbusiness_hours: "09:00-18:00"\n',
    },
    wrong: change(
      'schedule: { start: 2026-11-24 10:00, duration: 1h }\ndatabase:\n  - { migration: "0042", expensive: true }\n',
    ),
    right: change(
      'schedule: { start: 2026-11-24 22:00, duration: 1h }\ndatabase:\n  - { migration: "0042", expensive: true }\n',
    ),
  },
  'components/version': {
    file,
    wrong: change('components:\n  - { name: portal, from: "4.10", to: "4.9" }\n'),
    right: change('components:\n  - { name: portal, from: "4.9", to: "4.10" }\n'),
  },
  'release/tag': {
    file,
    beside: changelog,
    tags: ['v4.1.3', 'v4.2.0'],
    wrong: change('status: releasing\nrelease: { version: "4.2.0", tag: 4.2.0 }\n'),
    right: change('status: releasing\nrelease: { version: "4.2.0", tag: v4.2.0 }\n'),
  },
  'release/artifact': {
    file,
    wrong: change(
      'release: { artifact: portal-4.2.0.tgz }\ntests: { validated_in: [QA], artifact: portal-4.2.0-rc.1.tgz }\n',
    ),
    right: change(
      'release: { artifact: portal-4.2.0.tgz }\ntests: { validated_in: [QA], artifact: portal-4.2.0.tgz }\n',
    ),
  },
  'release/kind': {
    file,
    beside: {
      'CHANGELOG.md': `${changelog['CHANGELOG.md']}\n## 4.1.4 - 2026-11-02\n\n### Added\n\n- A search\n`,
    },
    wrong: change('release: { version: "4.1.4" }\n'),
    right: change('release: { version: "4.2.0" }\n'),
  },
  'feature-flags/none': {
    file,
    wrong: change('deployment_type: 4\n'),
    right: change('deployment_type: 4\nfeature_flags: [monthly-report]\n'),
  },
  'tests/scenarios': {
    file,
    wrong: change('', progression),
    right: change('', `${progression}\n### Regression\n\n- Log in and open a document\n`),
  },
  'tests/results': {
    file,
    wrong: change('status: done\ntests: { validated_in: [QA], run: R31 }\n'),
    right: change('status: done\ntests: { validated_in: [QA], passed: 24, total: 24, run: R31 }\n'),
  },
};
