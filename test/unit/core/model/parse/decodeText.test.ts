import { strict as assert } from 'node:assert';
import { decodeText, headBytes } from '../../../../../src/core/model/parse/decodeText';
import { longestText } from '../../../../../src/core/model/parse/longestText';

describe('The bytes of a file', () => {
  it('are read as they are, a byte order mark included', () => {
    for (const text of ['', 'ñ\r\n', '\ufeff---\n', 'a\u0000b', '\ufffd is written here'])
      assert.deepEqual(decodeText(Buffer.from(text)), { text, options: {} });
  });

  it('are told where they are no UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('añ'), Buffer.from([0xff, 0xc3]), Buffer.from('b')]);
    assert.deepEqual(decodeText(bytes), { text: bytes.toString('utf8'), options: { invalidAt: 2 } });
  });

  it('are read as UTF-16 where they are, and told as that', () => {
    const text = '---\nid: ñ\n';
    const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const bytes of [wide, Buffer.from(wide).swap16(), wide.subarray(2)])
      assert.deepEqual(decodeText(bytes), { text, options: { invalidAt: 0, wide: true } });
    const wider = Buffer.from([0xff, 0xfe, 0, 0, 0x2d, 0, 0, 0]);
    assert.equal(decodeText(wider).options.wide, undefined, 'UTF-32 is something else');
  });

  it('are read from the beginning alone where they are too many', () => {
    const bytes = Buffer.alloc(longestText + 1, 'a');
    const { text, options } = decodeText(bytes);
    assert.equal(text.length, headBytes);
    assert.deepEqual(options, { cutFrom: longestText + 1 });
  });
});
