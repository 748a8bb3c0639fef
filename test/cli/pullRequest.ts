import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type DiffReport, diffReportSchema } from '../../src/core/diff/diffReport';
import { changebook, folderOf, ticket } from './program';

export const now = ['--now', '2026-11-20T12:00+01:00'];

export function git(folder: string, who: string, ...args: string[]): string {
  const as = ['-c', `user.name=${who}`, '-c', `user.email=${who.split(' ')[0]?.toLowerCase()}@example.org`];
  return execFileSync('git', [...as, '-c', 'commit.gpgsign=false', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

export function commit(folder: string, who: string, message = 'Work'): void {
  git(folder, who, 'add', '--all');
  git(folder, who, 'commit', '--quiet', '--allow-empty', '-m', message);
}

export function edit(
  folder: string,
  file: string,
  ...pairs: readonly (readonly [from: string, to: string])[]
): void {
  const where = path.join(folder, file);
  let text = readFileSync(where, 'utf8');
  for (const [from, to] of pairs) {
    assert.ok(text.includes(from), from);
    text = text.replace(from, to);
  }
  writeFileSync(where, text);
}

const quiet = [
  'format/field',
  'format/sections',
  'checklist/diverged',
  'rollback/missing',
  'validation/missing',
];
const config = `timezone: Europe/Madrid
business_hours: "09:00-18:00"
approvals: [{ roles: [peer, operations], holders: { operations: ops@example.org } }]
freezes:
  - { from: 2026-12-18, to: 2027-01-07, reason: Christmas, hard: true }
rules:
  schedule/business-hours: error
${[...quiet, 'agreement/missing', 'notify/parties', 'schedule/lead-time'].map((rule) => `  ${rule}: "off"\n`).join('')}`;

export const record = 'changes/CHG-2026-0042.md';
const change = `---
id: CHG-2026-0042
type: change
status: in_progress
change_type: normal
deployment_type: 4
requested_by: Carla
requested_at: 2026-11-10 09:00
schedule: { start: 2026-11-24 22:00, duration: 1h }
environments: [PRO]
components:
  - { name: portal, from: "4.1.3", to: "4.2.0" }
approvals:
  - { role: peer, by: Nil Roca, at: 2026-11-13 10:05, decision: approved }
---
# Portal 4.2.0

## Deployment

- [ ] Back up the database
- [ ] Start the new version
`;

/** The repository of the example: a branch of Mal's moves a window, ticks, forges an approval and loosens a rule. */
export function pullRequest(): string {
  const folder = folderOf({
    '.changebook/config.yaml': config,
    [record]: change.replace(/approvals:\n.*\n/, ''),
    'TKT-1.md': ticket('TKT-1'),
  });
  git(folder, 'Ana Font', 'init', '--quiet', '--initial-branch=main');
  commit(folder, 'Ana Font');
  writeFileSync(path.join(folder, record), change);
  commit(folder, 'Nil Roca', 'Approve');
  git(folder, 'Mal Ferrer', 'checkout', '--quiet', '-b', 'work');
  edit(folder, record, ['2026-11-24 22:00', '2026-12-22 15:00']);
  commit(folder, 'Mal Ferrer', 'Later');
  edit(folder, record, ['[ ] Back', '[x] Back'], ['in_progress', 'to_be_released']);
  commit(folder, 'Eva Mas', 'Tick');
  edit(
    folder,
    record,
    ['4.2.0" }', '4.2.1" }'],
    [
      'decision: approved }\n---',
      'decision: approved }\n  - { role: operations, by: ops@example.org, at: 2026-11-14 10:00, decision: approved }\n---',
    ],
  );
  edit(folder, '.changebook/config.yaml', ['business-hours: error', 'business-hours: "off"']);
  commit(folder, 'Mal Ferrer', 'Small things');
  return folder;
}

export function diffJson(folder: string, ...args: readonly string[]): DiffReport {
  const { out, err, code } = changebook(['diff', ...args, ...now, '--format', 'json'], folder);
  assert.equal(code, 0, err);
  return diffReportSchema.parse(JSON.parse(out));
}

/** Every change in one line: kind, what it is about, and who made it. */
export const told = ({ records }: DiffReport): string[] =>
  records.flatMap(({ changes }) =>
    changes.map(({ kind, about, by }) => `${kind} ${about ?? ''} · ${by ? by.name || 'nobody yet' : '?'}`),
  );
