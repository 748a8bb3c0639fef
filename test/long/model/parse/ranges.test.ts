import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Located } from '../../../../src/core/model/parse/located';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import type { ParsedRecord } from '../../../../src/core/model/parse/record';
import type { LineRange } from '../../../../src/core/model/text/range';
import { checkText } from '../../../unit/support/memoryWorkspace';
import { randomRecord } from '../../../unit/support/randomRecord';

/** A short form runs with the other tests; `npm run test:soak` makes a long one of it. */
const runs = { numRuns: process.env.CHANGEBOOK_PLACES === '1' ? 300 : 100, seed: 20261121 };

describe('Places of keys and values', () => {
  it('are where the text has them, in every style', () => {
    fc.assert(
      fc.property(randomRecord, ({ text, values }) => {
        const record = parsed(text);
        for (const [name, value] of Object.entries(values))
          assert.equal(Object(record.data)[name], value, name);
        checkPlaces(record.located, text);
      }),
      runs,
    );
  });

  it('stay in their lines and columns when lines end with CRLF', () => {
    fc.assert(
      fc.property(randomRecord, ({ text }) => {
        const converted = text.replaceAll('\n', '\r\n');
        assert.deepEqual(seen(converted), seen(text));
        assert.deepEqual(findings(converted), findings(text));
      }),
      runs,
    );
  });

  it('stay in their lines and columns when lines end with CR', () => {
    fc.assert(
      fc.property(randomRecord, ({ text }) => {
        const converted = text.replaceAll('\n', '\r');
        assert.deepEqual(seen(converted), seen(text));
        assert.deepEqual(findings(converted), findings(text));
      }),
      runs,
    );
  });

  it('move by one column on the first line alone behind a byte order mark', () => {
    fc.assert(
      fc.property(randomRecord, ({ text }) => {
        const record = parsed(text);
        const marked = parsed(`\uFEFF${text}`);
        assert.deepEqual(marked.data, record.data);
        assert.deepEqual(record.lines.rangeAt(record.fence), lineRange(0, 0, 0, 3));
        assert.deepEqual(marked.lines.rangeAt(marked.fence), lineRange(0, 1, 0, 4));
        const { fence: _, ...rest } = seen(text);
        const { fence: __, ...markedRest } = seen(`\uFEFF${text}`);
        assert.deepEqual(markedRest, rest);
      }),
      runs,
    );
  });

  it('count columns in UTF-16 units, tabs as one', () => {
    const text = '---\ntype: change\ntitle: "😀\t👩‍💻" # é\nowner: 😀 x\n---\n';
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const record = parsed(text.replaceAll('\n', lineBreak));
      const place = (name: string) => {
        const located = record.located.fields?.[name];
        return located ? record.lines.rangeAt(located.node.range) : undefined;
      };
      assert.deepEqual(place('title'), lineRange(2, 7, 2, 17));
      assert.deepEqual(place('owner'), lineRange(3, 7, 3, 11));
    }
  });
});

function parsed(text: string): ParsedRecord {
  return parseRecord(text) ?? assert.fail('not read as a record');
}

function lineRange(line: number, column: number, endLine: number, endColumn: number): LineRange {
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

function checkPlaces(place: Located, text: string): void {
  const { node, key, keyRange } = place;
  if (key !== undefined && keyRange) {
    assert.equal(text.slice(keyRange.start, keyRange.end).replace(/^"(.*)"$/, '$1'), key);
  }
  const source = text.slice(node.range.start, node.range.end);
  if (node.kind === 'list') assert.match(source, node.flow ? /^\[[\s\S]*\]$/ : /^- /);
  if (node.kind === 'map' && node.flow) assert.match(source, /^\{[\s\S]*\}$/);
  if (node.kind === 'scalar') assert.equal(valueIn(source, node.style), node.value, source);
  for (const part of [...Object.values(place.fields ?? {}), ...(place.items ?? [])]) checkPlaces(part, text);
}

function valueIn(source: string, style: string): string {
  if (style === 'plain') return source;
  if (style === 'quoted') {
    return source.startsWith('"') ? JSON.parse(source) : source.slice(1, -1).replaceAll("''", "'");
  }
  return `${source
    .replace(/^\|?\n?/, '')
    .replace(/^ {2}/gm, '')
    .trimEnd()}\n`;
}

/** All parts of a record, with their places in lines and columns. */
function seen(text: string) {
  const { lines, body, ...record } = parsed(text);
  const at = (range: { start: number; end: number }) => lines.rangeAt(range);
  const places: unknown[] = [];
  const visit = ({ node, keyRange, fields, items }: Located): void => {
    places.push([
      node.kind,
      node.kind === 'map' && !node.flow ? '' : at(node.range),
      keyRange ? at(keyRange) : '',
    ]);
    for (const part of [...Object.values(fields ?? {}), ...(items ?? [])]) visit(part);
  };
  visit(record.located);
  return {
    data: record.data,
    language: record.language,
    fence: at(record.fence),
    places,
    problems: record.problems.map(({ code, range, args }) => ({ code, args, at: at(range) })),
    headings: body.headings.map(({ range, ...heading }) => ({ ...heading, at: at(range) })),
    steps: body.steps.map(({ range, box, ...step }) => ({ ...step, at: at(range), box: at(box) })),
    links: body.links.map(({ range, ...link }) => ({ ...link, at: at(range) })),
    prose: body.prose().map(at),
  };
}

/** Findings with their fixes. A fix inserts the line breaks of its text. */
function findings(text: string): unknown {
  return JSON.parse(JSON.stringify(checkText(text)).replaceAll(/\\r\\n|\\r/g, '\\n'));
}
