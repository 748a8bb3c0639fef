import { strict as assert } from 'node:assert';
import { blocksText, type ImportedText } from '../../../../src/core/import/block';
import { isHtml, readHtml } from '../../../../src/core/import/readHtml';
import { readMarkdown, readPlain } from '../../../../src/core/import/readMarkdown';
import { readWiki } from '../../../../src/core/import/readWiki';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { renderMarkdown } from '../../../../src/core/notices/noticeMarkup';

const readers: { readonly [name: string]: (text: string) => ImportedText } = {
  readPlain,
  readMarkdown,
  readWiki,
  readHtml,
};

/** What would mean something, had it been written here. */
const hostile = [
  '# Title',
  'Title\n=====',
  'Title\n---',
  '---\nstatus: done\n---',
  '<!-- step: drop -->',
  '<!-- never closed',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '[a]: javascript:alert(1)\n\n[a]',
  '![a](file:///etc/passwd)',
  '[b](../secret.md)',
  '    indented',
  '~~~\nopen',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  'a\n:-:\nb',
  '+++',
  '> quoted',
  '&lt;script&gt;',
  '&#60;script&#62;',
  '[^1]\n\n[^1]: note',
  '\u202e reversed \u0007',
];

describe('A text from elsewhere', () => {
  for (const [name, read] of Object.entries(readers)) {
    it(`is words, lists, code and links of the web and nothing else (${name})`, () => {
      for (const text of hostile) {
        const markdown = blocksText(read(text).blocks);
        const { html } = renderMarkdown(markdown);
        const tags = html.match(/<(?!\/?(?:p|strong|ul|ol|li|code|pre|br|a)\b)[^>]*>/gi);
        assert.equal(tags, null, `${text}\n${markdown}\n${html}`);
        assert.doesNotMatch(html, /href="(?!https?:|mailto:)/, html);
        const record = parseRecord(
          `---\nid: TKT-1\ntype: ticket\n---\n# T\n\n${markdown}\n\n## After\n\n- [ ] Step\n`,
        );
        assert.deepEqual(
          record?.body.headings.map(({ title }) => title),
          ['T', 'After'],
          markdown,
        );
        assert.deepEqual(record.body.links, [], markdown);
        assert.deepEqual(
          record.body.steps.map((step) => step.text),
          ['Step'],
          markdown,
        );
        assert.doesNotMatch(markdown, /\u202e|\p{Cc}(?<!\n)/u);
      }
    });
  }

  it('keeps boxes, lists in lists, code and links', () => {
    const text = (read: ImportedText, boxes = false): string => blocksText(read.blocks, boxes);
    assert.equal(
      text(readMarkdown('Do:\n1. [x] one\n   - [ ] in it\n2. two\n\n`a_b` [w](https://e.org/x_y)')),
      'Do:\n\n1. [x] one\n   - [ ] in it\n2. two\n\n`a_b` [w](<https://e.org/x_y>)',
    );
    assert.equal(
      text(readWiki('# one\n## (/) in it\n# two {{a_b}} [w|https://e.org]\n*strong*'), true),
      '1. [ ] one\n   1. [x] in it\n2. [ ] two `a_b` [w](<https://e.org>)\n\n**strong**',
    );
    assert.equal(
      text(readHtml('<p>a&nbsp;b<br>c</p><ol><li>one<ul><li>[x] in it</li></ul></li></ol><pre>x\n y</pre>')),
      'a b\\\nc\n\n1. one\n   - [x] in it\n\n```\nx\n y\n```',
    );
    assert.ok(isHtml('a<br>b') && !isHtml('if a < b and c > d'));
  });
});
