import { strict as assert } from 'node:assert';
import { boxOffers } from '../../../../src/core/language/boxOffers';
import { mayTakeBoxes } from '../../../../src/core/language/mayTakeBoxes';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { applyEdits } from '../../../../src/core/model/text/edit';

const head = '---\nid: PROC-A\ntype: procedure\n---\n# A\n\n';

/** What is offered at the lines with a text, each as the body would read. */
function offersAt(body: string, first: string, last = first): string[] {
  const record = parseRecord(head + body) ?? assert.fail();
  const at = (text: string): number => record.lines.lineAt(record.lines.text.indexOf(text));
  assert.ok(mayTakeBoxes(record.lines.lineText(at(first))), first);
  return boxOffers(record, at(first), at(last)).map(({ kind, count, edits }) => {
    const { text, applied } = applyEdits(record.lines.text, edits);
    assert.equal(applied, edits.length);
    return `${kind} ${count}\n${text.slice(head.length)}`;
  });
}

describe('Boxes for instructions', () => {
  it('are offered for a numbered item and for all of its list', () => {
    const body = '1. Stop\n   now.\n2. [ ] Copy\n3. Start\n\nThen:\n\n1. Look\n';
    assert.deepEqual(offersAt(body, 'Stop'), [
      'list 2\n1. [ ] Stop\n   now.\n2. [ ] Copy\n3. [ ] Start\n\nThen:\n\n1. Look\n',
      'item 1\n1. [ ] Stop\n   now.\n2. [ ] Copy\n3. Start\n\nThen:\n\n1. Look\n',
    ]);
    assert.deepEqual(offersAt(body, 'Look'), [`item 1\n${body.replace('1. Look', '1. [ ] Look')}`]);
    assert.deepEqual(offersAt(body, '2. [ ]'), []);
  });

  it('keep to items of one level', () => {
    const body = '1. Stop\n   1. Web\n   2. Batch\n2. Start\n';
    assert.match(
      offersAt(body, 'Web')[0] ?? '',
      /^list 2\n1\. Stop\n {3}1\. \[ \] Web\n {3}2\. \[ \] Batch\n2\. Start/,
    );
    assert.match(offersAt(body, 'Start')[0] ?? '', /^list 2\n1\. \[ \] Stop\n {3}1\. Web/);
  });

  it('are offered for bullets only where somebody selects them', () => {
    const body = '- Stop\n- [x] Copy\n- Start\n\nText.\n';
    assert.deepEqual(offersAt(body, 'Stop'), []);
    assert.deepEqual(offersAt(body, 'Stop', 'Start'), [
      'selected 2\n- [ ] Stop\n- [x] Copy\n- [ ] Start\n\nText.\n',
    ]);
  });

  it('are not offered for contents, code and other text', () => {
    assert.deepEqual(offersAt('1. [Prepare](#prepare)\n', 'Prepare'), []);
    assert.deepEqual(offersAt('```\n1. Stop\n```\n', 'Stop'), []);
    assert.deepEqual(offersAt('```\n| a |\n| - |\n| b |\n```\n', '| b |'), []);
    assert.equal(mayTakeBoxes('Text of a paragraph.'), false);
  });
});

describe('A table of steps', () => {
  /** The list that becomes of a table between two paragraphs. */
  function listOf(...rows: readonly string[]): string {
    const body = `Before.\n\n${rows.join('\n')}\n\nAfter.\n`;
    const [offer = assert.fail('nothing'), ...others] = offersAt(body, rows.at(-1) ?? '');
    assert.deepEqual(others, []);
    return /^table \d+\nBefore\.\n\n([\s\S]*)\n\nAfter\.\n$/.exec(offer)?.[1] ?? assert.fail(offer);
  }

  it('becomes a list with numbers, ticks, and the other columns behind the text', () => {
    const list = listOf(
      '| # | Step | Who | Done |',
      '| --- | --- | :-: | --- |',
      '| 1 | Stop the *web* | Ops | [x] |',
      '| 2 | Copy a \\| b<br>and c | DBA | |',
      '| 3 | Start | | ☐ |',
    );
    assert.equal(
      list,
      '1. [x] Stop the *web* <!-- step: by=Ops -->\n2. [ ] Copy a | b; and c <!-- step: by=DBA -->\n3. [ ] Start',
    );
  });

  it('keeps numbers that are not in a row, and Spanish titles', () => {
    const list = listOf(
      '| Nº | Acción | Hecho |',
      '|--|--|--|',
      '| 1.1 | Parar | sí |',
      '| 1.2 | Arrancar | no |',
    );
    assert.equal(list, '- [x] 1.1 Parar\n- [ ] 1.2 Arrancar');
  });

  it('says who and how long in the words of the format, where they can hold it', () => {
    const list = listOf(
      '| Step | Owner | Duration | Expected |',
      '|--|--|--|--|',
      '| Stop | Ana Serra | 10 min | 200 OK |',
      '| Copy | | 1h | |',
    );
    const [first, second] = list.split('\n');
    assert.equal(first, '- [ ] Stop (Expected: 200 OK) <!-- step: by="Ana Serra" takes=10m -->');
    assert.equal(second, '- [ ] Copy <!-- step: takes=1h -->');
    const loose = listOf('| Step | Who | Duration |', '|--|--|--|', '| Stop | Ops, "DBA" | a while |');
    assert.equal(loose, '- [ ] Stop (Who: Ops, "DBA"; Duration: a while)');
    const spanish = parseRecord(
      '---\nid: PROC-A\ntipo: procedimiento\ntitulo: A\n---\n\n| Paso | Quién |\n|--|--|\n| Parar | Ana |\n',
    );
    const [offer] = boxOffers(spanish ?? assert.fail(), 8, 8);
    assert.equal(offer?.edits[0]?.text, '- [ ] Parar <!-- paso: por=Ana -->');
  });

  it('takes the first column where none is called so, and leaves empty rows out', () => {
    assert.equal(listOf('a | b', '--- | ---', 'one | two', ' | '), '- [ ] one (b: two)');
    assert.equal(listOf('| Paso |', '| --- |', '| [x] Parar |'), '- [x] Parar');
  });

  it('stays a table where its rows say nothing, or in CRLF with its line breaks', () => {
    assert.deepEqual(offersAt('| a |\n| --- |\n', '| --- |'), []);
    const record =
      parseRecord(`${head}| a |\n| - |\n| b |\n| c |\n`.replaceAll('\n', '\r\n')) ?? assert.fail();
    const [offer] = boxOffers(record, 8, 8);
    assert.equal(offer?.edits[0]?.text, '- [ ] b\r\n- [ ] c');
  });
});
