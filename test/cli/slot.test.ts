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
        { start: '2026-11-16T18:00+01:00', end: '2026-11-16T20:00+01:00' },
        { start: '2026-11-16T20:00+01:00', end: '2026-11-16T22:00+01:00' },
      ],
    });
    assert.equal(slotJson(['changes/CHG-1.md'], cwd).slots.length, 5);
    const { out, code } = changebook(['slot', 'CHG-1', '--count', '1', ...now], cwd);
    assert.equal(code, 0);
    assert.match(
      out,
      /CHG-1 · Portal\nNext slots \(Europe\/Madrid\)\n {2}2026-11-16 18:00 → 2026-11-16 20:00\nOther starts were passed over because of schedule\/business-hours\.\n$/,
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
