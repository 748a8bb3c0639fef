import assert from 'node:assert/strict';
import { environmentStandings, meansProduction } from '../../../../src/core/config/environments';
import { readConfig } from '../../../../src/core/rules/readConfig';

describe('Environments', () => {
  it('are production by their names', () => {
    const production = [
      ...[
        'PRO',
        'PROD',
        'Production',
        'Producción',
        'PRODUCCIO\u0301N',
        'PRD',
        'live',
        'prod-eu',
        'PRO-EU',
        'gprd',
        'Producció',
      ],
      ...[
        'eu_prod',
        'PRO 2',
        'prod01',
        'Live (EU)',
        'Entorno productivo',
        'prodEs',
        'preventa-pro',
        'prod-no',
        'PRO, PRE',
      ],
    ];
    const others = [
      'PRE',
      'preprod',
      'pre-prod',
      'PrePro',
      'non-prod',
      'NO PRODUCTIVO',
      'UAT',
      'products',
      'eu-west-1',
      '',
    ];
    assert.deepEqual(
      production.filter((name) => !meansProduction(name)),
      [],
    );
    assert.deepEqual(others.filter(meansProduction), []);
  });

  it('are what the customer says, then the workspace, then their names', () => {
    const { config } = readConfig([
      {
        file: '.changebook/config.yaml',
        text: 'environments: [{ name: PRD, production: true, aliases: [live, gold] }, { name: PRO }]\n',
      },
      {
        file: '.changebook/customers/diba.yaml',
        text: 'environments: [{ name: PRD, reason: a copy }, { name: LAB, production: true, reason: real data }]\n',
      },
    ]);
    const said = (environments: string[], customer?: string): string[] =>
      environmentStandings({ environments, ...(customer ? { customer } : {}) }, config).map(
        ({ name, production, by, reason = '' }) => `${name} ${production} ${by} ${reason}`.trim(),
      );
    assert.deepEqual(said(['prd', 'GOLD', 'PRO', 'prod-eu', 'UAT']), [
      ...['prd true configuration', 'GOLD true configuration', 'PRO false configuration'],
      ...['prod-eu true name', 'UAT false name'],
    ]);
    assert.deepEqual(said(['gold', 'LAB', 'PRO'], 'diba'), [
      ...['gold false customer a copy', 'LAB true customer real data', 'PRO true name'],
    ]);
  });
});
