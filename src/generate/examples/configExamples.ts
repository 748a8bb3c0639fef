import type { RuleExamples } from './ruleExample';

/** Examples for the rules about the configuration. */
export const configExamples: RuleExamples = {
  'config/invalid': {
    file: '.changebook/config.yaml',
    wrong: `timezone: Europe/Madird
freezes:
  - { from: 2026-12-18, to: 2026-01-07, reason: Christmas }
`,
    right: `timezone: Europe/Madrid
freezes:
  - { from: 2026-12-18, to: 2027-01-07, reason: Christmas }
`,
  },
  'config/workflow': {
    file: '.changebook/config.yaml',
    wrong: `workflow:
  states:
    to_do: { moves: [waiting_for_vendor] }
    waiting_for_vendor: { stage: in_progress }
    done: {}
`,
    right: `workflow:
  states:
    to_do: { moves: [waiting_for_vendor] }
    waiting_for_vendor: { stage: in_progress, moves: [done] }
    done: {}
`,
  },
  'config/template': {
    file: '.changebook/templates/start.en.md',
    wrong: `---
subject: "Starting {{ title }}"
---
We are starting {{ titel }} at {{ window.start }}.
`,
    right: `---
subject: "Starting {{ title }}"
---
We are starting {{ title }} at {{ window.start }}.
`,
  },
};
