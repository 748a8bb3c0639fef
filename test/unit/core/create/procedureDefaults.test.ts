import { strict as assert } from 'node:assert';
import { emptyConfig } from '../../../../src/core/config/workspaceConfig';
import { openPlaces } from '../../../../src/core/create/openPlaces';
import { planNewChange } from '../../../../src/core/create/planNewChange';
import { RecordIndex } from '../../../../src/core/index/recordIndex';
import { completionsAt } from '../../../../src/core/language/completionsAt';
import { hoverAt } from '../../../../src/core/language/hoverAt';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { checkRecord } from '../../../../src/core/rules/checkRecord';

function procedureWith(front: string, body = '## 1. Go\n- [ ] a\n') {
  const record = parseRecord(`---\nid: PROC-A\ntype: procedure\ntitle: Renew\n${front}\n---\n${body}`);
  assert.ok(record?.type === 'procedure');
  return { file: 'PROC-A.md', record };
}

const input = {
  config: emptyConfig,
  index: new RecordIndex(),
  files: { exists: () => true, anchors: () => undefined },
  git: undefined,
  now: Date.UTC(2026, 10, 16, 12),
} as never;

function changeFrom(front: string, wishes = {}) {
  const plan = planNewChange({ procedure: procedureWith(front), ...wishes }, input);
  assert.ok(plan.ok);
  const record = parseRecord(plan.text);
  assert.ok(record?.type === 'change');
  assert.deepEqual(record.problems, []);
  return { text: plan.text, data: record.data };
}

describe('Defaults of a procedure', () => {
  const front = [
    'defaults:',
    '  tipo_cambio: estandar',
    '  entornos: PRO',
    '  schedule: { duration: 30m, outage: 5m }',
    '  notify: [support_team, x@example.org]',
    '  components: [{ name: portal, from: "1.10" }, { name: api }]',
    '  database: [{ migration: "0042", reversible: true }]',
    '  tickets: [SUP-1, { id: SUP-2, title: "Two: of them" }]',
    '  impact: { level: low, description: "Nothing, *really*" }',
    '  rollback: { steps_section: Rollback }',
    '  tests: { validated_in: [UAT] }',
    '  tags: [cert]',
    '  x-cost: { unit: 3.10, of: [a] }',
    '  "x-b: 1\\nstatus": done',
    '  imported: { from: Jira, id: "1" }',
  ].join('\n');

  it('are what a change begins with, in either language', () => {
    const { data, text } = changeFrom(front);
    assert.equal(data.title, 'Renew');
    assert.equal(data.change_type, 'standard');
    assert.deepEqual(data.environments, ['PRO']);
    assert.deepEqual(data.schedule, { duration: '30m', outage: '5m' });
    assert.deepEqual(data.notify, ['support_team', 'x@example.org']);
    assert.deepEqual(data.components, [{ name: 'portal', from: '1.10' }, { name: 'api' }]);
    assert.deepEqual(data.database, [{ migration: '0042', reversible: true }]);
    assert.deepEqual(data.tickets, [{ id: 'SUP-1' }, { id: 'SUP-2', title: 'Two: of them' }]);
    assert.deepEqual(data.impact, { level: 'low', description: 'Nothing, *really*' });
    assert.deepEqual(data.tests, { validated_in: ['UAT'] });
    assert.deepEqual(data.tags, ['cert']);
    assert.match(text, /^x-cost: \{"unit":3\.1,"of":\["a"\]\}$/m);
    assert.doesNotMatch(text, /x-b|imported/);
    assert.match(text, /## Impact\n\nNothing, \\\*really\\\*\n/);
    assert.match(text, /## Tickets\n\n- SUP-1\n- SUP-2 Two: of them\n/);
    const { text: spanish } = changeFrom(front, { language: 'es' });
    assert.match(spanish, /^tipo_cambio: estandar$/m);
    assert.match(spanish, /^avisar: \[equipo_soporte, x@example\.org\]$/m);
  });

  it('give way to what the user says, part by part', () => {
    const known = { fields: { schedule: { outage: '1m' }, category: 'x' } };
    const { data } = changeFrom(front, { environments: ['UAT'], duration: '2h', title: 'Mine', known });
    assert.deepEqual(data.environments, ['UAT']);
    assert.deepEqual(data.schedule, { duration: '2h', outage: '1m' });
    assert.deepEqual([data.title, data.category], ['Mine', 'x']);
  });

  it('are no way to decide, approve or record anything', () => {
    const own = [
      'id: CHG-1',
      'type: ticket',
      'estado: cerrado',
      'created: 2020-01-01',
      'procedure: PROC-B@1.0.0',
      'supersedes: CHG-1',
      'justification: As always.',
      'approvals: [{ role: peer, by: X, at: 2026-11-01 10:00, decision: approved }]',
      'agreement: { by: X }',
      'exenciones: [{ rule: schedule/friday, by: X, reason: Y }]',
      'notifications: [{ kind: start, by: X }]',
      'actual: { start: 2026-11-01 10:00 }',
      'hold: { reason: X }',
      'outcome: successful',
    ];
    for (const line of own) {
      const { record } = procedureWith(`defaults:\n  ${line}`);
      assert.deepEqual(
        record.problems.map(({ code }) => code),
        ['notDefault'],
        line,
      );
      const { data } = changeFrom(`defaults:\n  ${line}`);
      assert.equal(data.status, 'to_do');
      assert.ok(
        !data.approvals && !data.agreement && !data.waivers && !data.notifications && !data.actual,
        line,
      );
    }
    const inside = procedureWith(
      'defaults: { pruebas: { pasadas: 3, total: 3 }, tickets: [{ id: A-1, status: done }] }',
    );
    assert.equal(inside.record.problems.length, 3);
    const [found] = checkRecord(inside.record, { file: 'PROC-A.md', config: emptyConfig });
    assert.equal(found?.rule, 'format/field');
    assert.equal(found?.severity, 'error');
  });

  it('are completed, explained and checked as fields of a change are', () => {
    const { record } = procedureWith('defaults: { chang_type: standard, severity: worst, version: 1.0 }');
    const codes = record.problems.map(({ code }) => code);
    assert.deepEqual(codes, ['unknownField', 'unknownField', 'notChoice']);
    const text = '---\nid: PROC-A\ntype: procedure\ndefaults:\n  change_type: standard\n  \n---\n';
    const language = {
      ...{ kind: 'record', language: 'en', config: emptyConfig, index: new RecordIndex() },
    } as never;
    const { items } = completionsAt(text, text.indexOf('  \n---') + 2, language);
    const labels = items.map(({ label }) => label);
    assert.ok(labels.includes('environments') && labels.includes('notify'));
    assert.ok(!labels.includes('approvals') && !labels.includes('change_type'));
    const values = completionsAt(text, text.indexOf('standard') + 2, language);
    assert.ok(values.items.some(({ label }) => label === 'emergency'));
    assert.match(
      hoverAt(text, text.indexOf('change_type') + 2, language)?.markdown ?? '',
      /Standard, normal/,
    );
  });
});

describe('What is open in a new change', () => {
  it('is told once for each field and each section, with its line', () => {
    const { text } = changeFrom('version: 1.0.0', { environments: ['PRO'], title: 'TBD' });
    const open = openPlaces(text, { file: 'C.md', config: emptyConfig });
    const names = open.map(({ name }) => name);
    assert.deepEqual(names.slice(0, 4), [
      'title',
      'schedule.start',
      'schedule.duration',
      'tests.validated_in',
    ]);
    assert.ok(names.includes('Summary') && names.includes('Rollback') && names.includes('Progression'));
    assert.equal(new Set(names).size, names.length);
    const lines = text.split('\n');
    for (const { name, line, settable } of open) {
      if (!settable) assert.match(lines.slice(line - 3, line).join('\n'), new RegExp(`${name}[\\s\\S]*TBD`));
    }
  });

  it('has the whole name of a field, where the defaults give another part of it', () => {
    const { text } = changeFrom('version: 1.0.0\ndefaults: { schedule: { duration: 1h } }', { title: 'A' });
    const fields = openPlaces(text, { file: 'C.md', config: emptyConfig }).filter(({ settable }) => settable);
    assert.deepEqual(
      fields.map(({ name }) => name).filter((name) => /start|duration/.test(name)),
      ['schedule.start'],
    );
  });

  it('is not what no rule of the team asks for', () => {
    const rules = new Map(
      ['format/sections', 'tests/scenarios', 'validation/missing'].map((id) => [
        id,
        { severity: 'off', options: {} },
      ]),
    );
    const config = { ...emptyConfig, rules } as never;
    const plan = planNewChange({ procedure: procedureWith('version: 1.0.0'), environments: ['PRO'] }, {
      ...(input as object),
      config,
    } as never);
    assert.ok(plan.ok);
    assert.doesNotMatch(plan.text, /validated_in/);
    const titles = [...plan.text.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    assert.deepEqual(titles, ['Deployment', 'Rollback']);
  });
});
