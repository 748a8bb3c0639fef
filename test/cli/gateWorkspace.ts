import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import { digestOf } from '../../src/core/approvals/approvedContent';
import { parseRecord } from '../../src/core/model/parse/parseRecord';
import type { GateReport } from '../../src/core/report/gateReport';
import { changebook, folderOf, project } from './program';

export const inside = ['--now', '2026-11-24T22:30+01:00'];
/** Rules that these short records would break, and that are not what is tested. */
export const config = `timezone: Europe/Madrid
approvals: [{ roles: [peer] }]
rules:
  format/field: "off"
  format/sections: "off"
  checklist/diverged: "off"
  rollback/missing: "off"
  validation/missing: "off"
  agreement/missing: "off"
  notify/parties: "off"
  notify/start: "off"
  release/tag: "off"
  approval/unverified: "off"
  tests/scenarios: "off"
`;
export const procedure = `---
id: PROC-DEPLOY
type: procedure
version: 1.0.0
gates:
  - { state: releasing, requires: ["1."] }
---
# Deploy

## 1. Before

- [ ] Copy

## 2. Then

- [ ] Deploy
`;

export interface Wishes {
  readonly status?: string;
  readonly front?: string;
  readonly copied?: boolean;
  readonly approved?: boolean;
  readonly environment?: string;
  readonly person?: string;
  readonly type?: string;
  readonly start?: string;
}

export function change(id: string, wishes: Wishes = {}): string {
  const { status = 'to_be_released', front = '', copied = true, approved = true } = wishes;
  const { environment = 'PRO', person = 'Bruno', type = 'normal', start = '2026-11-24 22:00' } = wishes;
  const text = `---
id: ${id}
type: change
status: ${status}
change_type: ${type}
requested_by: Carla
assignee: ${person}
requested_at: 2026-11-20 09:00
schedule: { start: ${start}, duration: 1h }
environments: [${environment}]
components: [{ name: ${id}, from: "1.0.0", to: "1.1.0" }]
procedure: PROC-DEPLOY@1.0.0
${approved ? 'approvals: [{ role: peer, by: Ana, at: 2026-11-20 10:00, decision: approved, digest: "DIGEST" }]\n' : ''}${front}---
# ${id}

## 1. Before

- [${copied ? 'x' : ' '}] Copy

## 2. Then

- [ ] Deploy
`;
  const record = parseRecord(text);
  return record?.type === 'change' ? text.replace('DIGEST', digestOf(record)) : text;
}

export const workspace = (changes: { readonly [id: string]: Wishes }): string =>
  folderOf({
    '.changebook/config.yaml': config,
    'PROC-DEPLOY.md': procedure,
    ...Object.fromEntries(Object.entries(changes).map(([id, wishes]) => [`${id}.md`, change(id, wishes)])),
  });

const schema = JSON.parse(readFileSync(path.join(project, 'schemas/gate.schema.json'), 'utf8')) as object;
const validate = new Ajv({ strict: false }).compile(schema);

export function gate(folder: string, args: readonly string[]): GateReport & { code: number | null } {
  const { code, out, err } = changebook(['gate', ...args, '--format', 'json'], folder);
  assert.ok(out.startsWith('{'), err);
  const report = JSON.parse(out) as GateReport;
  assert.ok(validate(report), JSON.stringify(validate.errors));
  assert.equal(code === 0, report.allowed);
  return { ...report, code };
}

/** The reasons of the only change that was judged, each by its rule or its code. */
export function reasons(folder: string, args: readonly string[]): string[] {
  const { changes } = gate(folder, args);
  assert.equal(changes.length, 1);
  return (changes[0]?.reasons ?? []).map(({ rule, code }) => rule ?? code);
}
