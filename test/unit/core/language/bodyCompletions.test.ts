import { strict as assert } from 'node:assert';
import type { Completion } from '../../../../src/core/language/completion';
import { completionsAt } from '../../../../src/core/language/completionsAt';
import { configOf, indexOf } from '../../support/memoryWorkspace';
import { atCursor, inputOf, texts } from './cursorText';

const front =
  '---\nid: CHG-2026-0009\ntype: change\nprocedure: PROC-RELEASE@1.2.0\ntickets: [{ id: SUP-12, title: Slow search }, TKT-7]\n---\n';
const all = new Map([
  ...texts,
  [
    '.changebook/config.yaml',
    'trackers: [{ pattern: "^SUP-\\\\d+$", url: "https://help.example/{id}" }, { pattern: "^(A|B)-\\\\d+$", url: "https://x.example/{id}" }]\n',
  ],
  [
    'procedures/PROC-RELEASE.md',
    '---\nid: PROC-RELEASE\ntype: procedure\nversion: 1.2.0\n---\n# Release\n\n- [ ] Tag it <!-- step: tag -->\n- [ ] Copy <!-- step: copy -->\n- [ ] Tell\n',
  ],
]);
const { config } = configOf(all);
const index = indexOf(all);

describe('Completion in the text of a record', () => {
  it('lists ids with their titles once their first part stands there', () => {
    assert.deepEqual(shown('As in CHG-|\n'), [
      'CHG-2026-0002 [run](command:evil) ![p](https://e.example/p.png) <img src=x> https://e.example $(x) · to do',
      'CHG-2026-0001 First change · to be released',
    ]);
    assert.deepEqual(labels('As in chg-|\n'), ['CHG-2026-0002', 'CHG-2026-0001']);
    assert.deepEqual(shown('By PROC|\n'), ['PROC-RELEASE Release · 1.2.0', 'PROC-OLD Old · 1.0.0 · retired']);
    assert.deepEqual(shown('TKT|, x\n', 'es'), ['TKT-7 Search misses accents · en pruebas']);
  });

  it('finds an id by what its title holds behind that part', () => {
    assert.deepEqual(labels('CHG-first|\n'), ['CHG-2026-0001']);
    assert.equal(items('CHG-first|\n')[0]?.filterText, 'CHG-2026-0001 First change');
  });

  it('leaves prose alone', () => {
    for (const text of [
      'A | b\n',
      '- |\n',
      'well-|\n',
      'chg|\n',
      'process|\n',
      'http://x/CHG-|\n',
      'src/TKT|\n',
      'PROC-RELEASE@|\n',
      'nil@CHG-|\n',
    ])
      assert.deepEqual(labels(text), [], text);
  });

  it('lists all of them where somebody asks', () => {
    assert.deepEqual(labels('See |\n', true).slice(0, 2), ['SUP-12', 'SUP-']);
    assert.ok(labels('See |\n', true).includes('CHG-2026-0001'));
    assert.ok(!labels('See |\n', true).includes('CHG-2026-0009'));
    assert.deepEqual(labels('See|\n', true), []);
  });

  it('lists the tickets of trackers that the record has, and how tickets begin', () => {
    assert.deepEqual(shown('For SUP|\n'), ['SUP-12 Slow search', 'SUP- https://help.example/{id}']);
    assert.deepEqual(labels('For SUP-|\n'), ['SUP-12']);
  });

  it('replaces what is typed', () => {
    const { text, offset } = atCursor(`${front}As in CHG-20|26.\n`);
    const { range } = completionsAt(text, offset, inputOf({ config, index })).items[0] ?? assert.fail();
    assert.equal(text.slice(range.start, range.end), 'CHG-20');
  });

  it('lists the headings of the text behind the # of a link', () => {
    assert.deepEqual(shown('# Portal\n\n## Añadido\n\n## Añadido\n\n[there](#|)\n'), [
      'portal Portal',
      'añadido Añadido',
      'añadido-1 Añadido',
    ]);
    assert.deepEqual(labels('[there](other.md#|)\n'), []);
  });

  it('names a step as its procedure does, that of the same text first', () => {
    assert.deepEqual(sorted('- [ ] Copy <!-- step: |\n').slice(0, 2), ['copy', 'tag']);
    assert.deepEqual(sorted('- [ ] Copy <!-- paso:|\n').slice(0, 2), ['copy', 'tag']);
    assert.deepEqual(sorted('- [ ] x <!-- step: tag -->\n- [ ] Copy <!-- step: c| -->\n').slice(0, 1), [
      'copy',
    ]);
    assert.ok(!sorted('- [ ] Copy <!-- step: copy by|\n').includes('tag'));
    const taken = items('- [ ] Copy <!-- step:|\n').find(({ label }) => label === 'copy');
    assert.equal(taken?.insertText, ' copy');
  });
});

describe('Completion of what names a part of the text', () => {
  it('offers the headings that a gate and a rollback may name', () => {
    const body = '---\n# Title\n\n## 3. Try\n\n### 4.2 Go\n\n## Rollback\n';
    const procedure = '---\nid: PROC-X\ntype: procedure\ngates:\n';
    assert.deepEqual(values(`${procedure}  - { section: |, requires: ["3."] }\n${body}`), [
      'Title',
      '"3."',
      '"4.2"',
      'Rollback',
    ]);
    assert.deepEqual(values(`${procedure}  - { section: "4.2", requires: ["3.", |] }\n${body}`), [
      'Title',
      '"4.2"',
      'Rollback',
    ]);
    const change = '---\nid: CHG-2026-0009\ntipo: cambio\nreversion: { seccion: | }\n';
    assert.ok(values(change + body).includes('Rollback'));
  });

  it('offers the names of steps that may restore', () => {
    const text =
      '---\nid: CHG-2026-0009\ntype: change\ndatabase: [{ restore: | }]\n---\n- [ ] Copy <!-- step: backup -->\n- [ ] Other\n';
    assert.deepEqual(values(text), ['backup']);
  });
});

function values(marked: string): string[] {
  const { text, offset } = atCursor(marked);
  return completionsAt(text, offset, inputOf({ config, index })).items.map(({ insertText }) =>
    insertText.trim(),
  );
}

function items(marked: string, asked = false, language: 'en' | 'es' = 'en'): readonly Completion[] {
  const { text, offset } = atCursor(front + marked);
  return completionsAt(text, offset, inputOf({ config, index, asked, language })).items;
}

function labels(marked: string, asked = false): string[] {
  return items(marked, asked).map(({ label }) => label);
}

function shown(marked: string, language: 'en' | 'es' = 'en'): string[] {
  return items(marked, false, language).map(({ label, detail }) => `${label} ${detail}`);
}

function sorted(marked: string): string[] {
  return [...items(marked)].sort((a, b) => (a.sortText < b.sortText ? -1 : 1)).map(({ label }) => label);
}
