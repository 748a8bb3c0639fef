import { strict as assert } from 'node:assert';
import { readAssignments } from '../../../../src/core/actions/assignments';
import { ownFields } from '../../../../src/core/config/ownFields';
import { ownValuesOf } from '../../../../src/core/config/ownValues';
import { readAnswers } from '../../../../src/core/create/readAnswers';
import { writeEdits } from '../../../../src/core/edits/fieldWrites';
import { RecordIndex } from '../../../../src/core/index/recordIndex';
import { completionsAt } from '../../../../src/core/language/completionsAt';
import { hoverAt } from '../../../../src/core/language/hoverAt';
import { settableFields } from '../../../../src/core/language/settableFields';
import { deploymentLog } from '../../../../src/core/log/deploymentLog';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { applyEdits } from '../../../../src/core/model/text/edit';
import { readConfig } from '../../../../src/core/rules/readConfig';

const { config } = readConfig([
  {
    file: '.changebook/config.yaml',
    text: [
      'fields:',
      '  cost_center: { type: integer, description: Who pays }',
      '  data_class: { values: [public, internal] }',
      '  systems: { type: list }',
      '  status: {}',
      '',
    ].join('\n'),
  },
]);
const input = { kind: 'record', config, index: new RecordIndex(), language: 'en' } as const;
const at = { now: Date.UTC(2026, 10, 16, 11), zone: 'Europe/Madrid' };

function changeOf(front: string) {
  const record = parseRecord(`---\nid: CHG-2026-0001\ntype: change\n${front}---\n# T\n`);
  assert.ok(record?.type === 'change');
  return record;
}

describe('fields of a team', () => {
  it('are those that the configuration declares under names that are free', () => {
    assert.deepEqual(Object.keys(ownFields(config)), ['cost_center', 'data_class', 'systems']);
  });

  it('are completed, with their values, and hovered', () => {
    const start = '---\nid: CHG-2026-0001\ntype: change\n';
    const labels = (text: string) => completionsAt(text, text.length, input).items.map(({ label }) => label);
    assert.ok(labels(`${start}cost`).includes('cost_center'));
    assert.deepEqual(labels(`${start}data_class: `), ['public', 'internal']);
    const procedure = '---\nid: PROC-A\ntype: procedure\ndefaults:\n  data_class: ';
    assert.deepEqual(labels(procedure), ['public', 'internal']);
    const hover = hoverAt(`${start}cost_center: 4711\n---\n`, start.length + 3, input);
    assert.equal(hover?.markdown, '**cost\\_center**  \nWho pays');
  });

  it('are offered to be set, and set by type', () => {
    const record = changeOf('systems: [crm]\n');
    const [field] = settableFields(record, input).filter(({ name }) => name === 'data_class');
    assert.deepEqual(
      [field?.closed, field?.choices.map(({ value }) => value)],
      [true, ['public', 'internal']],
    );
    const read = readAssignments(['cost_center=4711', 'systems+=erp'], record, at, config);
    assert.ok('writes' in read);
    const after = applyEdits(record.lines.text, writeEdits(record.lines.text, read.writes) ?? []).text;
    assert.match(after, /^systems: \[crm, erp\]$/m);
    assert.match(after, /^cost_center: 4711$/m);
    const wrong = readAssignments(['cost_centre=1'], record, at, config);
    assert.ok('refusal' in wrong && JSON.stringify(wrong.refusal).includes('cost_center'));
  });

  it('may be answered when a change is made, by their types', () => {
    const told = readAnswers('{ "cost_center": 4711, "title": "T" }', config);
    assert.deepEqual(told.ok && told.known.ownFields, ['cost_center: 4711']);
    assert.equal(readAnswers('{ "cost_center": "many" }', config).ok, false);
  });

  it('are exported with what else begins with x-', () => {
    const record = changeOf('cost_center: 4711\nx-cab: { week: 48 }\ncolour: red\n');
    assert.deepEqual(ownValuesOf(record, config), { cost_center: 4711, 'x-cab': { week: 48 } });
    const change = {
      ...{ record, zone: 'UTC', language: 'en' as const, stage: 'to_be_released', commit: undefined },
      ...{ ticketTitle: () => undefined, own: ownValuesOf(record, config) },
    } as const;
    const options = { zone: 'UTC', language: 'en', own: Object.keys(ownFields(config)) } as const;
    const log = deploymentLog(undefined, [change], 'team', options);
    assert.equal(log.rows[0]?.[log.titles.indexOf('cost_center')], '4711');
    assert.ok(!deploymentLog('Diba', [change], 'customer', options).titles.includes('cost_center'));
  });
});
