import { strict as assert } from 'node:assert';
import { emptyConfig } from '../../../../src/core/config/workspaceConfig';
import { newId } from '../../../../src/core/create/newId';
import { RecordIndex } from '../../../../src/core/index/recordIndex';

const created = '2026-11-24';

function idOf(form: string | undefined, taken: string[], customer?: string, random = () => 'A7K2M9') {
  const data = form === undefined ? {} : { ids: { form } };
  const customers = new Map([['acme-eu', { name: 'Acmé Europe' }]]);
  const config = { ...emptyConfig, data, customers };
  const elsewhere = { taken: new Set(taken), complete: true, random };
  return newId({ type: 'change', created, customer }, { index: new RecordIndex(), config, elsewhere });
}

describe('A new id', () => {
  it('comes after those on other branches', () => {
    assert.equal(idOf(undefined, ['CHG-2026-0047', 'CHG-2025-0900']), 'CHG-2026-0048');
  });

  it('has the form of the team, with a number that counts those that are like it otherwise', () => {
    const taken = [
      'CHG-0007',
      'CHG-ACME-EU-0003',
      'CHG-OTHER-0009',
      'CHG-20261124-0002',
      'CHG-20261123-0008',
    ];
    assert.equal(idOf('CHG-{number}', taken), 'CHG-0008');
    assert.equal(idOf('CHG-{date}-{number}', taken), 'CHG-20261124-0003');
    assert.equal(idOf('CHG-{customer}-{number}', taken, 'Acmé Europe'), 'CHG-ACME-EU-0004');
    assert.equal(idOf('CHG-{customer}-{number}', taken, 'nobody'), 'CHG-NOBODY-0001');
    assert.equal(idOf('CHG-{customer}-{number}', taken), undefined);
    assert.equal(idOf('CHG-{random}-{number}', ['CHG-ZZZZZZ-0004']), 'CHG-A7K2M9-0005');
    // What a form holds is taken as it stands.
    assert.equal(idOf('CHG-.*-{number}', ['CHG-X-0004']), undefined);
  });

  it('takes another chance where it is taken', () => {
    const chances = ['AAAAAA', 'BBBBBB'];
    assert.equal(
      idOf('CHG-{random}', ['CHG-AAAAAA'], undefined, () => chances.shift() ?? ''),
      'CHG-BBBBBB',
    );
    assert.equal(
      idOf('CHG-{random}', ['CHG-AAAAAA'], undefined, () => 'AAAAAA'),
      undefined,
    );
  });
});
