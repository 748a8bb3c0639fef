import { strict as assert } from 'node:assert';
import { whoAnswers } from '../../../../src/core/actions/whoAnswers';
import { readConfig } from '../../../../src/core/rules/readConfig';

describe('Who may answer for something', () => {
  it('is who holds a role, and whom the customer has, each once and with what for', () => {
    const texts = [
      {
        file: '.changebook/config.yaml',
        text: [
          'people: [{ name: Laia Font, addresses: [laia@example.org] }]',
          'approvals:',
          '  - { roles: [project, product], holders: { project: [laia@example.org], product: [Laia Font, Pau Vila] } }',
        ].join('\n'),
      },
      {
        file: '.changebook/customers/acme.yaml',
        text: 'name: Acme\ncontacts: [{ name: pau vila, role: support }, { name: Grace Webb, role: manager }]\n',
      },
    ];
    const { config } = readConfig(texts);
    const told = whoAnswers(config, 'Acme').map(({ value, description }) => `${value}: ${description?.es}`);
    assert.deepEqual(told, ['Laia Font: proyecto', 'Pau Vila: producto', 'Grace Webb: responsable']);
    assert.deepEqual(whoAnswers(readConfig([]).config, undefined), []);
  });
});
