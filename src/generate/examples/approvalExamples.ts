import { change, changeFile as file } from './changeExample';
import type { RuleExamples } from './ruleExample';

const approved = `  - { role: quality_assurance, by: Laia Font, decision: approved }
  - { role: peer, by: Nil Roca, decision: approved }
`;
const digest = 'sha256-2:8704ae5b191a1db1373c861f1f85ff8dff1f92ee625a45d0c117244d5595d87d';

/** Examples for the rules about approvals, and about the customer's agreement. */
export const approvalExamples: RuleExamples = {
  'approval/self': {
    file,
    wrong: change(
      'assignee: Jordi Puig\napprovals:\n  - { role: peer, by: Jordi Puig, decision: approved }\n',
    ),
    right: change('assignee: Jordi Puig\napprovals:\n  - { role: peer, by: Nil Roca, decision: approved }\n'),
  },
  'approval/missing': {
    file,
    wrong: change(`status: to_be_released\ndeployment_type: 2\napprovals:\n${approved}`),
    right: change(
      `status: to_be_released\ndeployment_type: 2\napprovals:\n${approved}  - { role: operations, by: Rita Mas, decision: approved }\n`,
    ),
  },
  'approval/denied': {
    file,
    wrong: change('status: in_progress\napprovals:\n  - { role: peer, by: Nil Roca, decision: denied }\n'),
    right: change('status: rejected\napprovals:\n  - { role: peer, by: Nil Roca, decision: denied }\n'),
  },
  'approval/stale': {
    file,
    wrong: change(
      `restarts: [portal, search]\napprovals:\n  - { role: peer, by: Nil Roca, decision: approved, digest: "${digest}" }\n`,
    ),
    right: change(
      `restarts: [portal]\napprovals:\n  - { role: peer, by: Nil Roca, decision: approved, digest: "${digest}" }\n`,
    ),
  },
  'approval/unbound': {
    file,
    wrong: change('restarts: [portal]\napprovals:\n  - { role: peer, by: Nil Roca, decision: approved }\n'),
    right: change(
      `restarts: [portal]\napprovals:\n  - { role: peer, by: Nil Roca, decision: approved, digest: "${digest}" }\n`,
    ),
  },
  'agreement/missing': {
    file,
    wrong: change('status: to_be_released\nenvironments: [PRO]\nperformed_by: provider\n'),
    right: change(
      'status: to_be_released\nenvironments: [PRO]\nperformed_by: provider\nagreement: { by: Anna Serra, at: 2026-11-12T10:00+01:00, start: 2026-11-25T22:00+01:00 }\n',
    ),
  },
  'agreement/stale': {
    file,
    wrong: change(
      'schedule: { start: 2026-11-26T22:00+01:00, duration: 1h }\nagreement: { by: Anna Serra, start: 2026-11-25T22:00+01:00 }\n',
    ),
    right: change(
      'schedule: { start: 2026-11-26T22:00+01:00, duration: 1h }\nagreement: { by: Anna Serra, start: 2026-11-26T22:00+01:00 }\n',
    ),
  },
};
