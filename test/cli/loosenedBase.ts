export type Edit = readonly [file: string, from: string | RegExp, to: string];

export const main = '.changebook/config.yml';
export const diba = '.changebook/customers/diba.yaml';
export const change = 'changes/CHG-2026-0042.md';
export const procedure = 'procedures/PROC-PORTAL.md';

export const quiet =
  `approval/missing approval/unbound approval/unverified checklist/incomplete checklist/unattributed
components/version feature-flags/none format/sections notify/parties schedule/frequency schedule/lead-time
tests/scenarios validation/missing`.split(/\s+/);

export const base: { readonly [file: string]: string } = {
  [main]: `timezone: Europe/Madrid
business_hours: "09:00-18:00"
freezes: [{ from: 2026-12-18, to: 2027-01-07, hard: true, customers: [diba] }]
rules:
  schedule/window: error
${quiet.map((rule) => `  ${rule}: "off"\n`).join('')}`,
  [diba]: `name: Diba
timezone: Europe/Madrid
managed_by: us
environments: [{ name: PRO, production: true }, { name: UAT }]
contacts: [{ name: Anna Serra, email: anna@example.org, role: manager }]
maintenance_windows: [{ days: [mon, tue, wed], from: "20:00", to: "02:00" }]
vacations: [{ from: 2026-12-02, to: 2026-12-05 }]
contract_ends: 2027-06-30
`,
  '.mailmap': 'Carla Rius <carla@example.org> <crius@home.example>\n',
  '.gitignore': 'out/\n',
  [procedure]: `---
id: PROC-PORTAL
type: procedure
version: 1.0.0
gates: [{ section: "2.", requires: ["1."] }]
---
# Portal

## 1. Before

- [ ] Back up

## 2. After

- [ ] Start
`,
  [change]: `---
id: CHG-2026-0042
type: change
status: in_progress
change_type: normal
deployment_type: 4
configuration_change: minor
customer: diba
environments: [PRO]
requested_by: carla@example.org
performed_by: provider
procedure: PROC-PORTAL@1.0.0
schedule: { start: 2026-11-24 22:00, duration: 1h }
agreement: { by: Anna Serra, at: 2026-11-10 10:00, start: 2026-11-24 22:00 }
rollback: { to: "4.1.3", steps_section: Rollback }
approvals:
  - { role: peer, by: Nil Roca, at: 2026-11-13 10:05, decision: approved }
---
# Portal 4.2.0

## Deployment

### 1. Before

- [x] Back up

### 2. After

- [ ] Start

## Rollback

- [ ] Start the old version
`,
};

export const touch: Edit = [change, '# Portal 4.2.0', '# Portal 4.2.0 for all'];
export const startAt = (start: string): Edit[] => [
  [change, /schedule: .*/, `schedule: { start: ${start}, duration: 1h }`],
  [change, /agreement: .*/, `agreement: { by: Anna Serra, at: 2026-11-10 10:00, start: ${start} }`],
];
export const off = (rule: string): Edit => [main, 'rules:\n', `rules:\n  ${rule}: "off"\n`];
export const other = (id: string) => (base[change] ?? '').replace('CHG-2026-0042', id);
