import { strict as assert } from 'node:assert';
import { emptyConfig } from '../../../../src/core/config/workspaceConfig';
import { RecordIndex } from '../../../../src/core/index/recordIndex';
import { completionsAt } from '../../../../src/core/language/completionsAt';
import { beginsRecord } from '../../../../src/core/language/yamlPart';
import { inputOf, labels, offered, taken } from './cursorText';

/** A place, and some of what is offered there; what begins with `!` must not be. */
type Case = readonly [name: string, front: string, ...expected: string[]];

const change = 'id: CHG-2026-0009\ntype: change\n';

const keys: readonly Case[] = [
  ['on an empty line', `${change}|`, 'status', 'customer', 'schedule', '!id', '!type'],
  ['half-typed', `${change}cus|`, 'customer', 'status'],
  ['half-typed between others', `${change}cus|\nstatus: to_do`, 'customer', '!status'],
  ['of a change before it has a type', 'id: CHG-2026-0009\n|', 'type', 'schedule'],
  ['of a ticket', 'id: TKT-9\ntype: ticket\n|', 'change', '!schedule'],
  ['of a procedure', 'tipo: procedimiento\nid: PROC-X\n|', 'compuertas', '!programacion'],
  ['in Spanish', 'tipo: cambio\n|', 'cliente', 'estado', '!customer', '!type'],
  [
    'not twice under another name',
    'tipo: cambio\nestado: por_hacer\ncustomer: acme\ntitulo: x\n|',
    '!cliente',
    'socio',
  ],
  ['not the singular of one that is there', `${change}environment: PRO\n|`, '!environments', 'customer'],
  ['of a nested block', `${change}schedule:\n  st|`, 'start', 'duration', '!status'],
  ['of a nested block that is empty', `${change}schedule:\n  |`, 'start', 'duration', 'outage'],
  ['of a nested block with others behind', `${change}schedule:\n  |\n  duration: 1h`, 'start', '!duration'],
  [
    'of a nested block with others in front',
    `${change}schedule:\n  start: x\n  |\nstatus: x`,
    'duration',
    '!start',
  ],
  ['of braces under way', `${change}schedule: { start: 2026-11-25 22:00, du|`, 'duration', '!start'],
  ['of empty braces', `${change}schedule: {|}`, 'start'],
  ['of braces with a blank', `${change}schedule: { | }`, 'start'],
  ['of unclosed braces in front of other keys', `${change}impact: { |\nstatus: to_do`, 'level', '!status'],
  ['of an item', `${change}approvals:\n  - |`, 'role', 'by'],
  ['of an item under way', `${change}approvals:\n  - ro|`, 'role'],
  ['of an item on its second line', `${change}approvals:\n  - role: peer\n    |`, 'by', '!role'],
  ['of the second item', `${change}approvals:\n  - role: peer\n  - |`, 'role', 'by'],
  ['of an item without further indent', `${change}approvals:\n- role: peer\n- de|`, 'decision', 'role'],
  ['of braces in a list', `${change}approvals:\n  - { role: peer, |`, 'by', '!role'],
  ['of braces in brackets', `${change}components: [{ name: a }, { |}]`, 'name', 'from'],
  ['of braces over several lines', `${change}schedule: {\n  start: x,\n  |\n}`, 'duration', '!start'],
  ['behind a closed nest', `${change}components: [{ name: a }]\n|`, 'customer', '!name', '!components'],
  ['in Spanish below', 'tipo: cambio\nprogramacion:\n  |', 'inicio', 'duracion'],
  ['below a key that nobody knows: none', `${change}whatever:\n  |`],
  ['inside of a comment: none', `${change}# cus|`],
  ['inside of free text: none', `${change}title: >\n  some te|`],
  ['behind free text', `${change}title: >\n  some text\n|`, 'customer', '!title'],
];

const values: readonly Case[] = [
  ['a state', `${change}status: |`, 'to_do', 'in_progress', 'staged'],
  ['a state under way', `${change}status: to_|`, 'to_be_released'],
  ['a state in Spanish', 'tipo: cambio\nestado: |', 'por_hacer', 'staged', '!to_do'],
  ['a state of a ticket', 'id: TKT-9\ntype: ticket\nstatus: |', 'waiting_for_support', '!rejected'],
  ['right behind the colon', `${change}status:|`, 'to_do'],
  ['on the next line', `${change}status:\n  |`, 'to_do'],
  ['a type', 'id: CHG-2026-0009\ntype: |', 'procedure', 'change', 'ticket'],
  ['a number', `${change}deployment_type: |`, '1', '4'],
  ['a boolean', `${change}database: [{ reversible: |`, 'true', 'false'],
  ['a customer', `${change}customer: |`, 'acme', 'diba'],
  ["the customer's environments", `${change}customer: acme\nenvironments: [|`, 'PRO', 'UAT', '!DES'],
  ['further environments', `${change}customer: acme\nenvironments: [PRO, |`, 'UAT', '!PRO'],
  ["every customer's environments", `${change}environments: [PRO, |]`, 'UAT', 'DES'],
  ['environments in a list', `${change}environments:\n  - |`, 'PRO', 'DES'],
  ['an environment alone', `${change}environment: P|`, 'PRO'],
  [
    'in brackets in front of other keys',
    `${change}environments: [\ncustomer: diba\ntests: { validated_in: [|`,
    'DES',
    '!PRO',
  ],
  ['a partner', `${change}partner: |`, 'Partner SL'],
  ['a role', `${change}approvals:\n  - { role: |`, 'peer', 'security'],
  ['a role in a block', `${change}approvals:\n  - role: |\n    by: x`, 'peer', 'security'],
  ['a decision', `${change}approvals: [{ decision: |}]`, 'approved', 'denied'],
  ['a kind of notice', `${change}notifications:\n  - kind: |`, 'banner'],
  ['whom to tell', `${change}notify: [|`, 'end_users'],
  ['people', `${change}assignee: |`, 'Jordi Puig', 'Anna Serra', 'Pau Vila'],
  [
    'a procedure with its version',
    `${change}procedure: |`,
    'PROC-RELEASE@1.2.0',
    '!PROC-OLD@1.0.0',
    '!CHG-2026-0001',
  ],
  ['a change', `${change}supersedes: CHG-|`, 'CHG-2026-0002', 'CHG-2026-0001', '!CHG-2026-0009', '!TKT-7'],
  ['any record', `${change}related: [|`, 'TKT-7', 'PROC-RELEASE', 'CHG-2026-0001'],
  ['a ticket', `${change}tickets: [|`, 'TKT-7', '!CHG-2026-0001'],
  ['the id of a ticket', `${change}tickets: [{ id: |`, 'TKT-7'],
  ['the change of a ticket', 'id: TKT-9\ntype: ticket\nchange: |', 'CHG-2026-0001', '!PROC-RELEASE'],
  ['a component', `${change}components: [{ name: |`, 'portal'],
  ['a component of a ticket', 'id: TKT-9\ntype: ticket\ncomponents: [|', 'portal'],
  ['a rule', `${change}waivers: [{ rule: |`, 'schedule/friday', 'links/file'],
  [
    'conditions of a standard procedure',
    'id: PROC-9\ntype: procedure\nstandard: { when: { |',
    'risk',
    'severity',
    '!title',
  ],
  ['their values', 'id: PROC-9\ntype: procedure\nstandard:\n  when:\n    deployment_type: [|', '1', '4'],
  [
    'the role of whoever approved it',
    'id: PROC-9\ntype: procedure\nstandard: { approvals: [{ role: |',
    'peer',
  ],
  ['free text: none', `${change}title: |`],
  ['behind a value: none', `${change}status: to_do |`],
  ['in the middle of prose: none', `${change}assignee: Jordi |`],
];

const config: readonly Case[] = [
  ['keys', '|', 'timezone', 'rules', '!schedule'],
  ['keys in Spanish', 'zona_horaria: Europe/Madrid\nidioma: es\n|', 'reglas', '!rules', '!zona_horaria'],
  ['zones', 'timezone: Europe/Mad|', 'Europe/Madrid', 'America/Lima'],
  ['rules', 'rules:\n  |', 'schedule/friday', 'links/file'],
  ['rules in braces', 'rules: { |', 'schedule/friday'],
  ['further rules', 'rules:\n  schedule/friday: error\n  |', '!schedule/friday', 'links/file'],
  ['a severity', 'rules:\n  schedule/friday: |', 'off', 'warning', 'severity'],
  ['settings of a rule', 'rules:\n  format/sections:\n    |', 'severity'],
  ['the severity of a rule', 'rules: { schedule/friday: { severity: |', 'error', '!severity'],
  ['rules of some files', 'overrides:\n  - files: [x]\n    rules:\n      |', 'schedule/friday'],
  ['roles', 'approvals: [{ roles: [|', 'peer', 'security'],
  ['conditions', 'approvals:\n  - when: { |', 'deployment_type', 'severity', '!title'],
  ['the risk in conditions', 'approvals:\n  - when: { risk: |', 'low', 'high'],
  ['values of conditions', 'approvals:\n  - when: { deployment_type: [|', '1', '4'],
  ['customers of a freeze', 'freezes: [{ customers: [|', 'acme', 'diba'],
  ['roles that override a freeze', 'freezes: [{ overridable_by: [|', 'peer', 'security'],
  ['words for times that recur', 'maintenance_windows: [{ |', 'month_days', 'weeks', 'customers', '!reason'],
  ['words for them in Spanish', 'zona_horaria: UTC\ncongelaciones:\n  - |', 'dias_del_mes', 'vigente_desde'],
  ['customers of a window', 'maintenance_windows: [{ customers: [|', 'acme', 'diba'],
  ['environments of hours', 'business_hours: [{ environments: [|', 'PRO'],
  ['the zone of a day off', 'holidays: { dates: [{ zone: Europe/Lon|', 'Europe/London'],
  ['days', 'working_days: [mon, |', 'tue', '!mon'],
  ['people', 'performers: [{ people: [|', 'Anna Serra'],
];

describe('Completion', () => {
  for (const [name, front, ...expected] of keys)
    it(`offers keys ${name}`, () => check(labels(front), expected));
  for (const [name, front, ...expected] of values) it(`offers ${name}`, () => check(labels(front), expected));
  for (const [name, front, ...expected] of config)
    it(`of the configuration offers ${name}`, () => check(labels(front, { kind: 'config' }), expected));

  it('of a customer offers its own fields', () => {
    check(labels('name: X\n|', { kind: 'customer' }), ['managed_by', '!rules', '!name']);
    check(labels('contacts: [{ role: |', { kind: 'customer' }), ['helpdesk']);
    check(labels('timezone: |', { kind: 'customer' }), ['Europe/Madrid']);
  });

  it('writes what YAML needs around a choice', () => {
    assert.equal(taken(`${change}cus|`, 'customer'), `${change}customer: $0`);
    assert.equal(taken(`${change}cus|: x`, 'customer'), `${change}customer: x`);
    assert.equal(taken(`${change}|`, 'schedule'), `${change}schedule:\n  $0`);
    assert.equal(taken(`${change}|`, 'approvals'), `${change}approvals:\n  - $0`);
    assert.equal(taken(`${change}|`, 'environments'), `${change}environments: [$0]`);
    assert.equal(taken(`${change}status:|`, 'to_do'), `${change}status: to_do`);
    assert.equal(taken(`${change}status: to_d|oo`, 'to_do'), `${change}status: to_do`);
    assert.equal(taken(`${change}environments: |`, 'PRO'), `${change}environments: [PRO]`);
    assert.equal(taken(`${change}environments:\n  |`, 'PRO'), `${change}environments:\n  - PRO`);
    assert.equal(taken(`${change}approvals:\n  -|`, 'role'), `${change}approvals:\n  - role: $0`);
    assert.equal(taken(`${change}approvals:\n  |`, 'role'), `${change}approvals:\n  - role: $0`);
    assert.equal(taken(`${change}schedule: |`, 'start'), `${change}schedule: { start: $0 }`);
    assert.equal(taken(`${change}customer: "ac|"`, 'acme'), `${change}customer: "acme"`);
  });

  it('describes in the language of the editor and names in that of the file', () => {
    const [state] = offered('tipo: cambio\nestado: |');
    assert.deepEqual([state?.label, state?.detail], ['por_hacer', 'Not started']);
    const key = offered(`${change}|`, { language: 'es' }).find(({ label }) => label === 'customer');
    assert.deepEqual(
      [key?.detail, key?.documentation],
      ['cliente', 'Clave o nombre del cliente.\n\nEjemplo: `diba`'],
    );
    const record = offered(`${change}supersedes: |`).find(({ label }) => label === 'CHG-2026-0001');
    assert.equal(record?.detail, 'First change · to be released');
    const rule = offered('rules: { |', { kind: 'config' }).find(({ label }) => label === 'schedule/friday');
    assert.equal(rule?.detail, 'Start on a Friday');
    assert.match(rule?.documentation ?? '', /What goes wrong on a Friday/);
  });

  it('keeps the usual order', () => {
    const sorted = offered(`${change}|`).map(({ sortText }) => sortText);
    assert.deepEqual(sorted, [...sorted].sort());
  });

  it('quotes names that YAML would read otherwise, and puts none of their markup anywhere', () => {
    const customers = new Map([
      ['a: b # "x"', { name: `l1\nl2 $${'{1:x}'}`, environments: [{ name: 'yes' }] }],
    ]);
    const hostile = { ...emptyConfig, customers };
    const [item] = offered(`${change}customer: |`, { config: hostile });
    assert.deepEqual(
      [item?.insertText, item?.snippet, item?.detail],
      ['"a: b # \\"x\\""', false, `l1 l2 $${'{1:x}'}`],
    );
    assert.equal(
      taken(`${change}environments: [|`, undefined, { config: hostile }),
      `${change}environments: ["yes"`,
    );
    for (const record of offered(`${change}supersedes: |`)) assert.equal(record.documentation, undefined);
  });

  it('offers the words of a step in its comment, and behind "by=" the roles that somebody holds', () => {
    const labelsAt = (line: string) => {
      const before = `---\n${change}---\n# Body\n\n${line}`;
      return completionsAt(`${before} -->\n`, before.length, inputOf()).items.map(({ label }) => label);
    };
    assert.deepEqual(labelsAt('- [ ] Copy <!-- step: backup by=dba ').slice(0, 2), ['takes', 'at']);
    assert.ok(labelsAt('- [ ] Copiar <!-- paso: copia du').includes('dura'));
    assert.deepEqual(labelsAt('- [ ] Copy <!-- step: backup --> '), []);
    assert.deepEqual(labelsAt('Text <!-- step: '), []);
    assert.deepEqual(labelsAt('- [ ] Copy <!-- step: takes=').slice(0, 2), ['15m', '30m']);
    assert.ok(labelsAt('- [ ] Copy <!-- step: tell at=-').includes('-24h'));
    assert.deepEqual(labelsAt('- [ ] Copy <!-- step: if='), []);
  });

  it('says nothing in the body, on the fences and in other texts', () => {
    const text = `---\n${change}---\n# Body\n\nstatus: \n`;
    for (const offset of [0, 2, 4 + change.length, 4 + change.length + 3, text.length - 1, text.length])
      assert.deepEqual(completionsAt(text, offset, inputOf()).items, [], String(offset));
    assert.deepEqual(completionsAt('status: ', 8, inputOf()).items, []);
  });

  it('works with a byte order mark, with CRLF, without a second fence and without any line', () => {
    const text = `\uFEFF---\r\n${change.replaceAll('\n', '\r\n')}schedule:\r\n  st`;
    assert.deepEqual(completionsAt(text, text.length, inputOf()).items[0]?.label, 'start');
    const closed = `${text}\r\n---\r\n`;
    assert.deepEqual(completionsAt(closed, text.length, inputOf()).items[0]?.label, 'start');
    assert.deepEqual(completionsAt('---\n\n---\n', 4, inputOf()).items[0]?.label, 'id');
  });

  it('cuts what is too long to list', () => {
    const index = new RecordIndex();
    for (let number = 0; number < 3000; number++) {
      const id = `CHG-2026-${number}`;
      const summary = {
        type: 'change',
        id,
        idRange: [0, 0, 0, 0],
        title: '',
        status: 'to_do',
        stage: 'to_do',
        references: [],
        links: [],
      } as const;
      index.load({ file: `${id}.md`, summary, findings: [] });
    }
    const text = `---\n${change}supersedes: CHG-2026-29`;
    const { items, cut } = completionsAt(text, text.length, inputOf({ index }));
    assert.equal(cut, true);
    assert.ok(items.length < 300 && items.some(({ label }) => label === 'CHG-2026-2999'));
  });
});

function check(found: readonly string[], expected: readonly string[]): void {
  if (expected.length === 0) assert.deepEqual(found, []);
  for (const label of expected) {
    if (label.startsWith('!')) assert.ok(!found.includes(label.slice(1)), `${label} in ${found.join()}`);
    else assert.ok(found.includes(label), `${label} not in ${found.join()}`);
  }
}

describe('A text that begins a record', () => {
  const yes = ['type: change', 'tipo:', 'x: [\ntipo: "cambio"', 'id: CHG-2026-0001'];
  for (const front of yes)
    it(`is one with ${JSON.stringify(front)}`, () => assert.ok(beginsRecord(`---\n${front}`)));
  for (const front of ['type: post', 'title: x', 'about: CHG-2026-0001', 'kind:\n  type: change'])
    it(`is none with ${JSON.stringify(front)}`, () => assert.ok(!beginsRecord(`---\n${front}\n---\n`)));
  it('is none without front matter', () => assert.ok(!beginsRecord('type: change\n')));
});
