import { strict as assert } from 'node:assert';
import { digestOf } from '../../../src/core/approvals/approvedContent';
import { emptyConfig } from '../../../src/core/config/workspaceConfig';
import { blocksText } from '../../../src/core/import/block';
import { longestCell } from '../../../src/core/import/exportTable';
import { readHtml } from '../../../src/core/import/readHtml';
import { readMarkdown, readPlain } from '../../../src/core/import/readMarkdown';
import { readWiki } from '../../../src/core/import/readWiki';
import { longestText } from '../../../src/core/model/parse/longestText';
import { parseRecord } from '../../../src/core/model/parse/parseRecord';
import { readBody } from '../../../src/core/model/parse/readBody';
import type { ParsedRecord } from '../../../src/core/model/parse/record';
import { LineMap } from '../../../src/core/model/text/lineMap';
import { itemGroups } from '../../../src/core/notices/noticeMarkup';
import { recordSummary } from '../../../src/core/rules/recordEntry';
import { recordRules } from '../../../src/core/rules/registry';
import { hostileBodies, hostileTexts } from '../../unit/support/hostileBodies';
import { checkText } from '../../unit/support/memoryWorkspace';
import { ticketText } from '../../unit/support/recordFixtures';
import { millisecondsOf } from '../milliseconds';

/** Reading is linear; this is what a megabyte of one-line headings takes on a slow, busy machine. */
const readingLimit = 2000;
const ruleLimit = 200;

describe('Limits of time: hostile texts', () => {
  for (const [name, body] of Object.entries({ ...hostileBodies, ...hostileTexts })) {
    it(`${name}: is read and checked in time`, () => {
      const text = `---\nid: CHG-2026-0001\ntype: change\n---\n${body}\n`;
      assert.ok(text.length <= longestText, `${text.length} characters are not read`);
      let record: ParsedRecord | undefined;
      const read = (): void => {
        record = parseRecord(text);
      };
      const reading = millisecondsOf(read, readingLimit / 2);
      assert.ok(reading < readingLimit, `reading took ${Math.round(reading)} ms`);
      assert.ok(record, 'no record');
      const found = record;
      const summing = millisecondsOf(() => recordSummary(found, 'a.md', emptyConfig), ruleLimit);
      assert.ok(summing < ruleLimit, `the summary took ${Math.round(summing)} ms`);
      for (const rule of recordRules) {
        const option = (option: string): unknown => rule.options[option]?.default;
        const context = { file: 'a.md', config: emptyConfig, option };
        const checking = millisecondsOf(() => [...rule.check(found, context)], ruleLimit);
        assert.ok(checking < ruleLimit, `${rule.id} took ${Math.round(checking)} ms`);
      }
    });
  }

  it('in values cost no more than in the body', () => {
    for (const [name, body] of Object.entries(hostileTexts)) {
      // Long paragraphs are looked at in part only, so they come in pieces too.
      const pieces = (body.slice(0, 900_000).match(/[\s\S]{1,15000}/g) ?? []).join('\n\n');
      const inPieces = millisecondsOf(() => checkText(ticketText([], pieces)), 800);
      assert.ok(inPieces < 800, `${name} in pieces took ${Math.round(inPieces)} ms`);
      const value = JSON.stringify(body.slice(0, 60_000));
      const text = `---\nid: TKT-0001\ntype: ticket\ntitle: ${value}\nrequested_by: ${body.slice(0, 30).trim()}\n---\n`;
      const took = millisecondsOf(() => checkText(text, 'TKT-0001.md'), 400);
      assert.ok(took < 400, `${name} took ${Math.round(took)} ms`);
    }
  });

  it('64 KB of front matter that is blank lines, comments or one scalar cost little', () => {
    const fillers = ['\n', ' \n', '\t\n', '# x\n', '  # x\n', `${' '.repeat(500)}\n`, '\r', '\r\n'];
    for (const filler of fillers) {
      const text = `---\nid: TKT-0001\ntype: ticket\n${filler.repeat(Math.floor(63_000 / filler.length))}---\n`;
      const found = quickly(() => checkText(text, 'TKT-0001.md'));
      if (!filler.includes('\t')) assert.deepEqual(found, [], JSON.stringify(filler));
    }
    const scalars = [
      `"${'\\'.repeat(62_000)}"`,
      `'${"'".repeat(62_000)}'`,
      `|\n${'  x\n'.repeat(15_000)}`,
      'a: '.repeat(20_000),
    ];
    for (const scalar of scalars) quickly(() => checkText(ticketText([`title: ${scalar}`])));
    const lines = [...'[]{}:-?&*!|>\'"%@`,#'].map((sign) => `${sign}\n`.repeat(31_000));
    for (const line of lines) quickly(() => checkText(ticketText([line])));
    for (const line of ['a\n', 'a:\n', 'a: [\n', '- a\n', 'a: "\n']) {
      quickly(() => checkText(ticketText([line.repeat(Math.floor(63_000 / line.length)), '@'])));
    }
  });

  it('a row of a table with thousands of links costs no more than other links', () => {
    const table = `|${'[a \\| b](c.md) |'.repeat(20_000)}\n|${'-|'.repeat(20_000)}\n`;
    let found = 0;
    const took = millisecondsOf(() => {
      found = readBody(new LineMap(table), 0).links.length;
    }, 2000);
    assert.ok(took < 2000, `${took} ms`);
    assert.equal(found, 20_000);
  });

  it('a definition of a link costs no more below a list thousands deep', () => {
    const text = new LineMap(`[a]: b.md\n${'- '.repeat(30_000)}x`);
    const took = millisecondsOf(() => readBody(text, 0), 2000);
    assert.ok(took < 2000, `${took} ms`);
  });

  it('release notes are written in time, whatever blanks an item is made of', () => {
    const item = `a${' '.repeat(45_000)}b`;
    const took = millisecondsOf(() => itemGroups(`- ${item}`), 500);
    assert.ok(took < 500, `${Math.round(took)} ms`);
  });

  it('the text of an export is read in time, whatever it is made of', () => {
    const pieces = [
      '<!--',
      '<a "',
      '[',
      '`',
      '![',
      '**',
      '{{',
      '- ',
      '# # ',
      '<script',
      '\n```\n',
      '{code}',
      '!a.b',
    ];
    for (const read of [readMarkdown, readPlain, readWiki, readHtml])
      for (const piece of pieces) {
        const text = piece.repeat(longestCell / piece.length);
        const took = millisecondsOf(() => blocksText(read(text).blocks), 500);
        assert.ok(took < 500, `${read.name} ${JSON.stringify(piece)}: ${Math.round(took)} ms`);
      }
  });

  it('what an approval is about is read in a moment, however many comments there are', () => {
    const hostile = [
      '#\n'.repeat(25_000),
      `approvals: # a\n${'  #\n'.repeat(12_000)}`,
      `owner: "${'#'.repeat(50_000)}"\n`,
      'status: #\n'.repeat(4_000),
      '#\nstatus: a\n'.repeat(4_000),
    ].map((front) => parseRecord(`---\nid: CHG-2026-0001\ntype: change\n${front}---\n# Title\n`));
    const took = millisecondsOf(() => {
      for (const record of hostile) digestOf(record?.type === 'change' ? record : assert.fail('no change'));
    }, 2000);
    assert.ok(took < 2000, `${took} ms`);
  });
});

/** What a check gives, which must take less than a second. */
function quickly<T>(check: () => T): T {
  const results: T[] = [];
  const took = millisecondsOf(() => results.push(check()), 1000);
  assert.ok(took < 1000, `took ${Math.round(took)} ms`);
  return results.at(-1) ?? assert.fail('nothing was checked');
}
