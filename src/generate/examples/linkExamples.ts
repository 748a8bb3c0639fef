import type { RuleExamples } from './ruleExample';

const file = 'CHG-2026-0042.md';
const procedure = `---
id: PROC-RELEASE
type: procedure
version: 1.1.0
---
# Release
`;

function change(fields: string, id = 'CHG-2026-0042', body = ''): string {
  return `---\nid: ${id}\ntype: change\n${fields}---\n${body}`;
}

/** Examples for the rules about links between records and to files. */
export const linkExamples: RuleExamples = {
  'links/record': {
    file,
    beside: { 'PROC-RELEASE.md': procedure },
    wrong: change('procedure: PROC-RELAESE\n'),
    right: change('procedure: PROC-RELEASE\n'),
  },
  'links/file': {
    file,
    beside: { 'docs/backup.md': '# Backup\n\n## Restore a dump\n' },
    wrong: change('', undefined, '## Rollback\n\nFollow [the backup page](docs/backup.md#restoring).\n'),
    right: change('', undefined, '## Rollback\n\nFollow [the backup page](docs/backup.md#restore-a-dump).\n'),
  },
  'links/procedure-version': {
    file,
    beside: { 'PROC-RELEASE.md': procedure },
    wrong: change('procedure: PROC-RELEASE@1.0.0\n'),
    right: change('procedure: PROC-RELEASE@1.1.0\n'),
  },
  'links/supersedes-cycle': {
    file,
    beside: { 'CHG-2026-0041.md': change('supersedes: CHG-2026-0042\n', 'CHG-2026-0041') },
    wrong: change('supersedes: CHG-2026-0041\n'),
    right: change(''),
  },
};
