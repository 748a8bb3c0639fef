import { strict as assert } from 'node:assert';
import { decodeText, headBytes } from '../../../../../src/core/model/parse/decodeText';
import { longestText } from '../../../../../src/core/model/parse/parseRecord';

describe('The bytes of a file', () => {
  it('are read as they are, a byte order mark included', () => {
    for (const text of ['', 'ñ\r\n', '\ufeff---\n', 'a\u0000b', '\ufffd is written here'])
      assert.deepEqual(decodeText(Buffer.from(text)), { text, options: {} });
  });

  it('are told where they are no UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('añ'), Buffer.from([0xff, 0xc3]), Buffer.from('b')]);
    assert.deepEqual(decodeText(bytes), { text: bytes.toString('utf8'), options: { invalidAt: 2 } });
  });

  it('are read from the beginning alone where they are too many', () => {
    const bytes = Buffer.alloc(longestText + 1, 'a');
    const { text, options } = decodeText(bytes);
    assert.equal(text.length, headBytes);
    assert.deepEqual(options, { cutFrom: longestText + 1 });
  });
});
