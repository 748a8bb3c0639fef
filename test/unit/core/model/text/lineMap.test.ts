import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { applyEdits, lineBreakOf } from '../../../../../src/core/model/text/edit';
import { LineMap } from '../../../../../src/core/model/text/lineMap';
import { unpackRange } from '../../../../../src/core/model/text/range';

const text = fc
  .array(fc.constantFrom('a', '😀', '\t', '\n', '\r\n', '\r', '\u2028', '\uFEFF', ' '), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('Lines of a text', () => {
  it('end at LF, CRLF and a lone CR, and at nothing else', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const lines = new LineMap(whole);
        const expected = whole.split(/\r\n|\r|\n/);
        assert.equal(lines.lineCount, expected.length);
        assert.deepEqual(
          expected.map((_, line) => lines.lineText(line)),
          expected,
        );
      }),
      { numRuns: 1000, seed: 20261121 },
    );
  });

  it('give a position for every offset, and the offset back', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const lines = new LineMap(whole);
        for (let offset = 0; offset <= whole.length; offset++) {
          const position = lines.positionAt(offset);
          assert.equal(lines.offsetAt(position), offset);
          assert.equal(lines.startOf(position.line) + position.column, offset);
        }
        assert.deepEqual(lines.positionAt(whole.length + 5).line, lines.lineCount - 1);
        assert.equal(lines.offsetAt({ line: 1000, column: 3 }), whole.length);
      }),
      { numRuns: 500, seed: 20261121 },
    );
  });
});

describe('A packed range', () => {
  it('is where the range is, whatever lines it begins and ends on', () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (whole, start, length) => {
        const lines = new LineMap(whole);
        const range = { start, end: start + length };
        assert.deepEqual(unpackRange(lines.packedAt(range)), lines.rangeAt(range));
        const [start1, end1] = [lines.positionAt(range.start), lines.positionAt(range.end)];
        assert.deepEqual(lines.rangeAt(range), { start: start1, end: end1 });
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });
});

describe('Edits', () => {
  it('are applied from first to last, each once', () => {
    const edits = [
      { range: { start: 4, end: 5 }, text: 'X' },
      { range: { start: 0, end: 0 }, text: '<' },
      { range: { start: 1, end: 3 }, text: '' },
      { range: { start: 6, end: 6 }, text: '>' },
    ];
    assert.deepEqual(applyEdits('abcdef', edits), { text: '<adXf>', applied: 4 });
  });

  it('that overlap one before them, or lie outside, wait', () => {
    const edits = [
      { range: { start: 1, end: 4 }, text: 'X' },
      { range: { start: 3, end: 5 }, text: 'Y' },
      { range: { start: 4, end: 4 }, text: 'Z' },
      { range: { start: 5, end: 9 }, text: 'W' },
    ];
    assert.deepEqual(applyEdits('abcdef', edits), { text: 'aXZef', applied: 2 });
  });

  it('use the line break of the first line', () => {
    const breaks = {
      '': '\n',
      a: '\n',
      'a\nb\r\n': '\n',
      'a\r\nb\n': '\r\n',
      '\r\n': '\r\n',
      '\n': '\n',
      'a\rb\n': '\r',
    };
    for (const [whole, lineBreak] of Object.entries(breaks)) assert.equal(lineBreakOf(whole), lineBreak);
  });
});
