import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { standardReportSchema } from '../../src/core/report/standardReport';
import { changebook, checkJson } from './program';
import { git, repositoryOf } from './repository';

export const config = `timezone: UTC
approvals: [{ roles: [peer], holders: { peer: [laia@example.org] } }]
rules:
  format/field: "off"
  format/sections: "off"
  rollback/missing: "off"
  validation/missing: "off"
  agreement/missing: "off"
  notify/parties: "off"
  notify/start: "off"
  tests/scenarios: "off"
  schedule/lead-time: "off"
  feature-flags/none: "off"
  schedule/business-hours: "off"
`;
export const procedureFile = 'procedures/PROC-RESTART.md';
export const changeFile = 'CHG-2026-0001.md';
export const procedure = `---
id: PROC-RESTART
type: procedure
title: Restart
version: 1.0.0
standard:
  when: { risk: low }
  until: 2026-12-31
---
# Restart

- [ ] Nobody is logged in
- [ ] Restarted [as usual]

## Rollback

- [ ] Ask the vendor
`;

export function change(
  id: string,
  front = '',
  steps = '- [x] Nobody is logged in\n- [ ] Restarted [as usual]',
): string {
  return `---
id: ${id}
type: change
status: to_be_released
change_type: standard
environments: [TEST]
schedule: { start: 2026-11-24 10:00, duration: 1h }
procedure: PROC-RESTART@1.0.0
${front}---
# Restart on Tuesday

## Deployment

${steps}

## Rollback

- [ ] Ask the vendor
`;
}

/** A repository of Mal's with a procedure that Laia approved, and a change of it. */
export function catalogue(more: { readonly [file: string]: string } = {}): string {
  const files = { '.changebook/config.yaml': config, [procedureFile]: procedure, ...more };
  const folder = repositoryOf({ ...files, [changeFile]: change('CHG-2026-0001') }, 'Mal Zed');
  as('Laia Font', folder);
  approve(folder);
  as('Mal Zed', folder);
  return folder;
}

export function as(name: string, folder: string): void {
  git(folder, 'config', 'user.name', name);
  git(folder, 'config', 'user.email', `${name.replace(/ .*/, '').toLowerCase()}@example.org`);
}

export function approve(folder: string, at = '2026-11-16T09:00Z', id = 'PROC-RESTART'): void {
  const { code, out, err } = changebook(['approve', id, '--role', 'peer', '--now', at], folder);
  assert.equal(code, 0, out + err);
}

export function edit(folder: string, file: string, change: (text: string) => string): void {
  const whole = path.join(folder, file);
  writeFileSync(whole, change(readFileSync(whole, 'utf8')));
}

export function commit(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'Edit');
}

export function isOpen(folder: string): boolean {
  const { code } = changebook(['gate', 'CHG-2026-0001', '--now', '2026-11-24T10:10Z'], folder);
  return code === 0;
}

/** The rules about approvals that find something in a file. */
export function found(folder: string, file = changeFile, ...more: string[]): string[] {
  const now = more.includes('--now') ? [] : ['--now', '2026-11-20T10:00Z'];
  const { findings } = checkJson([...now, ...more], folder);
  const own = findings.filter((finding) => finding.file === file && finding.rule.startsWith('approval/'));
  return own.map(({ rule, severity }) => `${rule} ${severity}`);
}

export const refused = ['approval/standard error', 'approval/missing error'];

export function standing(folder: string, now = '2026-11-20T10:00Z') {
  const { out } = changebook(['pending', '--standard', '--format', 'json', '--now', now], folder);
  const [row] = standardReportSchema.parse(JSON.parse(out)).procedures;
  return row;
}
