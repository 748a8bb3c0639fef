import { strict as assert } from 'node:assert';
import { saysSomething } from '../../../../../src/core/model/text/saysSomething';

describe('A text that says something', () => {
  it('has a letter or a digit that somebody sees', () => {
    for (const text of ['No time', 'ñ', '7', '理由', '\u200bbecause\u200b', 'é'])
      assert.ok(saysSomething(text), text);
    for (const text of [
      undefined,
      '',
      '  ',
      '-',
      '?',
      '…',
      '<!-- -->',
      '\u200b',
      '\u00a0',
      '\u2800',
      '\u3164',
      '\uffa0',
    ])
      assert.ok(!saysSomething(text), String(text));
  });
});
