import { configTypeOf, isTemplate } from '../../../../../src/core/config/configFiles';
import type { Mention, MentionInput, TextPlace } from '../../../../../src/core/language/mentions/mention';
import { mentionAt } from '../../../../../src/core/language/mentions/mentionAt';
import { mentionsIn } from '../../../../../src/core/language/mentions/mentionsIn';
import { configOf, indexOf, type Texts } from '../../../support/memoryWorkspace';
import { atCursor } from '../cursorText';

const config = `timezone: Europe/Madrid
people: [{ name: Laia Font, addresses: [laia@example.org, laia@home.example] }]
environments: [{ name: INT }]
freezes:
  - { from: 2026-12-18, to: 2027-01-07, customers: [acme], environments: [PRO] }
  - { from: 2027-03-01, to: 2027-03-02, environments: [PRO], overridable_by: [security] }
approvals:
  - roles: [quality_assurance, security]
    holders: { security: [Nil Roca] }
performers: [{ deployment_type: [3], people: [Laia Font] }]
# as CHG-2026-0001 showed
`;

const change = `---
id: CHG-2026-0001
type: change
procedure: PROC-RELEASE@1.0.0
customer: acme
environments: [live]
assignee: laia@home.example
approvals: [{ role: security, by: "Nil Roca" }]
database: [{ migration: "1", restore: backup }]
tickets: [TKT-7, ES-44]
related: [CHG-2026-0404]
imported: { from: x, id: CHG-2026-0001 }
release: { branch: CHG-2026-0001 }
rollback: { steps_section: Way back }
---
# First, for TKT-7.

See [the procedure](../procedures/PROC-RELEASE.md#5-release), chg-2026-0001 and https://x.example/CHG-2026-0001.

## 5. Release

- [ ] Copy <!-- step: backup by=security -->

## Way back
`;

const procedure = `---
id: PROC-RELEASE
type: procedure
version: 1.0.0
gates: [{ section: "5.", requires: [1. Before] }]
---
# Release

## 1. Before

- [ ] Copy <!-- step: backup by="Laia Font" -->

## 5. Release

### 5.1 Tag

- [ ] Tag it, [then go on](#5-release)
`;

/** A workspace in which everything that has a name is named. */
export const texts: Texts = new Map([
  ['.changebook/config.yaml', config],
  [
    '.changebook/customers/acme.yaml',
    'name: Acme SA\nenvironments: [{ name: PRO, aliases: [live] }]\ncontacts: [{ name: Anna, email: anna@acme.example }]\n',
  ],
  ['.changebook/customers/other.yaml', 'name: Other\nenvironments: [{ name: PRO }]\n'],
  ['.changebook/templates/start.en.md', '---\nsubject: x\n---\nAs in PROC-RELEASE.\n'],
  ['changes/CHG-2026-0001.md', change],
  ['procedures/PROC-RELEASE.md', procedure],
  ['tickets/TKT-7.md', '---\nid: TKT-7\ntype: ticket\ncustomer: Acme SA\nchange: CHG-2026-0001\n---\n'],
]);

export const input: MentionInput = { config: configOf(texts).config, index: indexOf(texts) };

function placeOf(file: string): TextPlace {
  return { file, kind: configTypeOf(file) ?? (isTemplate(file) ? 'template' : 'record') };
}

/** What a text of the workspace names, each as `kind key in scope: as written`; what describes it has a star. */
export function mentioned(file: string): string[] {
  return mentionsIn(texts.get(file) ?? '', placeOf(file), input).map(shown);
}

/** What stands at the `|` of a text, which is that of a file but for the mark. */
export function at(file: string, marked: string): string | undefined {
  const whole = (texts.get(file) ?? '').replace(marked.replace('|', ''), marked);
  const { text, offset } = atCursor(whole);
  const mention = mentionAt(text, offset, placeOf(file), input);
  return mention && `${shown(mention)} ${text.slice(mention.range.start, mention.range.end)}`;
}

function shown({ kind, key, scope, written, defines, style }: Mention): string {
  const where = scope === '' ? '' : ` in ${scope}`;
  return `${defines ? '*' : ''}${kind} ${key}${where}: ${written} (${style})`;
}
