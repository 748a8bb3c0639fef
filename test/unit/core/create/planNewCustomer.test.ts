import { strict as assert } from 'node:assert';
import { emptyConfig } from '../../../../src/core/config/workspaceConfig';
import { planNewCustomer } from '../../../../src/core/create/planNewCustomer';
import { readConfig } from '../../../../src/core/rules/readConfig';

const wish = { name: 'Ayuntamiento: Norte', timezone: 'Europe/Madrid', environments: ['PRO', 'UAT 2'] };

describe('A new customer', () => {
  it('has a file named after it, which the configuration reads without findings', () => {
    const plan = planNewCustomer(wish, emptyConfig);
    assert.ok(plan.ok);
    assert.equal(plan.file, '.changebook/customers/ayuntamiento-norte.yaml');
    const { config, findings } = readConfig([plan]);
    assert.deepEqual(findings, []);
    const customer = config.customers.get('ayuntamiento-norte');
    assert.equal(customer?.name, wish.name);
    assert.deepEqual(customer?.environments, [{ name: 'PRO', production: true }, { name: 'UAT 2' }]);
  });

  it('is no other one, and is called something', () => {
    const first = planNewCustomer(wish, emptyConfig);
    const { config } = readConfig(first.ok ? [first] : []);
    assert.deepEqual(planNewCustomer({ ...wish, name: 'ayuntamiento norte' }, config), {
      ok: false,
      problem: 'taken',
    });
    assert.deepEqual(planNewCustomer({ ...wish, name: '—' }, config), { ok: false, problem: 'noKey' });
  });
});
