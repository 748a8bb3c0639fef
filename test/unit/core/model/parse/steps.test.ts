import { strict as assert } from 'node:assert';
import { parseRecord } from '../../../../../src/core/model/parse/parseRecord';
import type { Step } from '../../../../../src/core/model/parse/step';
import { recordFixture, ticketText } from '../../../support/recordFixtures';

function stepsOf(text: string): readonly Step[] {
  return parseRecord(text)?.body.steps ?? assert.fail('no record');
}

function stepsIn(body: string): readonly Step[] {
  return stepsOf(ticketText([], body));
}

describe('Steps', () => {
  it('are found under every marker, nested and ordered, with their headings', () => {
    const steps = stepsIn(
      '# A\n\n- [ ] one\n  - [x] two\n    1. [X] three\n\n## B\n\n* [ ] four\n+ [ ] five\n> - [ ] six\n\n# C\n\n2) [ ] seven\n',
    );
    const seen = steps.map(({ text, checked, path }) => `${text} ${checked} ${path.join('/')}`);
    assert.deepEqual(seen, [
      ...['one false A', 'two true A', 'three true A', 'four false A/B', 'five false A/B', 'six false A/B'],
      'seven false C',
    ]);
  });

  it('are none in code, HTML, front matter, heredocs and text', () => {
    const none = [
      ...[
        '```\n- [ ] a\n```',
        '~~~\n- [ ] a\n~~~',
        '    - [ ] a',
        '<div>\n- [ ] a\n</div>',
        '<!--\n- [ ] a\n-->',
      ],
      ...[
        '```bash\ncat <<EOF\n- [ ] a\nEOF\n```',
        '[ ] a',
        'text [ ] a',
        '- [] a',
        '- [ ]a',
        '- [y] a',
        '- \\[ ] a',
      ],
      ...[
        '- `[ ] a`',
        '| a |\n| - |\n| - [ ] a |',
        '1 [ ] a',
        '-[ ] a',
        '# - [ ] a',
        '- [ ](link)',
        '- [x]: target',
      ],
    ];
    for (const body of none) assert.deepEqual(stepsIn(`${body}\n`), [], body);
    assert.deepEqual(stepsOf(ticketText(['requested_by: |', '  - [ ] a', 'waivers:', '- [ ]', '- [x]'])), []);
  });

  it('give the one character that a tick changes, whatever the line break', () => {
    const body = '# 😀\n\n-\t[ ] 😀 tab\n  * [x] nested\n    further\n';
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const text = ticketText([], body).replaceAll('\n', lineBreak);
      const steps = stepsOf(text);
      assert.deepEqual(
        steps.map(({ box }) => [text.slice(box.start - 1, box.end + 1), box.end - box.start]),
        [
          ['[ ]', 1],
          ['[x]', 1],
        ],
      );
      assert.deepEqual(
        steps.map(({ text: own }) => own),
        ['😀 tab', 'nested further'],
      );
      assert.deepEqual(
        steps.map(({ range }) => text.slice(range.start, range.end)),
        ['[ ] 😀 tab', `[x] nested${lineBreak}    further`],
      );
    }
  });

  it('have names and ask for evidence by a comment at their end', () => {
    const [named, both, middle, other] = stepsIn(
      '- [ ] a <!-- step: backup -->\n- [ ] b <!--step: copia-día evidence-->\n- [ ] c <!-- step: x --> d\n- [ ] e <!-- note -->\n',
    );
    assert.deepEqual([named?.name, named?.text, named?.evidence], ['backup', 'a', false]);
    assert.deepEqual([both?.name, both?.text, both?.evidence], ['copia-día', 'b', true]);
    assert.deepEqual([middle?.name, middle?.text], [undefined, 'c <!-- step: x --> d']);
    assert.deepEqual([other?.name, other?.text], [undefined, 'e <!-- note -->']);
  });

  it('say who, how long and whether, in any order, with a name first or none', () => {
    const said = (comment: string) => {
      const [step] = stepsIn(`- [ ] Copy <!-- ${comment} -->\n`);
      const { text, name, by, takes, evidence, optional } = step ?? assert.fail();
      assert.equal(text, 'Copy');
      return [name, by, takes, evidence, optional];
    };
    const all = ['backup', 'dba', 90, true, true];
    assert.deepEqual(said('step: backup by=dba takes=1h30m evidence optional'), all);
    assert.deepEqual(said('paso: backup opcional evidencia dura=1h30m por=dba'), all);
    assert.deepEqual(said('step: optional evidence'), [undefined, undefined, undefined, true, true]);
    assert.deepEqual(said('step: by="Ana García"'), [undefined, 'Ana García', undefined, false, undefined]);
    assert.deepEqual(said("step: takes='10m' by=dba"), [undefined, 'dba', 10, false, undefined]);
    // What cannot be read is as good as not there.
    assert.deepEqual(said('step: backup tkes=10m takes=soon'), [
      'backup',
      undefined,
      undefined,
      false,
      undefined,
    ]);
    const due = ['-24h', '+30m', '0m', '-0m', '90m', '-1d2h', '--1h', '-', '-400d'].map(
      (at) => stepsIn(`- [ ] Tell <!-- step: at=${at} -->\n`)[0]?.at,
    );
    assert.deepEqual(due, [-1440, 30, 0, 0, 90, -1560, undefined, undefined, undefined]);
    const [skipped] = stepsIn('- [x] ~~Copy~~ (n/a: none) <!-- step: by=dba -->\n');
    assert.deepEqual([skipped?.applicable, skipped?.text, skipped?.reason], [false, 'Copy', 'none']);
  });

  it('end where their mark ends: at the bracket that answers to its first', () => {
    const seen = stepsIn(
      '- [x] ~~a~~ (n/a: ) run b (c)\n- [x] ~~d~~ (n/a: e\\))\n- [x] ~~f~~ (n/a: g\\)\n- [x] ~~h~~ (n/a: i (j)\n',
    ).map(({ applicable, text, reason }) => (applicable ? text : [text, reason]));
    const none = ['~~a~~ (n/a: ) run b (c)', '~~f~~ (n/a: g\\)', '~~h~~ (n/a: i (j)'];
    assert.deepEqual(seen, [none[0], ['d', 'e)'], none[1], none[2]]);
  });

  it('may be marked as not applicable, with a reason', () => {
    const [full, bare, named, part, empty] = stepsIn(
      '- [x] ~~a~~ (n/a: the customer (Diba) does it)\n- [x] ~~b~~ (N/A)\n- [x] ~~c~~ (n/a: d) <!-- step: e -->\n- [x] ~~f~~ g (n/a: h)\n- [ ] ~~i~~\n',
    );
    const seen = [full, bare, named, part, empty].map((step) => [step?.applicable, step?.text, step?.reason]);
    assert.deepEqual(seen, [
      [false, 'a', 'the customer (Diba) does it'],
      [false, 'b', undefined],
      [false, 'c', 'd'],
      [true, '~~f~~ g (n/a: h)', undefined],
      [true, '~~i~~', undefined],
    ]);
    assert.equal(named?.name, 'e');
  });

  it('of the example are eight, none of them in its code', () => {
    const steps = stepsOf(recordFixture('CHG-2026-0042.es.md'));
    assert.equal(steps.length, 8);
    assert.deepEqual(
      steps.filter(({ checked }) => checked).map(({ name, reason, evidence }) => [name, reason, evidence]),
      [
        ['backup', undefined, true],
        [undefined, 'el cliente no la usa', false],
      ],
    );
  });
});
