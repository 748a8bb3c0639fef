import { digestOf } from '../../core/approvals/approvedContent';
import { parseRecord } from '../../core/model/parse/parseRecord';
import { change, changeFile as file } from './changeExample';
import type { RuleExamples } from './ruleExample';

/** What people approve, so that examples need no new digest whenever digests change. */
function digestOfFields(fields: string): string {
  const record = parseRecord(change(fields));
  return record?.type === 'change' ? digestOf(record) : '';
}

const entry = (role: string, by: string, digest?: string): string =>
  `  - { role: ${role}, by: ${by}, at: 2026-11-13T10:00+01:00, decision: approved${digest ? `, digest: "${digest}"` : ''} }\n`;

const waiting = 'status: to_be_released\ndeployment_type: 2\n';
const ofWaiting = digestOfFields(waiting);
const approved = `${entry('quality_assurance', 'Laia Font', ofWaiting)}${entry('peer', 'Nil Roca', ofWaiting)}`;
const restarts = 'restarts: [portal]\n';
const byPeer = entry('peer', 'Nil Roca', digestOfFields(restarts));
const performed = 'assignee: Jordi Puig\n';

/** Examples for the rules about approvals, and about the customer's agreement. */
export const approvalExamples: RuleExamples = {
  'approval/self': {
    file,
    wrong: change(`${performed}approvals:\n${entry('peer', 'Jordi Puig', digestOfFields(performed))}`),
    right: change(`${performed}approvals:\n${entry('peer', 'Nil Roca', digestOfFields(performed))}`),
  },
  'approval/missing': {
    file,
    wrong: change(`${waiting}approvals:\n${approved}`),
    right: change(`${waiting}approvals:\n${approved}${entry('operations', 'Rita Mas', ofWaiting)}`),
  },
  'approval/denied': {
    file,
    wrong: change('status: in_progress\napprovals:\n  - { role: peer, by: Nil Roca, decision: denied }\n'),
    right: change('status: rejected\napprovals:\n  - { role: peer, by: Nil Roca, decision: denied }\n'),
  },
  'approval/stale': {
    file,
    wrong: change(`restarts: [portal, search]\napprovals:\n${byPeer}`),
    right: change(`${restarts}approvals:\n${byPeer}`),
  },
  'approval/unbound': {
    file,
    wrong: change(`${restarts}approvals:\n${entry('peer', 'Nil Roca')}`),
    right: change(`${restarts}approvals:\n${byPeer}`),
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
