import { strict as assert } from 'node:assert';
import { type Snippet, snippetPlace, snippetsAt } from '../../../../src/core/language/snippetsAt';
import { atCursor } from './cursorText';

const whole = (name: string): Snippet => ({
  prefix: [`changebook-${name}`, `cb-${name}`],
  description: name,
  body: ['---', 'type: change', '---', '$0'],
  isFileTemplate: true,
});
const part = (name: string): Snippet => ({
  prefix: [`changebook-${name}`],
  description: name,
  body: ['- $0'],
});
const snippets = { en: [whole('change'), part('waiver')], es: [whole('cambio'), part('exencion')] };

function place(marked: string, kind: 'record' | 'config' = 'record'): string | undefined {
  const { text, offset } = atCursor(marked);
  return snippetPlace(text, offset, kind);
}

function labels(marked: string, language: 'en' | 'es'): string[] {
  const { text, offset } = atCursor(marked);
  const at = snippetPlace(text, offset, 'record');
  return at ? snippetsAt(text, offset, at, snippets, language).map(({ label }) => label) : [];
}

describe('Snippets', () => {
  const record = (front: string, body = '') =>
    `---\nid: CHG-2026-0009\ntype: change\n${front}---\n# x\n${body}`;

  it('are whole records at the beginning of a text, and parts in the front matter of a record', () => {
    assert.equal(place('|'), 'record');
    assert.equal(place('\n\ncb-|\n# Notes\n'), 'record');
    assert.equal(place('|---\nid: CHG-2026-0009\n---\n'), undefined);
    assert.equal(place('# Notes\n\n|'), undefined);
    assert.equal(place(record('cb-|\n')), 'part');
    assert.equal(place(record('title: cb-|\n')), undefined);
    assert.equal(place(record('', '\ncb-|')), undefined);
    assert.equal(place('---\ntitle: x\ncb-|\n---\n'), undefined);
    assert.equal(place('|', 'config'), undefined);
  });

  it('begin with those of the editor’s language, and in a record only once one is typed', () => {
    assert.deepEqual(labels('|', 'es'), ['changebook-cambio', 'changebook-change']);
    assert.deepEqual(labels('changebook-c|', 'en'), ['changebook-change', 'changebook-cambio']);
    assert.deepEqual(labels(record('|\n'), 'en'), []);
    assert.deepEqual(labels(record('cus|\n'), 'en'), []);
    assert.deepEqual(labels(record('changebook-|\n'), 'es'), ['changebook-exencion', 'changebook-waiver']);
  });

  it('are found by each of their names', () => {
    const { text, offset } = atCursor('cb-ch|');
    const [first] = snippetsAt(text, offset, 'record', snippets, 'en');
    assert.equal(first?.filterText, 'cb-change');
    assert.deepEqual(first?.range, { start: 0, end: 5 });
  });
});
