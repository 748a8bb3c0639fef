import { strict as assert } from 'node:assert';
import type { DocumentPart } from '../../../../src/core/language/documentPart';
import { documentSymbols } from '../../../../src/core/language/documentSymbols';
import { foldsIn } from '../../../../src/core/language/foldsIn';
import { selectionsAt } from '../../../../src/core/language/selectionsAt';
import type { LanguageKind } from '../../../../src/core/language/yamlPart';
import { atCursor } from './cursorText';

const record = `---
id: CHG-2026-0009
environments: [UAT, PRO]
approvals:
  - role: peer
    by: Nil Roca
    digest: sha256-2:0000
  - { role: operations, by: Rita Mas }
---
- [ ] Above everything

# Portal

## 1. Before

Some words.

- [x] Tag made <!-- step: tag by=dba -->
- [x] ~~[Page](docs/page.md) updated~~ (n/a: none)
  - [ ] Part of it

- [ ] Copy
  of the database <!-- paso: copia evidencia -->

Then:

- [ ] Alone

### 1.1 Deeper

#### Deepest

## 2. After
`;

describe('Document symbols', () => {
  it('has the front matter with its fields, and sections with their steps', () => {
    assert.deepEqual(shown(documentSymbols(record, 'record', 'en')), [
      'Front matter',
      '  id: CHG-2026-0009',
      '  environments',
      '  approvals',
      '    peer: Nil Roca',
      '      role: peer',
      '      by: Nil Roca',
      '      digest: sha256-2:0000',
      '    operations: Rita Mas',
      'Above everything',
      'Portal: 2/5',
      '  1. Before: 2/5',
      '    Tag made: ticked · dba',
      '    Page updated: not applicable',
      '    Part of it',
      '    Copy of the database: asks for evidence',
      '    Alone',
      '    1.1 Deeper',
      '      Deepest',
      '  2. After',
    ]);
  });

  it('speaks Spanish', () => {
    const all = shown(documentSymbols(record, 'record', 'es')).join('\n');
    assert.match(all, /Tag made: marcado · dba\n {4}Page updated: no aplicable/);
    assert.match(all, /Copy of the database: pide evidencia/);
  });

  it('has each name inside of its part', () => {
    for (const part of all(documentSymbols(record, 'record', 'en'))) {
      const { range, nameRange, content = nameRange, children } = part;
      for (const inner of [nameRange, content, ...children.map((child) => child.range)])
        assert.ok(inner.start >= range.start && inner.end <= range.end, part.name);
    }
  });

  it('has the keys of the configuration', () => {
    const config = 'timezone: Europe/Madrid\nfreezes:\n  - { from: 2026-12-18, to: 2027-01-07 }\n';
    assert.deepEqual(shown(documentSymbols(config, 'config', 'en')), [
      'timezone: Europe/Madrid',
      'freezes',
      '  2026-12-18: 2027-01-07',
    ]);
  });

  it('has what can be read of a text under way', () => {
    assert.deepEqual(shown(documentSymbols('---\nid: A-1\nto: [\n---\n# B\n', 'record', 'en')), [
      'Front matter',
      '  id: A-1',
      'B',
    ]);
    assert.deepEqual(shown(documentSymbols('---\nid: A-1\n', 'record', 'en')), ['Front matter', '  id: A-1']);
    assert.deepEqual(documentSymbols('', 'record', 'en'), []);
    assert.deepEqual(shown(documentSymbols('---\n- a\n---\n#\n', 'template', 'en')), ['Front matter', '#']);
  });
});

describe('Folding', () => {
  it('folds front matter, approvals with their digests, sections, checklists and long steps', () => {
    assert.deepEqual(folded(record), [
      '--- … ---',
      'approvals: …   - { role: operations, by: Rita Mas }',
      '  - role: peer …     digest: sha256-2:0000',
      '# Portal … ## 2. After',
      '## 1. Before … #### Deepest',
      '- [x] Tag made <!-- step: tag by=dba --> …   of the database <!-- paso: copia evidencia -->',
      '- [ ] Copy …   of the database <!-- paso: copia evidencia -->',
      '### 1.1 Deeper … #### Deepest',
    ]);
  });

  it('counts lines of Windows', () => {
    assert.deepEqual(folded(record.replaceAll('\n', '\r\n')), folded(record));
  });

  it('folds the configuration', () => {
    const config = 'rules:\n  links/file: error\n\nfreezes:\n  - days: [fri]\n    from: "15:00"\n';
    assert.deepEqual(folded(config, 'config'), [
      'rules: …   links/file: error',
      'freezes: …     from: "15:00"',
      '  - days: [fri] …     from: "15:00"',
    ]);
  });
});

describe('Selections that grow', () => {
  it('from a word in the front matter to the whole text', () => {
    assert.deepEqual(grown(record.replace('Nil Roca', 'Nil R|oca')), [
      'Roca',
      'Nil Roca',
      'by: Nil Roca',
      'role: peer\n    by: Nil Roca\n    digest: sha256-2:0000',
      '- role: pe…Rita Mas }',
      'approvals:…Rita Mas }',
      'id: CHG-20…Rita Mas }',
      '---\nid: CH… Mas }\n---',
      'all',
    ]);
  });

  it('from a word of a step to its checklist and its sections', () => {
    assert.deepEqual(grown(record.replace('Tag made', 'T|ag made')), [
      'Tag',
      'Tag made',
      '- [x] Tag made <!-- step: tag by=dba -->',
      '- [x] Tag …dencia -->',
      'Some words…## Deepest',
      '## 1. Befo…## Deepest',
      '## 1. Befo…# 2. After',
      '# Portal\n\n…# 2. After',
      'all',
    ]);
  });

  it('takes an id as one word', () => {
    assert.equal(grown('See CHG-20|26-0001. It is done.\n')[0], 'CHG-2026-0001');
  });
});

function all(parts: readonly DocumentPart[]): DocumentPart[] {
  return parts.flatMap((part) => [part, ...all(part.children)]);
}

function shown(parts: readonly DocumentPart[], depth = 0): string[] {
  return parts.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(depth)}${name}${detail === '' ? '' : `: ${detail}`}`,
    ...shown(children, depth + 1),
  ]);
}

function folded(text: string, kind: LanguageKind = 'record'): string[] {
  const lines = text.split(/\r?\n/);
  return foldsIn(text, kind).map(({ start, end }) => `${lines[start]} … ${lines[end]}`);
}

/** Each selection; of the longer ones only both ends. */
function grown(marked: string): string[] {
  const { text, offset } = atCursor(marked);
  return selectionsAt(text, offset, 'record').map(({ start, end }) => {
    const selected = text.slice(start, end);
    if (selected === text) return 'all';
    return selected.length > 60 ? `${selected.slice(0, 10)}…${selected.slice(-10)}` : selected;
  });
}
