import type { RuleExamples } from './ruleExample';

const file = 'CHG-2026-0042.md';

function change(fields: string, body = ''): string {
  return `---\nid: CHG-2026-0042\ntype: change\n${fields}---\n${body}`;
}

const otherSections = {
  Components: 'The portal, from 4.1.3 to 4.2.0.',
  Impact: 'Twenty minutes without the portal.',
  Tickets: '- ES-7412280',
  Changelog: '- The search finds words with accents',
  Deployment: '- [ ] Start version 4.2.0',
  Rollback: '- [ ] Start version 4.1.3',
  Tests: 'Search for a word with an accent.',
  Checklist: '- [ ] The health page is green',
};

/** A change of which only the summary differs. */
function withSections(summary: string): string {
  const others = Object.entries(otherSections).map(([title, text]) => `## ${title}\n\n${text}\n`);
  return change('', [summary, ...others].join('\n'));
}

/** Examples for the rules about the form of a record. */
export const formatExamples: RuleExamples = {
  'format/front-matter': {
    file,
    wrong: change('customer: diba\nenvironments: [PRO\n'),
    right: change('customer: diba\nenvironments: [PRO]\n'),
  },
  'format/merge-conflict': {
    file,
    wrong: change(
      '',
      '## Deployment\n\n<<<<<<< HEAD\n- [x] Stop the portal\n=======\n- [ ] Stop the portal\n>>>>>>> login\n',
    ),
    right: change('', '## Deployment\n\n- [x] Stop the portal\n'),
  },
  'format/field': {
    file,
    wrong: change('status: in_progres\nseverity: urgent\ncustomr: diba\n'),
    right: change('status: in_progress\nseverity: critical\ncustomer: diba\n'),
  },
  'format/both-languages': {
    file,
    wrong: change('customer: diba\ncliente: diba\n'),
    right: change('customer: diba\n'),
  },
  'format/version-number': {
    file,
    wrong: change('components:\n  - { name: portal, from: 3.9, to: 3.10 }\n'),
    right: change('components:\n  - { name: portal, from: "3.9", to: "3.10" }\n'),
  },
  'format/time': {
    file,
    wrong: change('schedule: { start: 2026-11-31T22:00+01:00, duration: 1h }\n'),
    right: change('schedule: { start: 2026-11-30T22:00+01:00, duration: 1h }\n'),
  },
  'format/id': {
    file,
    wrong: '---\nid: chg-2026-42\ntype: change\n---\n',
    right: change(''),
  },
  'format/sections': {
    file,
    wrong: withSections('## Summary\n'),
    right: withSections('## Summary\n\nAdds the monthly report.\n'),
  },
  'format/placeholder': {
    file,
    wrong: change('assignee: <name>\n', '## Summary\n\nTBD\n'),
    right: change('assignee: Jordi Puig\n', '## Summary\n\nAdds the monthly report.\n'),
  },
  'format/secret': {
    file,
    wrong: change('', '## Deployment\n\n    mysql --password=hunter2! portal < fix.sql\n'),
    right: change('', '## Deployment\n\n    mysql --password="$DB_PASSWORD" portal < fix.sql\n'),
  },
};
