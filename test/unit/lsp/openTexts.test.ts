import { strict as assert } from 'node:assert';
import { OpenTexts } from '../../../src/lsp/openTexts';

const uri = 'file:///work/a%20b.md';

function opened(text: string): OpenTexts {
  const texts = new OpenTexts();
  texts.open({ uri, languageId: 'markdown', version: 7, text });
  return texts;
}

function change(texts: OpenTexts, version: number, ...parts: [number, number, number, number, string][]) {
  return texts.change({
    textDocument: { uri, version },
    contentChanges: parts.map(([line, character, endLine, endCharacter, text]) => {
      return { range: { start: { line, character }, end: { line: endLine, character: endCharacter } }, text };
    }),
  });
}

describe('The texts that a client holds', () => {
  it('are found by address and by path', () => {
    const texts = opened('one');
    assert.equal(texts.at('/work/a b.md')?.uri, uri);
    assert.equal(texts.get(uri)?.path, '/work/a b.md');
    assert.equal(texts.close(uri)?.document.getText(), 'one');
    assert.equal(texts.at('/work/a b.md'), undefined);
  });

  it('take changes inside of lines one after the other, whatever ends a line', () => {
    const texts = opened('one\r\ntwo\nthree');
    assert.equal(change(texts, 8, [1, 0, 1, 3, 'zwei'], [1, 4, 1, 4, '!'], [0, 3, 1, 0, '\n']), undefined);
    assert.equal(texts.get(uri)?.document.getText(), 'one\nzwei!\nthree');
    assert.equal(texts.get(uri)?.document.version, 8);
  });

  it('lose nothing where versions do not grow, and take no place that is not there for another', () => {
    const texts = opened('one');
    assert.equal(change(texts, 7, [0, 3, 0, 3, ' two']), 'version');
    assert.equal(change(texts, Number.NaN, [0, 99, 99, 0, '!']), undefined);
    assert.equal(texts.get(uri)?.document.getText(), 'one two!');
    assert.equal(texts.get(uri)?.document.version, 9);
  });

  it('take no change after they were closed', () => {
    const texts = opened('one');
    texts.close(uri);
    assert.equal(change(texts, 8, [0, 0, 0, 0, 'x']), 'closed');
    assert.equal(texts.get(uri), undefined);
  });
});
