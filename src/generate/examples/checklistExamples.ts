import { change, changeFile as file } from './changeExample';
import type { RuleExamples } from './ruleExample';

const procedure = {
  'PROC-RELEASE.md': `---
id: PROC-RELEASE
type: procedure
gates:
  - { section: "2.", requires: ["1."] }
---
# Release

## 1. Preparation

- [ ] The backup is there

## 2. Start

- [ ] Start the portal
`,
};

function steps(backup: string, start: string): string {
  return `## Deployment

### 1. Preparation

- [${backup}] The backup is there

### 2. Start

- [${start}] Start the portal
`;
}

/** Examples for the rules about steps. */
export const checklistExamples: RuleExamples = {
  'checklist/incomplete': {
    file,
    wrong: change('status: done\n', '## Checklist\n\n- [ ] The status page is up to date\n'),
    right: change(
      'status: done\n',
      '## Checklist\n\n- [x] ~~The status page is up to date~~ (n/a: this customer has none)\n',
    ),
  },
  'checklist/gate': {
    file,
    beside: procedure,
    wrong: change('procedure: PROC-RELEASE\n', steps(' ', 'x')),
    right: change('procedure: PROC-RELEASE\n', steps('x', 'x')),
  },
  'checklist/diverged': {
    file,
    beside: procedure,
    wrong: change('procedure: PROC-RELEASE\n', '## Deployment\n\n- [ ] Start the portal\n'),
    right: change('procedure: PROC-RELEASE\n', steps(' ', ' ')),
  },
  'checklist/reason': {
    file,
    wrong: change('status: done\n', '## Checklist\n\n- [x] ~~The status page is up to date~~ (n/a)\n'),
    right: change(
      'status: done\n',
      '## Checklist\n\n- [x] ~~The status page is up to date~~ (n/a: this customer has none)\n',
    ),
  },
  'checklist/near-step': {
    file,
    wrong: change('', '## Checklist\n\n- [] The status page is up to date\n'),
    right: change('', '## Checklist\n\n- [ ] The status page is up to date\n'),
  },
  'checklist/unattributed': {
    file,
    ticks: ['CHG-2026-0042: Deployment > 1. Preparation > The backup is there'],
    wrong: change('', steps('x', 'x')),
    right: change('', steps('x', ' ')),
  },
};
