import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { changebook, folderOf } from './program';

const fields =
  'fields: { cost_center: { type: integer, description: Who pays }, data_class: { values: [public, secret] } }\n';

function validatorOf(text: string) {
  return new Ajv2020({ strict: false }).compile(JSON.parse(text));
}

describe('changebook schema', () => {
  it('knows the fields that the workspace declares as its own', () => {
    const own = folderOf({ '.changebook/config.yaml': fields });
    const isValid = validatorOf(changebook(['schema', 'change'], own).out);
    const small = { id: 'CHG-1', type: 'change' };
    assert.ok(isValid({ ...small, cost_center: 42, data_class: 'secret' }), JSON.stringify(isValid.errors));
    assert.ok(!isValid({ ...small, cost_center: 'forty-two' }));
    assert.ok(!isValid({ ...small, data_class: 'open' }));
    assert.ok(!isValid({ ...small, cost_centre: 42 }));
    const procedure = validatorOf(changebook(['schema', 'procedimiento'], own).out);
    assert.ok(procedure({ id: 'PROC-1', tipo: 'procedimiento', defaults: { data_class: 'public' } }));
    const answers = validatorOf(changebook(['schema', 'answers'], own).out);
    assert.ok(answers({ title: 'x', cost_center: 1 }), JSON.stringify(answers.errors));
  });

  it('is written to a file, and without fields of its own the one that comes with the program', () => {
    const own = folderOf({ '.changebook/config.yaml': '' });
    const { code } = changebook(['schema', 'ticket', '-o', 'ticket.json'], own);
    assert.equal(code, 0);
    const usual = readFileSync('schemas/ticket.schema.json', 'utf8');
    assert.equal(readFileSync(path.join(own, 'ticket.json'), 'utf8'), usual);
  });

  it('says what there are schemas of', () => {
    const { code, err } = changebook(['schema', 'chnage'], folderOf({}));
    assert.equal(code, 2);
    assert.match(err, /procedure, change, ticket or answers/);
  });
});
