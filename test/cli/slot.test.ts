import { strict as assert } from 'node:assert';
import { type SlotReport, slotReportSchema } from '../../src/core/report/slotReport';
import { changebook, folderOf } from './program';

const now = ['--now', '2026-11-16T12:00+01:00'];

function change(id: string, front: string): string {
  return `---\nid: ${id}\ntype: change\n${front}---\n# ${id}\n`;
}

const folder = () =>
  folderOf({
    '.changebook/config.yaml':
      'timezone: Europe/Madrid\nbusiness_hours: "09:00-18:00"\nholidays: { country: ES }\n',
    'changes/CHG-1.md': change(
      'CHG-1',
      'title: Portal\ndeployment_type: 4\nenvironments: [PRO]\nschedule: { start: 2026-12-07 22:00, duration: 2h }\n',
    ),
    'changes/CHG-2.md': change('CHG-2', 'deployment_type: 1\nschedule: { duration: 1h, outage: 30m }\n'),
    'changes/CHG-3.md': change('CHG-3', 'status: done\n'),
    'TKT-1.md': '---\nid: TKT-1\ntype: ticket\n---\n',
  });

function slotJson(args: readonly string[], cwd: string): SlotReport & { code: number | null } {
  const { code, out, err } = changebook(['slot', ...args, '--format', 'json', ...now], cwd);
  assert.ok(out.startsWith('{'), err);
  return { ...slotReportSchema.parse(JSON.parse(out)), code };
}

describe('changebook slot', () => {
  it('finds the next starts, by id or file', () => {
    const cwd = folder();
    const report = slotJson(['CHG-1', '--count', '2'], cwd);
    assert.deepEqual(report, {
      ...{ version: 1, id: 'CHG-1', file: 'changes/CHG-1.md', blocked: [], code: 0 },
      slots: [
        {
          start: '2026-11-16T18:00+01:00',
          end: '2026-11-16T20:00+01:00',
          moved: [
            { rule: 'schedule/business-hours', minutes: 345 },
            { rule: null, minutes: 15 },
          ],
        },
        { start: '2026-11-16T20:00+01:00', end: '2026-11-16T22:00+01:00', moved: [] },
      ],
    });
    assert.equal(slotJson(['changes/CHG-1.md'], cwd).slots.length, 5);
    const { out, code } = changebook(['slot', 'CHG-1', '--count', '1', ...now], cwd);
    assert.equal(code, 0);
    assert.match(
      out,
      /CHG-1 · Portal\nNext slots \(Europe\/Madrid\)\n {2}2026-11-16 18:00 → 2026-11-16 20:00\n {4}moved on by schedule\/business-hours 5 h 45 min\n$/,
    );
  });

  it('says what stands in the way, and ends with 1', () => {
    const cwd = folder();
    const report = slotJson(['CHG-2'], cwd);
    assert.equal(report.code, 1);
    assert.deepEqual(report.slots, []);
    assert.deepEqual(
      report.blocked.map(({ rule }) => rule),
      ['schedule/outage-limit'],
    );
    assert.match(report.blocked[0]?.message ?? '', /30 minutes/);
    const { out } = changebook(['slot', 'CHG-2', '--language', 'es', ...now], cwd);
    assert.match(out, /No hay hueco en 90 días.*\n.*corte de 30 minutos/);
  });

  it('says by how much each rule moved it, and never moves it for what is only information', () => {
    const cwd = folderOf({
      '.changebook/config.yaml': [
        'timezone: Europe/Madrid',
        'freezes: [{ from: 2026-11-16, to: 2026-11-18 08:00, reason: Fair }, { days: [wed], hours: "08:00-12:00" }]',
        'rules: { schedule/friday: info, schedule/before-non-working-day: info }',
        '',
      ].join('\n'),
      'CHG-1.md': change('CHG-1', 'deployment_type: 1\nschedule: { duration: 1h }\n'),
    });
    const first = (...args: string[]) => slotJson(['CHG-1', '--count', '1', ...args], cwd).slots[0];
    const slot = first() ?? assert.fail('none');
    assert.equal(slot.start, '2026-11-18T12:00+01:00');
    assert.deepEqual(slot.moved, [
      { rule: 'schedule/freeze', minutes: 2865 },
      { rule: null, minutes: 15 },
    ]);
    const friday = ['--now', '2026-11-20T09:50+01:00'];
    const { out } = changebook(['slot', 'CHG-1', '--count', '1', ...friday], cwd);
    assert.match(out, /2026-11-20 10:00 → /);
  });

  it('says of one start which rules speak against it', () => {
    const cwd = folder();
    const at = (text: string, ...args: string[]) =>
      changebook(['slot', 'CHG-1', '--at', text, ...args, ...now], cwd);
    const { out, code } = at('2026-12-04 17:00');
    assert.equal(code, 1);
    assert.match(
      out,
      /^CHG-1 · Portal\nAgainst 2026-12-04 17:00 → 2026-12-04 19:00 \(Europe\/Madrid\) speak:\n/,
    );
    const rules = slotJson(['CHG-1', '--at', '2026-12-04 17:00'], cwd).blocked.map(({ rule }) => rule);
    const wanted = ['schedule/before-non-working-day', 'schedule/business-hours', 'schedule/friday'];
    assert.deepEqual(rules.sort(), wanted);
    const free = slotJson(['CHG-1', '--at', '2026-11-24T22:00+01:00'], cwd);
    assert.deepEqual([free.code, free.blocked, free.information], [0, [], []]);
    assert.deepEqual(free.slots[0]?.end, '2026-11-25T00:00+01:00');
    assert.match(at('mañana 22:00', '--language', 'es').out, /Nada impide 2026-11-17 22:00/);
    assert.equal(at('sometime').code, 2);
  });

  it('knows of the agreement, the contract and expensive migrations, too', () => {
    const cwd = folderOf({
      '.changebook/config.yaml': 'timezone: Europe/Madrid\nbusiness_hours: "09:00-18:00"\n',
      '.changebook/customers/acme.yaml': 'name: Acme\ncontract_ends: 2026-11-24\n',
      'CHG-1.md': change(
        'CHG-1',
        [
          'customer: acme',
          'schedule: { start: 2026-11-23 22:00, duration: 1h }',
          'agreement: { by: Ana, at: 2026-11-16 10:00, start: 2026-11-23 22:00 }',
          'database: [{ migration: V1, expensive: true }]',
          '',
        ].join('\n'),
      ),
    });
    const against = (at: string) =>
      slotJson(['CHG-1', '--at', at], cwd)
        .blocked.map(({ rule }) => rule)
        .sort();
    assert.deepEqual(against('2026-11-23 22:00'), []);
    assert.deepEqual(against('2026-11-24 10:00'), ['agreement/stale', 'database/expensive']);
    assert.deepEqual(against('2026-11-25 22:00'), ['agreement/stale', 'customer/contract-expired']);
    const [stale] = slotJson(['CHG-1', '--at', '2026-11-24 22:00'], cwd).blocked;
    assert.match(stale?.message ?? '', /the window now starts at 2026-11-24 22:00/);
    // Nobody has agreed to any other start, which is no reason not to look for one.
    assert.equal(slotJson(['CHG-1', '--count', '1'], cwd).slots[0]?.start, '2026-11-16T18:00+01:00');
  });

  it('ends with 2 on a wrong call', () => {
    const cwd = folder();
    for (const args of [[], ['CHG-9'], ['TKT-1'], ['CHG-1', '--count', 'x'], ['CHG-1', '--format', 'xml']]) {
      const { code, err, out } = changebook(['slot', ...args], cwd);
      assert.equal(code, 2, args.join(' '));
      assert.equal(out, '');
      assert.match(err, /^changebook: .+\n$/);
    }
    assert.equal(changebook(['slot', 'CHG-3'], cwd).code, 1);
    assert.match(changebook(['slot', '--help'], cwd).out, /--count N/);
  });

  it('reads the holidays from their own file, in the program as it ships', () => {
    const cwd = folder();
    const { out } = changebook(['check', 'changes/CHG-1.md', ...now], cwd);
    assert.match(out, /2026-12-08, Immaculate Conception/);
  });
});
