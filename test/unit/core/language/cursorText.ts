import type { Completion } from '../../../../src/core/language/completion';
import { completionsAt } from '../../../../src/core/language/completionsAt';
import { hoverAt } from '../../../../src/core/language/hoverAt';
import type { HoverText } from '../../../../src/core/language/hoverText';
import type { LanguageInput } from '../../../../src/core/language/languageInput';
import { configOf, indexOf } from '../../support/memoryWorkspace';

const config = `
timezone: Europe/Madrid
approvals:
  - { roles: [quality_assurance, security] }
performers: [{ deployment_type: [3, 4], people: [Jordi Puig] }]
workflow: { states: { to_do: { moves: [staged] }, staged: { stage: releasing, moves: [done] }, done: {} } }
`;

const acme = `
name: Acme [x](https://evil.example)
timezone: Europe/Lisbon
partner: { name: Partner SL, contacts: [{ name: Pau Vila, email: pau@example.org }] }
environments: [{ name: PRO, production: true }, { name: UAT }]
contacts: [{ name: Anna Serra, email: anna@example.org }]
`;

/** A workspace with a few records, two customers and names that nobody should trust. */
export const texts = new Map([
  ['.changebook/config.yaml', config],
  ['.changebook/customers/acme.yaml', acme],
  ['.changebook/customers/diba.yaml', 'name: Diba\nenvironments: [{ name: DES }]\n'],
  [
    'procedures/PROC-OLD.md',
    '---\nid: PROC-OLD\ntype: procedure\nversion: 1.0.0\nretired: true\n---\n# Old\n',
  ],
  ['procedures/PROC-RELEASE.md', '---\nid: PROC-RELEASE\ntype: procedure\nversion: 1.2.0\n---\n# Release\n'],
  [
    'changes/CHG-2026-0001.md',
    '---\nid: CHG-2026-0001\ntype: change\nstatus: to_be_released\ncustomer: diba\ncomponents: [{ name: portal }]\nschedule: { start: 2026-11-25 22:00, duration: 1h }\n---\n# First change\n',
  ],
  [
    'changes/CHG-2026-0002.md',
    '---\nid: CHG-2026-0002\ntype: change\ntitle: "[run](command:evil) ![p](https://e.example/p.png) <img src=x> https://e.example $(x)"\n---\n',
  ],
  ['tickets/TKT-7.md', '---\nid: TKT-7\ntype: ticket\nstatus: in_testing\n---\n# Search misses accents\n'],
]);

const { config: workspaceConfig } = configOf(texts);
const index = indexOf(texts);

/** The usual surroundings; `with` changes some of them. */
export function inputOf(changed: Partial<LanguageInput> = {}): LanguageInput {
  return { kind: 'record', config: workspaceConfig, index, language: 'en', ...changed };
}

/** A text with `|` where the cursor is; a whole record where it begins with no fence and `kind` is a record. */
export function atCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('|');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** What is offered at the `|` of a change's front matter, without its fences. */
export function offered(front: string, changed: Partial<LanguageInput> = {}): readonly Completion[] {
  const record = (changed.kind ?? 'record') === 'record';
  const { text, offset } = atCursor(record ? `---\n${front}\n---\n# Body\n` : front);
  return completionsAt(text, offset, inputOf(changed)).items;
}

export function labels(front: string, changed: Partial<LanguageInput> = {}): string[] {
  return offered(front, changed).map(({ label }) => label);
}

/** The text after the first choice, or the one with that label, was taken. */
export function taken(front: string, label?: string, changed: Partial<LanguageInput> = {}): string {
  const items = offered(front, changed);
  const item = label === undefined ? items[0] : items.find((candidate) => candidate.label === label);
  if (!item) return `no ${label}: ${items.map((candidate) => candidate.label).join()}`;
  const record = (changed.kind ?? 'record') === 'record';
  const { text } = atCursor(record ? `---\n${front}\n---\n# Body\n` : front);
  const after = text.slice(0, item.range.start) + item.insertText + text.slice(item.range.end);
  return record ? after.slice(4, -'\n---\n# Body\n'.length) : after;
}

/** What is shown about the word at the `|` of a whole text. */
export function hovered(marked: string, changed: Partial<LanguageInput> = {}): HoverText | undefined {
  const { text, offset } = atCursor(marked);
  return hoverAt(text, offset, inputOf(changed));
}
