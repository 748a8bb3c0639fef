import { strict as assert } from 'node:assert';
import { addListItem } from '../../../../src/core/edits/addListItem';
import { type NewValues, setFields } from '../../../../src/core/edits/setFields';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import type { ParsedRecord } from '../../../../src/core/model/parse/record';
import { applyEdits } from '../../../../src/core/model/text/edit';
import { recordFixture } from '../../support/recordFixtures';

function change(lines: string): string {
  return `---\nid: CHG-2026-0001\ntype: change\n${lines}---\n# Title\n`;
}

function recordOf(text: string): ParsedRecord {
  return parseRecord(text) ?? assert.fail('no record');
}

function afterSetting(text: string, values: NewValues): string {
  const edits = setFields(recordOf(text), values) ?? assert.fail('cannot be edited');
  return applyEdits(text, edits).text;
}

function afterAdding(text: string, name: string, item: { [part: string]: string }): string {
  const edits = addListItem(recordOf(text), name, item) ?? assert.fail('cannot be edited');
  return applyEdits(text, edits).text;
}

describe('Setting fields', () => {
  it('replaces a value and nothing around it', () => {
    const text = change("status:   'to_do'   # not yet\ncustomer: diba\n");
    assert.equal(
      afterSetting(text, { status: 'in_progress' }),
      change('status:   in_progress   # not yet\ncustomer: diba\n'),
    );
  });

  it('adds a field in its usual place, in the language of the record', () => {
    const text = `---\nid: CHG-2026-0001\ntipo: cambio\ncliente: diba\n---\n`;
    assert.equal(
      afterSetting(text, { status: 'en_curso' }),
      `---\nid: CHG-2026-0001\ntipo: cambio\nestado: en_curso\ncliente: diba\n---\n`,
    );
  });

  it('adds parts to an object in either form, and makes one', () => {
    const parts = { actual: { parts: { end: '2026-11-16T12:00+01:00' } } };
    assert.equal(
      afterSetting(change('actual: { start: 2026-11-16 11:00 }\n'), parts),
      change('actual: { start: 2026-11-16 11:00, end: 2026-11-16T12:00+01:00 }\n'),
    );
    assert.equal(
      afterSetting(change('actual:\n    start: 2026-11-16 11:00\noutcome: failed\n'), parts),
      change('actual:\n    start: 2026-11-16 11:00\n    end: 2026-11-16T12:00+01:00\noutcome: failed\n'),
    );
    assert.equal(
      afterSetting(change('actual:\n'), parts),
      change('actual: { end: 2026-11-16T12:00+01:00 }\n'),
    );
  });

  it('takes a field out with all its lines', () => {
    const text = change('status: on_hold\nhold:\n  reason: Waits\n  from: to_do\noutcome: failed\n');
    assert.equal(afterSetting(text, { hold: undefined }), change('status: on_hold\noutcome: failed\n'));
  });

  it('quotes what YAML would read as something else', () => {
    for (const [value, written] of [
      ['no', '"no"'],
      ['3.10', '"3.10"'],
      ['a: b', '"a: b"'],
      ['# x', '"# x"'],
      ['say "hi"', '"say \\"hi\\""'],
      ['*all', '"*all"'],
    ] as const)
      assert.equal(afterSetting(change('title: x\n'), { title: value }), change(`title: ${written}\n`));
    const hold = { hold: { parts: { reason: 'one, two', from: 'to_do' } } };
    assert.equal(afterSetting(change(''), hold), change('hold: { reason: "one, two", from: to_do }\n'));
  });

  it('keeps line breaks and byte order mark', () => {
    const text = `\uFEFF${change('status: to_do\n').replaceAll('\n', '\r\n')}`;
    const after = afterSetting(text, { outcome: 'failed', status: 'done' });
    assert.equal(after, `\uFEFF${change('status: done\noutcome: failed\n').replaceAll('\n', '\r\n')}`);
  });

  it('refuses a front matter that it cannot edit', () => {
    assert.equal(
      setFields(recordOf('---\n{ id: CHG-1, type: change }\n---\n'), { status: 'done' }),
      undefined,
    );
  });

  it('round-trips on a whole record', () => {
    const text = recordFixture('CHG-2026-0042.es.md');
    const there = afterSetting(text, { status: 'en_espera', hold: { parts: { reason: 'Espera' } } });
    assert.notEqual(there, text);
    assert.equal(afterSetting(there, { status: 'por_desplegar', hold: undefined }), text);
  });
});

describe('Adding to a list', () => {
  const waiver = { rule: 'schedule/friday', by: 'Rita Mas', reason: 'Closed on Mondays, always' };
  const written = '{ rule: schedule/friday, by: Rita Mas, reason: "Closed on Mondays, always" }';

  it('makes the list', () => {
    assert.equal(afterAdding(change(''), 'waivers', waiver), change(`waivers:\n  - ${written}\n`));
    assert.equal(afterAdding(change('waivers:\n'), 'waivers', waiver), change(`waivers:\n  - ${written}\n`));
    assert.equal(afterAdding(change('waivers: []\n'), 'waivers', waiver), change(`waivers: [${written}]\n`));
  });

  it('appends in the form that the list has', () => {
    assert.equal(
      afterAdding(change('waivers: [{ rule: x }]\n'), 'waivers', waiver),
      change(`waivers: [{ rule: x }, ${written}]\n`),
    );
    assert.equal(
      afterAdding(change('waivers:\n- rule: x\n  by: me\nsupersedes: CHG-1\n'), 'waivers', waiver),
      change(`waivers:\n- rule: x\n  by: me\n- ${written}\nsupersedes: CHG-1\n`),
    );
  });
});
