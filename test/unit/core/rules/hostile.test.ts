import { strict as assert } from 'node:assert';
import { emptyConfig } from '../../../../src/core/config/workspaceConfig';
import { longestText, parseRecord } from '../../../../src/core/model/parse/parseRecord';
import type { ParsedRecord } from '../../../../src/core/model/parse/record';
import { readConfig } from '../../../../src/core/rules/readConfig';
import { recordSummary } from '../../../../src/core/rules/recordEntry';
import { recordRules } from '../../../../src/core/rules/registry';
import { messageOf } from '../../../../src/core/rules/renderFinding';
import { hostileBodies, hostileTexts } from '../../support/hostileBodies';
import { checkText } from '../../support/memoryWorkspace';
import { millisecondsOf } from '../../support/milliseconds';
import { ticketText } from '../../support/recordFixtures';

/** Reading is linear; this is what a megabyte of one-line headings takes on a slow, busy machine. */
const readingLimit = 2000;
const ruleLimit = 200;

describe('Hostile texts', () => {
  for (const [name, body] of Object.entries({ ...hostileBodies, ...hostileTexts })) {
    it(`${name}: read and checked in time`, () => {
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

  it('over a megabyte are not read, and say so at their fence', () => {
    const found = checkText(
      `---\nid: TKT-0001\ntype: ticket\n---\n${'# a\n'.repeat(300_000)}`,
      'TKT-0001.md',
    );
    assert.deepEqual(
      found.map(({ message, range }) => `${message} ${range.start.line}:${range.start.column}`),
      ['fileTooLarge 0:0'],
    );
  });

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
});

describe('Hostile configuration', () => {
  const check = (text: string) => readConfig([{ file: '.changebook/config.yaml', text }]);

  it('is refused with one finding', () => {
    const texts = {
      'tooLarge 1:1': `records: [${'"a", '.repeat(1_000_000)}]`,
      'alias 1:4': `a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n`,
      'tag 1:10': 'records: !!js/regexp a.md',
      'tooDeep 1:29': `records: ${'['.repeat(60_000)}`,
      'tooMany 1:99994': `records: [${'"a", '.repeat(25_000)}]`,
      'document 2:1': 'language: en\n---\nlanguage: es\n',
    };
    for (const [finding, text] of Object.entries(texts)) {
      const took = millisecondsOf(() => check(text), 500);
      assert.ok(took < 500, `${finding} took ${Math.round(took)} ms`);
      const found = check(text).findings.map(({ finding: { message, range } }) => {
        return `${message} ${range.start.line + 1}:${range.start.column + 1}`;
      });
      const limits = found.filter((message) => !message.startsWith('unknownField'));
      assert.deepEqual(limits, [finding]);
    }
  });

  it('has no patterns that take for ever', () => {
    const patterns = [
      ...[
        '(a+)+$',
        '(a*)*$',
        '(a|a)*$',
        '(a|aa)+$',
        '^(\\w+\\s?)*$',
        '(.*a){20}',
        '(x+x+)+y',
        '([a-z]+)*[0-9]',
        'a{1000}{1000}',
      ],
      ...[
        '(?:a+){5,}$',
        '((a+))+$',
        '(a?){50}a{50}',
        '^(([a-z])+.)+[A-Z]([a-z])+$',
        '(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)x',
      ],
      ...[
        '(?=(a+))*b',
        '(a(b)*)*c',
        '(\\d+|\\w+)*!',
        '.*.*.*.*.*.*.*.*=.*',
        'a*a*a*a*a*a*a*a*a*a*b',
        '(?<x>a+)\\k<x>*$',
      ],
    ];
    const id = `CHG-${'a'.repeat(3000)}!`;
    for (const pattern of patterns) {
      const { config } = check(`id_pattern: '${pattern}'`);
      const took = millisecondsOf(() => config.idPattern.test(id), 200);
      assert.ok(took < 200, `${pattern} took ${Math.round(took)} ms`);
    }
  });

  it('says in the language asked for why a pattern is not tried', () => {
    const [told] = check("id_pattern: '(a+)+$'").findings;
    assert.match(told ? messageOf(told.finding, 'es') : '', /es demasiado larga, o repite demasiado/);
    assert.match(told ? messageOf(told.finding, 'en') : '', /it is too long, or repeats too much/);
  });

  it('has no globs that take for ever', () => {
    const globs = [
      ...[
        '*a'.repeat(60),
        '**/'.repeat(60),
        '{a,b}'.repeat(40),
        '{1..100000000}',
        '+(a|aa)+',
        '@(a*)*b',
        '[[[[',
      ],
      ...[
        '?*'.repeat(100),
        '{a,aa}*{a,aa}*{a,aa}*b',
        '**/*a/**/*a/*a/*a/*a/b',
        '*a*a*ab',
        '**/*a*a*ab',
        '../**',
      ],
    ];
    const paths = [
      `${'a'.repeat(120)}.md`,
      `${'a/'.repeat(100)}${'a'.repeat(100)}`,
      `${'aa/'.repeat(30)}${'a'.repeat(60)}.md`,
    ];
    for (const glob of globs) {
      const { config } = check(`overrides: [{ files: ["${glob}"], rules: {} }]`);
      const fits = config.overrides[0]?.matches ?? assert.fail('no override');
      const took = millisecondsOf(() => paths.map((path) => fits(path)), 200);
      assert.ok(took < 200, `${glob} took ${Math.round(took)} ms`);
    }
  });

  it('still takes the patterns that teams write', () => {
    const patterns = [
      ...[
        '^(PROC|CHG|TKT)-[A-Z0-9][A-Z0-9.-]*$',
        '^OPS-\\d{4}$',
        '^[A-Z]+-\\d+$',
        '^[A-Z]{2,5}-\\d{4}-\\d+(-\\w+)?$',
      ],
      ...['^(?:CHG|OPS)-\\p{Lu}+$', '^(CHG|REL)(-[A-Z]{3})?-\\d{4,}$', 'CHG-\\d+', '^ES-\\d+$'],
    ];
    for (const pattern of patterns) assert.deepEqual(check(`id_pattern: '${pattern}'`).findings, [], pattern);
    const globs = ['changes/**/*.md', '**/CHG-*.{md,markdown}', 'a/*/b/**/CHG-*-*.md', '{a,b}/**', '**'];
    for (const glob of globs) assert.deepEqual(check(`records: ["${glob}"]`).findings, [], glob);
  });
});
