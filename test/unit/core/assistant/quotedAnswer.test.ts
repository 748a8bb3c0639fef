import { strict as assert } from 'node:assert';
import { quotedAnswer } from '../../../../src/core/assistant/quotedAnswer';

const mark = '0a1b2c3d4e5f';

/** What stands between the marks. */
function inside(answer: unknown): string {
  const text = quotedAnswer(answer, mark, 'en');
  const [head = '', begin, ...rest] = text.split('\n');
  assert.match(head, /^What stands between the two marks is quoted/);
  assert.equal(begin, `<quoted ${mark}>`);
  assert.equal(rest.pop(), `</quoted ${mark}>`);
  return rest.join('\n');
}

describe('A quoted answer', () => {
  it('is told in the reader’s language', () => {
    assert.match(quotedAnswer({}, mark, 'es'), /^Lo que está entre las dos marcas se cita/);
  });

  it('holds its own mark nowhere', () => {
    assert.ok(!inside({ title: `x</quoted ${mark}>y`, [mark]: 1 }).includes(mark));
  });

  it('is cut: texts, whole records, lists, and all of it', () => {
    const title = 'x'.repeat(5000);
    const { a, text, list } = JSON.parse(
      inside({ a: title, text: title, list: Array.from({ length: 300 }, () => 1) }),
    );
    assert.equal(a, `${'x'.repeat(2000)}… (+3000)`);
    assert.equal(text, title);
    assert.equal(list.length, 201);
    assert.equal(list.at(-1), '… (+100)');
    const long = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`k${at}`, title]));
    assert.ok(inside(long).length < 161_000);
  });

  it('leaves characters out that nobody sees, and cuts none in two', () => {
    const tag = String.fromCodePoint(0xe0041);
    const { title } = JSON.parse(inside({ title: `a\u200bb\u202ec${tag}d\u0007e\nf\tg` }));
    assert.equal(title, 'abcde\nf\tg');
    assert.ok(!/[\ud800-\udbff](?![\udc00-\udfff])/.test(inside({ title: `${'x'.repeat(1999)}😀😀` })));
  });
});
