import { strict as assert } from 'node:assert';
import { checkText } from '../../../support/memoryWorkspace';
import { ticketText } from '../../../support/recordFixtures';

const many = 60_000;

/** Front matter with the one finding that it must give: message, line and column from 1. */
const frontMatters: readonly (readonly [name: string, text: string, finding: string])[] = [
  [
    'an alias bomb',
    ticketText(['a: &a [x,x,x,x]', 'b: &b [*a,*a,*a,*a]', 'c: &c [*b,*b,*b,*b]']),
    'alias 4:4',
  ],
  ['an anchor', ticketText(['title: &a b']), 'alias 4:8'],
  ['an alias of nothing', ticketText(['title: *a']), 'alias 4:8'],
  ['a merge key', ticketText(['title: b', 'waivers: [{ <<: *a }]']), 'alias 5:17'],
  ['a tag that makes a function', ticketText(['title: !!js/function "function () {}"']), 'tag 4:8'],
  ['a tag by mistake', ticketText(['title: !important now']), 'tag 4:8'],
  ['a verbatim tag', ticketText(['title: !<tag:yaml.org,2002:js/undefined> ""']), 'tag 4:8'],
  ['20,000 keys', ticketText(numbered(20_000, (index) => `k${index}: 1`)), 'tooLarge 1:1'],
  ['5,000 keys', ticketText(numbered(5_000, (index) => `k${index}: 1`)), 'tooMany 2501:6'],
  ['5,000 times one key', ticketText(numbered(5_000, () => 'k: 1')), 'tooMany 2501:2'],
  ['60,000 open brackets', ticketText(['['.repeat(many)]), 'tooDeep 4:20'],
  ['60,000 open brackets as a value', ticketText([`title: ${'['.repeat(many)}`]), 'tooDeep 4:27'],
  ['60,000 open braces', ticketText([`title: ${'{'.repeat(many)}`]), 'tooDeep 4:27'],
  ['lists in lists', ticketText([`title: ${'[['.repeat(12)}${']]'.repeat(12)}`]), 'tooDeep 4:27'],
  ['a block nested deeply', ticketText(numbered(100, (index) => `${' '.repeat(index)}a:`)), 'tooDeep 23:20'],
  ['items in items', ticketText([`related: ${'\n- '.padEnd(60_000, '- ')}`]), 'tooDeep 5:39'],
  ['keys in question marks', ticketText([`${'? '.repeat(20_000)}`]), 'tooDeep 4:40'],
  ['more than 64 KB', ticketText([`title: ${'x'.repeat(66_000)}`]), 'tooLarge 1:1'],
  ['64 KB in bytes', ticketText([`title: ${'中'.repeat(22_000)}`]), 'tooLarge 1:1'],
  ['NUL', ticketText(['title: a\0b']), 'notText 4:9'],
  ['a directive', '---\n%YAML 1.2\n--- # document\ntype: ticket\nid: TKT-0001\n---\n', 'document 2:1'],
  ['a key that is a list', ticketText(['? [a]', ': b']), 'keyKind 4:3'],
];

describe('Hostile front matter', () => {
  for (const [name, text, finding] of frontMatters) {
    it(`${name} gives one finding`, () => {
      const found = checkText(text, 'TKT-0001.md').filter(({ rule }) => rule === 'format/front-matter');
      const seen = found.map(
        ({ message, range: { start } }) => `${message} ${start.line + 1}:${start.column + 1}`,
      );
      assert.deepEqual(seen, [finding]);
    });
  }

  it('gives hardly more than that one finding', () => {
    for (const [name, text] of frontMatters) assert.ok(checkText(text, 'TKT-0001.md').length <= 6, name);
  });

  it('is not run, in whatever language it says to be', () => {
    const shared: { changebookRan?: boolean } = globalThis as object;
    const code = 'globalThis.changebookRan = true; module.exports = {};\ntype: ticket\n';
    for (const fence of [
      '---js',
      '--- js',
      '---JavaScript',
      '---JS ',
      '---coffee',
      '---json',
      '---\tjs',
      '---y',
      '---yaml',
    ]) {
      for (const close of ['---\n', '']) {
        const found = checkText(`${fence}\n${code}${close}# Body\n`, 'TKT-0001.md');
        const seen = found.map(
          ({ message, range }) => `${message} ${range.start.line}:${range.start.column}`,
        );
        assert.deepEqual(seen, ['otherLanguage 0:3'], fence);
        assert.equal(shared.changebookRan, undefined, fence);
      }
    }
  });

  it('may hold names that objects have of their own', () => {
    const keys = [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'prototype',
      'valueOf',
      '__defineGetter__',
    ];
    for (const key of keys) {
      for (const value of ['x', '{ polluted: yes }', '[1]']) {
        const text = `---\ntype: change\nid: CHG-1\n${key}: ${value}\nimpact: { ${key}: ${value} }\nstatus: ${key}\n---\n`;
        const found = checkText(text).filter(({ rule }) => rule === 'format/field');
        assert.deepEqual(
          found.map(({ message }) => message),
          ['unknownField', 'unknownField', 'notChoice'],
          key,
        );
        assert.equal(Object(Object.prototype).polluted, undefined);
      }
    }
  });

  it('may be almost nothing', () => {
    const texts = ['', '\uFEFF', '---', '---\n', '---\n---', '---\n---\n', '----', 'type: change'];
    for (const text of texts) assert.deepEqual(checkText(text, 'notes.md'), [], JSON.stringify(text));
    const only = [
      '---\ntype: ticket',
      '---\ntype: ticket\n\nid: none\n',
      '---\rtype: ticket\r',
      '\uFEFF---\ntype: ticket\n',
    ];
    for (const text of only) {
      const found = checkText(text).filter(({ rule }) => rule === 'format/front-matter');
      assert.deepEqual(
        found.map(({ message, range }) => `${message} ${range.start.line}`),
        ['unclosed 0'],
        text,
      );
    }
  });
});

function numbered(count: number, line: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => line(index));
}
