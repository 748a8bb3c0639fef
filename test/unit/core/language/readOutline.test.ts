import { strict as assert } from 'node:assert';
import { readOutline } from '../../../../src/core/language/readOutline';
import { textRange } from '../../../../src/core/model/text/range';
import { atCursor } from './cursorText';

/** A text with `|` at the cursor, and what the cursor stands in: `key` or `value`, the steps, and the word. */
type Case = readonly [text: string, place: string];

const cases: readonly Case[] = [
  ['a:|', 'value a'],
  ['a: |', 'value a'],
  ['a:\t|', 'value a'],
  ['a: | # why', 'value a'],
  ['a: wo|rd', 'value a "word"'],
  ['a: two wo|rds', 'value a "two words"'],
  ['a: | word', 'value a'],
  ['a: "wo|', 'value a "wo"'],
  ["a: 'wo|\nb: c", 'value a "wo"'],
  ['a: "word"|', 'value a "word"'],
  ['a: "|"', 'value a ""'],
  ['a: word |', 'nowhere'],
  ['a: two |words', 'value a "two words"'],
  ['a: # wo|rd', 'nowhere'],
  ['# wo|rd', 'nowhere'],
  ['a: |\n  wo\n', 'value a'],
  ['a: >-\n  wo|rd', 'nowhere'],
  ['a: >-\n  word\n|', 'key'],
  ['a: one\n  tw|o', 'nowhere'],
  ['wo|', 'key "wo"'],
  ['wo|rd: x', 'key "word"'],
  ['a: b\nwo|\nc: d', 'key "wo"'],
  ['a: b\n|\nc: d', 'key'],
  ['a: b\nword\n|\nc: d', 'key'],
  ['año: ñ|', 'value año "ñ"'],
  ['a:\n  wo|', 'value a "wo"'],
  ['a:\n  b: c\n  wo|', 'key a "wo"'],
  ['a:\n  b: c\n |', 'nowhere'],
  ['a:\r\n  b: |\r\nc: d\r\n', 'value a.b'],
  ['a:\r\n  b: c\r\n  wo|\r\n', 'key a "wo"'],
  ['a:\n-|', 'value a.-'],
  ['a:\n  - |', 'value a.-'],
  ['a:\n  - b: c\n  - wo|', 'value a.- "wo"'],
  ['a:\n  - b: c\n    |', 'key a.-'],
  ['a:\n  - b: |\n    c: d', 'value a.-.b'],
  ['a: [|', 'value a.-'],
  ['a: [b, |', 'value a.-'],
  ['a: [b, c|\nd: e', 'value a.- "c"'],
  ['a: [b, |]', 'value a.-'],
  ['a: [\n  b,\n  |\n]', 'value a.-'],
  ['a: {|', 'key a'],
  ['a: {b: |', 'value a.b'],
  ['a: {b: |\nc: d', 'value a.b'],
  ['a: {b: c, wo|}', 'key a "wo"'],
  ['a: {\n  b: c,\n  |\n}', 'key a'],
  ['a: [{b: c}, {wo|', 'key a.- "wo"'],
  ['a: [{b: [c, |', 'value a.-.b.-'],
  ['a: {| b: c}', 'nowhere'],
  ['a:\n  half\n  wo|', 'value a "wo"'],
  ['|', 'key'],
];

describe('The outline of YAML under way', () => {
  for (const [marked, expected] of cases)
    it(`sees the cursor in ${JSON.stringify(marked)}: ${expected}`, () => {
      assert.equal(seen(marked), expected);
    });

  it('says where the word at the cursor stands, quotes included', () => {
    for (const [marked, word] of [
      ['a: wo|rd # x', 'word'],
      ['a: "wo|\nb: c', '"wo'],
      ['\r\na:\r\n  - wo|rd\r\n', 'word'],
      ['a: [x, |y, z]', 'y'],
    ] as const) {
      const { text, offset } = atCursor(marked);
      const { place } = readOutline(text, textRange(0, text.length), offset);
      assert.equal(text.slice(place?.token?.range.start, place?.token?.range.end), word, marked);
    }
  });

  it('holds what stands around the cursor, however much is wrong there', () => {
    const { text, offset } = atCursor('a: b\nhalf\nc: [d, |\ne:\n  - { f: g, \nh: "i\n');
    const { root } = readOutline(text, textRange(0, text.length), offset);
    assert.deepEqual(
      root.entries.map(({ key }) => key.value),
      ['a', 'c', 'e', 'h'],
    );
  });

  it('takes nothing of a text but what it is told is YAML', () => {
    const { root, place } = readOutline('---\na: \n---\nb: c\n', textRange(4, 7), 7);
    assert.deepEqual([root.entries.length, place?.path], [1, ['a']]);
  });
});

function seen(marked: string): string {
  const { text, offset } = atCursor(marked);
  const { place } = readOutline(text, textRange(0, text.length), offset);
  if (!place) return 'nowhere';
  const path = place.path.map((step) => step ?? '-').join('.');
  const word = place.token ? JSON.stringify(place.token.value) : '';
  return [place.part, path, word].filter((part) => part !== '').join(' ');
}
