import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readBody } from '../../../../../src/core/model/parse/readBody';
import type { FileLink } from '../../../../../src/core/model/parse/step';
import { LineMap } from '../../../../../src/core/model/text/lineMap';

const pieces = [
  ...[
    '[a](b.md)',
    '[Lee *esto*](../ñu/año.md#paso-1)',
    '![i](x.png)',
    '[w](https://example.org/a?b=1#c)',
    '[]()',
  ],
  ...[
    '[a] (b.md)',
    '[a](<b c.md>)',
    '[a](b.md "t")',
    '[a]( b.md )',
    '[a](b(c).md)',
    '[a](b%20c.md)',
    '[a',
    '](b.md)',
  ],
  ...[
    '[a [b](c.md)](d.md)',
    '*',
    '_x_',
    '[ ] ',
    '[x] ',
    '(b.md)',
    '!',
    '\n',
    ' ',
    'text',
    '|',
    ':',
    '[a](b.md',
    '[^1]',
  ],
  ...[
    '[n]\n(b.md)',
    '[a\nb](c.md)',
    '[a](mailto:x@example.org)',
    '[a](javascript:x)',
    '[a](/b.md)',
    '[a](#b)',
    '{',
    '\u00a0',
  ],
];

function linksOf(text: string): readonly FileLink[] {
  return readBody(new LineMap(text), 0).links;
}

describe('The links of a body', () => {
  it('are the same whether or not markdown-it is needed to find them', () => {
    let found = 0;
    const body = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(body, (parts) => {
        const text = `- ${parts.join('')}`;
        const links = linksOf(`${text} end`);
        found += links.length;
        // Code after them changes no link, and always needs markdown-it.
        assert.deepEqual(links, linksOf(`${text} \`x\``));
      }),
      { numRuns: 3000 },
    );
    assert.ok(found > 1000);
  });

  it('are found in each cell of a row', () => {
    const cell = '[a \\| b](c.md) |';
    const table = (cells: number): string => `|${cell.repeat(cells)}\n|${'-|'.repeat(cells)}\n`;
    const starts = linksOf(table(3)).map(({ range }) => range.start);
    assert.deepEqual(
      starts,
      [0, 1, 2].map((index) => 1 + index * cell.length + cell.indexOf('c.md')),
    );
  });

  it('are found in definitions wherever they stand, and not in the text of footnotes or in code', () => {
    const text = [
      '[a][] [b][] [c][] [d][] [e][] [f^][] [g][] x[^1] ^[an aside [h](h.md)]',
      '```',
      '[a]: a.md',
      '```',
      '',
      '[a]: a.md',
      '[b]:',
      '  <b b.md> "B"',
      '',
      '> [c]: ../c.md',
      '',
      '- [d]: d.md#x',
      '',
      '[e]: https://example.org/e.md',
      '[f^]: f.md',
      '[^1]: See it.',
      '[^2]: g.md',
      '[g]: /g.md',
      '    [i]: i.md',
    ].join('\r\n');
    const links = linksOf(text);
    assert.deepEqual(
      links.map(({ path }) => path),
      ['h.md', 'a.md', 'b b.md', '../c.md', 'd.md', 'f.md'],
    );
    assert.equal(links[1]?.range.start, text.lastIndexOf('a.md'));
    for (const { path, range } of links)
      assert.match(text.slice(range.start, range.end), new RegExp(`^<?${path}(?:#x)?>?$`));
  });

  it('in a fence end it only with a line of as many marks that says nothing else', () => {
    for (const fenced of [
      ['```', '```js', '[a]: code.md', '```'],
      ['````', '```', '[a]: code.md', '````'],
      ['~~~', '```', '[a]: code.md', '~~~'],
      ['```', '[a]: code.md', '````  '],
      ['``` a`b', '[x](x.md)', ''],
    ]) {
      const links = linksOf(['[a]', '', ...fenced, '', '[a]: own.md'].join('\n'));
      assert.deepEqual(
        links.map(({ path }) => path).filter((path) => path !== 'x.md'),
        ['own.md'],
        fenced.join('\n'),
      );
    }
  });
});
