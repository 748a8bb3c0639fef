import { strict as assert } from 'node:assert';
import { approvalChange } from '../../../../src/core/actions/approvalChange';
import type { Decision } from '../../../../src/core/actions/voidApproval';
import { applyEdits } from '../../../../src/core/model/text/edit';
import { checkText, configOf, testNow } from '../../support/memoryWorkspace';
import { recordFixture } from '../../support/recordFixtures';

const file = 'CHG-2026-0042.md';
const decision: Decision = {
  role: 'operations',
  by: 'Rita Mas',
  at: testNow,
  zone: 'Europe/Madrid',
  decision: 'approved',
};

function decided(text: string, changed: Partial<Decision> = {}, yaml = ''): string {
  const { config } = configOf(new Map([['.changebook/config.yaml', yaml]]));
  const plan = approvalChange({ ...decision, ...changed }, { file, config }).plan(text, 'committed');
  return 'edits' in plan ? applyEdits(text, plan.edits).text : plan.refusal.code;
}

function rulesIn(text: string): string[] {
  return checkText(text, 'CHG-2026-0042.md').map(({ rule }) => rule);
}

describe('A decision', () => {
  const text = recordFixture('CHG-2026-0042.es.md');

  it('is written in the language of the record, bound to what it says, and is not stale', () => {
    const after = decided(text);
    const line = after.split('\n').find((own) => own.includes('huella:')) ?? '';
    assert.match(
      line,
      /^ {2}- \{ rol: operaciones, por: Rita Mas, fecha: 2026-11-16T12:00\+01:00, decision: aprobado, huella: /,
    );
    assert.equal(after.replace(`${line}\n`, ''), text);
    assert.ok(!rulesIn(after).includes('approval/stale'));
    const edited = after.replace('corte: 20m', 'corte: 30m');
    assert.ok(rulesIn(edited).includes('approval/stale'));
  });

  it('is not written twice, but anew once the content has changed', () => {
    const after = decided(text);
    assert.equal(decided(after), after);
    const edited = after.replace('corte: 20m', 'corte: 30m');
    assert.notEqual(decided(edited), edited);
    assert.ok(!rulesIn(decided(edited)).includes('approval/stale'));
  });

  it('is refused to whoever asked for the change or performs it, unless they deny it', () => {
    for (const by of ['Marta López', 'jordi puig']) {
      assert.equal(decided(text, { by }), 'selfApproval');
      assert.match(decided(text, { by, decision: 'denied' }), /decision: denegado/);
    }
  });

  it('is by the name that the configuration gives an address, where git has another one', () => {
    const yaml = 'people: [{ name: Rita Mas, addresses: [rita@example.org, Rita@home.example] }]';
    const { people } = configOf(new Map([['.changebook/config.yaml', yaml]])).config;
    for (const [name, address, expected] of [
      ['rm', 'rita@home.example', 'Rita Mas'],
      ['rita mas', 'rita@example.org', 'rita mas'],
      ['rm', 'rm@example.org', 'rm'],
    ] as const) {
      const committer = { name, address };
      assert.equal(people.nameOf(committer), expected);
      assert.match(decided(text, { by: expected, committer }, yaml), /decision: aprobado/);
    }
  });

  it('is refused at once where it would not count, and a denial is not', () => {
    const holders =
      'approvals: [{ roles: [operations], holders: { operaciones: [Nil Roca, ops@example.org] } }]';
    const rita = { name: 'Rita Mas', address: 'rita@example.org' };
    const cases: readonly [code: string, changed: Partial<Decision>, yaml?: string, record?: string][] = [
      ['notHolder', {}, 'approvals: [{ roles: [peer], holders: { operations: [Nil Roca] } }]'],
      ['notHolder', { committer: rita }, holders],
      ['notOwnApproval', { by: 'Nil Roca', committer: rita }, holders],
      ['notOwnApproval', { by: 'Nil Roca', committer: rita }],
      ['selfApproval', { committer: { name: 'Jordi Puig', address: 'x@example.org' } }],
      ['nobodyDecides', { by: 'TBD' }],
      ['nobodyDecides', { by: '--' }],
      ['unsound', {}, '', text.replace('corte: 20m', 'corte: soon')],
      ['unsound', {}, '', text.replace('corte: 20m', 'cortado: 20m')],
      ['unsound', {}, '', text.replace('solicitante:', 'requested_at: yesterday\nsolicitante:')],
    ];
    for (const [code, changed, yaml, record = text] of cases) {
      assert.equal(decided(record, changed, yaml), code, JSON.stringify(changed));
      assert.match(decided(record, { ...changed, decision: 'denied' }, yaml), /decision: denegado/);
    }
    for (const committer of [rita, { name: 'R. M.', address: 'rita@example.org' }])
      assert.match(decided(text, { by: committer.name, committer }), /decision: aprobado/);
    const byAddress = { name: 'Rita Mas', address: 'OPS@example.org' };
    assert.match(decided(text, { committer: byAddress }, holders), /decision: aprobado/);
    const off = 'rules: { approval/unverified: "off" }';
    assert.match(decided(text, { by: 'Nil Roca', committer: rita }, off), /decision: aprobado/);
  });

  it('comes after the one before it, also in the same minute and second', () => {
    const again = (record: string, what: Decision['decision'], at = testNow): string =>
      decided(record, { decision: what, at, zone: 'UTC' });
    let record = again(text, 'approved');
    for (const what of ['denied', 'approved', 'denied', 'approved'] as const) {
      record = again(record, what);
      assert.equal(rulesIn(record).includes('approval/denied'), what === 'denied', record);
    }
    assert.match(record, /fecha: 2026-11-16T11:00\+00:00, decision: aprobado/);
    assert.match(record, /fecha: 2026-11-16T11:00:04\+00:00, decision: aprobado/);
    assert.match(again(record, 'denied', testNow + 60_000), /fecha: 2026-11-16T11:01\+00:00/);
  });

  it('is refused after a denial that no time can come after', () => {
    const denied = (at: string): string =>
      text.replace('aprobaciones:\n', `aprobaciones:\n  - { rol: operaciones, ${at}decision: denegado }\n`);
    assert.equal(decided(denied('')), 'timelessDenial');
    assert.equal(decided(denied('fecha: 2031-01-01 10:00, ')), 'laterDecision');
    assert.match(decided(denied('fecha: 2026-11-16 11:59, ')), /fecha: 2026-11-16T12:00\+01:00/);
  });
});
