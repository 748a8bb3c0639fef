import { strict as assert } from 'node:assert';
import { readConfig } from '../../../../src/core/rules/readConfig';
import { messageOf } from '../../../../src/core/rules/renderFinding';
import { checkText } from '../../support/memoryWorkspace';

describe('Hostile texts', () => {
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
      const found = check(text).findings.map(({ finding: { message, range } }) => {
        return `${message} ${range.start.line + 1}:${range.start.column + 1}`;
      });
      const limits = found.filter((message) => !message.startsWith('unknownField'));
      assert.deepEqual(limits, [finding]);
    }
  });

  it('says in the language asked for why a pattern is not tried', () => {
    const [told] = check("id_pattern: '(a+)+$'").findings;
    assert.match(told ? messageOf(told.finding, 'es') : '', /es demasiado larga, o repite demasiado/);
    assert.match(told ? messageOf(told.finding, 'en') : '', /it is too long, or repeats too much/);
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
