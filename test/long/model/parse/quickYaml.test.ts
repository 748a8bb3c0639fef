import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { parseTree } from '../../../../src/core/model/parse/parseTree';
import { quickYaml } from '../../../../src/core/model/parse/quickYaml';
import { nearTexts, textsIn } from '../../../unit/support/nearTexts';

/** Compares what both readers say of a text with either kind of line breaks; false where the quick one leaves it alone. */
function compare(source: string): boolean {
  const [read] = [source, source.replaceAll('\n', '\r\n')].map((either) => {
    const root = quickYaml(either, 4);
    const whole = (): unknown => parseTree(either, 4);
    if (root) assert.deepEqual({ root, problems: [] }, whole(), JSON.stringify(either));
    return root !== undefined;
  });
  return read === true;
}

const usual = fc.constantFrom(
  ...['a', 'two words', '3.10', '2026-11-30 10:00', '"q"', '[a, b]', '{ a: b, c: "d, e" }', 'a # c', ''],
);
const odd = fc.constantFrom(
  ...[
    '2026-11-30T10:00+01:00',
    "'s'",
    '""',
    '~',
    'null',
    '"a: b # c"',
    "'it''s'",
    '"\\n"',
    '"\\\\d"',
    '"a\\\\"',
    '"\\\\\\""',
    'a #1',
    '#1',
    '# c',
    'a#b',
  ],
  ...[
    'a:b',
    'a: b',
    'a:',
    ':a',
    'https://a.b/c?d=e',
    '[]',
    '[ ]',
    '[a, b,]',
    '[a,, b]',
    '[a: b]',
    '[a, {b: c}]',
    '{a:b}',
  ],
  ...[
    '{a: }',
    '{}',
    '{{a}}',
    '{ a: [b, c], d: { e: f } } # c',
    '[a',
    '{a: b',
    'a]',
    '[a]b',
    '"a"b',
    '-',
    '- a',
    '-a',
    '<<',
  ],
  ...[
    '--- a',
    '-1',
    '-[a]',
    '? a',
    '&x a',
    '*x',
    '!t a',
    '|',
    '>',
    '%a',
    '@a',
    '`a`',
    'ñandú',
    '😀 ok',
    '\u00a0a',
    '=',
  ],
  ...['a\u00a0', 'a\u2028b', 'x  ', '\ud83d', 'a\tb', '\r'],
);
const values = fc.oneof({ weight: 9, arbitrary: usual }, odd);
const oddKeys = fc.constantFrom(
  ...['x-own', 'a b', '1', 'año', '"q"', 'a:', '?', '<<', '-', '- - b', '#', '', 'k.l/m'],
);
/** Lines of mappings and lists, and what may stand where one of them does. */
const line = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', '- f', '- g'), values)
      .map((all) => all.join(': ')),
  },
  { weight: 4, arbitrary: values.map((value) => `- ${value}`) },
  {
    weight: 1,
    arbitrary: fc.tuple(oddKeys, fc.constantFrom(': ', ':', ' : ', ':  '), values).map((all) => all.join('')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '  ',
      '# c',
      '#1',
      '---',
      '...',
      '%YAML 1.2',
      'plain',
      '\ta: b',
      'a: b\r',
      '-\ta',
    ),
  },
);
const indents = fc.constantFrom('', '', '', '', '', '  ', '  ', '    ', ' ');
const documents = fc
  .array(fc.tuple(indents, line), { minLength: 1, maxLength: 6 })
  .map((all) => all.map(([indent, text]) => indent + text).join('\n'));

const written = textsIn(['examples', 'test/fixtures', 'docs'], /\.(?:md|ya?ml)$/).flatMap((text) =>
  [...text.matchAll(/^---\n([\s\S]*?)^---$/gm)].map(([, yaml = '']) => yaml),
);
const pieces = fc.oneof(values, line, indents, fc.constantFrom('\n', ': ', ', ', '"', ']', '}'));
const changed = nearTexts(written, pieces);

describe('The quick reading of YAML beside js-yaml', () => {
  it('says the same of the front matter of every record of the examples and fixtures, and reads nearly all of it', () => {
    const read = written.filter(compare);
    assert.ok(read.length > written.length * 0.8, `${read.length} of ${written.length}`);
  });

  for (const [name, texts] of Object.entries({
    'mappings made of lines': documents,
    'changed front matter': changed,
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
});
