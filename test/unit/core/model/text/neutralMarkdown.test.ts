import { strict as assert } from 'node:assert';
import { asMarkdown } from '../../../../../src/core/language/plainText';
import { neutralMarkdown } from '../../../../../src/core/model/text/neutralMarkdown';
import { escapeForHost } from '../../../../../src/core/notices/escapeMarkdown';

const shownBy = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

describe('Text of records in markdown for code hosts', () => {
  const means: readonly (readonly [text: string, meant: RegExp])[] = [
    ['ask @org/team', /@org/],
    ['cc:@x', /@x/],
    ['.@org/team', /@org/],
    ['a@org/team', /@org/],
    ['_@x_', /@x/],
    ['fixes #12, GH-3, !4', /#1|GH-3|!4/i],
    ['org/repo#1', /#1/],
    ['org/repo@0123abcdef0', /@0123|0123abcdef0/],
    ['since 0123abc', /0123abc/],
    ['/close', /^\/close/],
    ['  /approve', /\/approve/],
    ['Closes: https://example.org/o/r/issues/1', /closes/i],
  ];
  it('mentions nobody, names no issue or commit, closes and orders nothing', () => {
    for (const write of [neutralMarkdown, asMarkdown, escapeForHost])
      for (const [text, meant] of means) {
        const shown = shownBy(write(text));
        assert.doesNotMatch(shown, meant, text);
        assert.equal(shown.replaceAll('\u200b', '').trim(), text.trim());
      }
  });

  it('is as it was written where it means nothing', () => {
    for (const text of ['nil@example.org', 'a/b', 'version 1234567', '# 1', 'either/or', 'C#', '20261124'])
      assert.equal(neutralMarkdown(text), text);
  });
});
