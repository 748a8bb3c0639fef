import { strict as assert } from 'node:assert';
import { type PendingReport, pendingReportSchema } from '../../src/core/report/pendingReport';
import { changebook, folderOf, ticket } from './program';

/** A Monday. */
const now = ['--now', '2026-11-16T12:00+01:00'];

function change(id: string, front: string, body = ''): string {
  return `---\nid: ${id}\ntype: change\n${front}---\n# Title of ${id}\n${body}`;
}

function starting(start: string, more = ''): string {
  return `schedule: { start: ${start}, duration: 1h }\n${more}`;
}

const folder = () =>
  folderOf({
    '.changebook/config.yaml': 'timezone: Europe/Madrid\n',
    '.changebook/customers/acme.yaml':
      'name: Acme Ltd\ntimezone: America/New_York\nenvironments: [{ name: PRO, production: true }, { name: UAT }]\n',
    'c/overdue.md': change('CHG-1', starting('2026-11-16 11:45')),
    'c/overrun.md': change('CHG-2', starting('2026-11-16 10:00', 'status: releasing\n')),
    'c/now.md': change('CHG-3', starting('2026-11-16 11:30', 'status: releasing\n')),
    'c/tested.md': change('CHG-4', starting('2026-11-10 11:30', 'status: in_testing\ncustomer: Acme Ltd\n')),
    // Half an hour past midnight in Madrid is still the evening before in New York.
    'c/today.md': change('CHG-5', starting('2026-11-16 18:30', 'customer: acme\nenvironments: [UAT, PRO]\n')),
    // Tomorrow is that of Madrid, where it is 0:30.
    'c/tomorrow.md': change('CHG-14', starting('2026-11-17 00:30')),
    'c/week.md': change('CHG-6', starting('2026-11-22 23:00', 'severity: minor\n')),
    'c/week2.md': change('CHG-7', starting('2026-11-22 23:00', 'severity: blocker\n')),
    'c/later.md': change(
      'CHG-8',
      starting('2026-11-23 00:00', 'performed_by: partner\nstatus: to_be_released\n'),
    ),
    'c/none.md': change(
      'CHG-9',
      'supersedes: CHG-1\ntickets: [TKT-1]\n',
      '- [x] one\n- [ ] two\n- [x] ~~no~~ (n/a: x)\n',
    ),
    'c/broken.md': change('CHG-10', 'schedule: { start: [\n'),
    'c/done.md': change('CHG-11', 'status: done\n'),
    'c/hostile.md': change('CHG-12', `title: "${'x'.repeat(10_000)}"\n`),
    'c/rtl.md': change('CHG-13', 'title: "abc \\u202E evil \\n second"\n'),
    'TKT-1.md': ticket('TKT-1'),
  });

function pendingJson(args: readonly string[], cwd: string): PendingReport {
  const { code, out, err } = changebook(['pending', ...args, '--format', 'json', ...now], cwd);
  assert.equal(code, 0, err);
  return pendingReportSchema.parse(JSON.parse(out));
}

function idsByGroup({ groups }: PendingReport): { [key: string]: (string | null)[] } {
  return Object.fromEntries(groups.map(({ key, items }) => [key, items.map(({ id }) => id)]));
}

describe('changebook pending', () => {
  it('lists by --mine what names whom git knows, also by an open step', () => {
    const own = folderOf({
      '.changebook/config.yaml': 'people: [{ name: Ana Gil, addresses: ana@example.org }]\n',
      'a.md': change('CHG-1', 'assignee: ana@example.org\n'),
      'b.md': change('CHG-2', 'assignee: Ben\n'),
      'c.md': change('CHG-3', '', '\n- [ ] Copied <!-- step: copy by="Ana Gil" -->\n'),
      'd.md': change('CHG-4', '', '\n- [x] Copied <!-- step: copy by="Ana Gil" -->\n'),
    });
    const env = { GIT_AUTHOR_NAME: 'Ana Gil', GIT_AUTHOR_EMAIL: 'ana@example.org' };
    const { out } = changebook(['pending', '--mine', '--format', 'json'], own, { env });
    const report = pendingReportSchema.parse(JSON.parse(out));
    assert.deepEqual(idsByGroup(report), { unscheduled: ['CHG-1', 'CHG-3'] });
  });

  it('lists each pending change once, by window, start and severity', () => {
    const report = pendingJson([], folder());
    assert.deepEqual(idsByGroup(report), {
      overdue: ['CHG-2', 'CHG-1'],
      now: ['CHG-4', 'CHG-3'],
      today: ['CHG-5'],
      tomorrow: ['CHG-14'],
      week: ['CHG-7', 'CHG-6'],
      later: ['CHG-8'],
      unscheduled: ['CHG-12', 'CHG-13', 'CHG-9'],
      unreadable: ['CHG-10'],
    });
    assert.deepEqual(
      report.groups.map(({ title }) => title),
      ['Overdue', 'Now', 'Today', 'Tomorrow', 'This week', 'Later', 'Unscheduled', 'Cannot be read'],
    );
  });

  it('says of each change what its group does not, in canonical words', () => {
    const items = pendingJson([], folder()).groups.flatMap((group) => group.items);
    const { findings, ...today } = items.find(({ id }) => id === 'CHG-5') ?? { findings: 0 };
    assert.ok(findings > 0);
    assert.deepEqual(today, {
      id: 'CHG-5',
      file: 'c/today.md',
      title: 'Title of CHG-5',
      status: 'to_do',
      start: '2026-11-16T18:30-05:00',
      end: '2026-11-16T19:30-05:00',
      customer: 'acme',
      environments: ['UAT', 'PRO'],
      waitsOn: 'us',
      done: 0,
      steps: 0,
    });
    const none = items.find(({ id }) => id === 'CHG-9');
    assert.deepEqual([none?.done, none?.steps, none?.start, none?.customer], [1, 2, null, null]);
  });

  it('groups by customer, environment, status and whom they wait on', () => {
    const cwd = folder();
    const groups = (grouping: string) => idsByGroup(pendingJson(['--group', grouping], cwd));
    assert.deepEqual(groups('customer').acme, ['CHG-4', 'CHG-5']);
    assert.deepEqual(Object.keys(groups('customer')), ['acme', 'none', 'unreadable']);
    assert.deepEqual(groups('environment').pro, ['CHG-5']);
    assert.deepEqual(Object.keys(groups('status')), [
      'to_do',
      'to_be_released',
      'releasing',
      'in_testing',
      'unreadable',
    ]);
    assert.deepEqual(Object.keys(groups('waits-on')), ['us', 'customer', 'partner', 'unreadable']);
    assert.deepEqual(groups('waits-on').partner, ['CHG-8']);
  });

  it('filters by customer, by name or key, and by whom they wait on', () => {
    const cwd = folder();
    assert.deepEqual(idsByGroup(pendingJson(['--customer', 'ACME ltd'], cwd)), {
      now: ['CHG-4'],
      today: ['CHG-5'],
    });
    assert.deepEqual(idsByGroup(pendingJson(['--customer', 'acme', '--waits-on', 'customer'], cwd)), {
      now: ['CHG-4'],
    });
    assert.deepEqual(idsByGroup(pendingJson(['c/week.md', 'c/later.md'], cwd)), {
      week: ['CHG-6'],
      later: ['CHG-8'],
    });
    const unknown = changebook(['pending', '--customer', 'acmee'], cwd);
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /There is no customer “acmee”; there are acme/);
    const none = changebook(['pending', 'c/done.md'], cwd);
    assert.deepEqual([none.code, none.out], [0, 'No pending change.\n']);
  });

  it('counts what check finds of each', () => {
    const cwd = folder();
    const check = JSON.parse(changebook(['check', '--format', 'json', ...now], cwd).out);
    for (const { file, findings } of pendingJson([], cwd).groups.flatMap(({ items }) => items)) {
      const found = check.findings.filter((finding: { file: string }) => finding.file === file);
      assert.equal(findings, found.length, file);
    }
  });

  it('prints one line a change, in Spanish too, and lets no title steer the terminal', () => {
    const cwd = folder();
    const { out, code } = changebook(['pending', ...now], cwd);
    assert.equal(code, 0);
    assert.match(
      out,
      /^Overdue \(2\)\n {2}CHG-2 {2}Title of CHG-2 {2}2026-11-16 10:00–11:00 \(Europe\/Madrid\) {2}overrun by 1 h {2}/,
    );
    assert.match(out, /CHG-1 .*15 min late/);
    assert.match(out, /CHG-3 .*30 min left/);
    assert.match(out, /CHG-5 .*New_York\) {2}in 13 h/);
    assert.ok(!out.includes('\u202E') && out.split('\n').every((line) => line.length < 300));
    const spanish = changebook(['pending', '--group', 'status', '--language', 'es', ...now], cwd).out;
    assert.match(spanish, /^por hacer \(\d\)\n/);
    assert.match(spanish, /15 min tarde/);
  });

  it('refuses words that it does not know', () => {
    const cwd = folder();
    assert.equal(changebook(['pending', '--group', 'colour'], cwd).code, 2);
    assert.equal(changebook(['pending', '--waits-on', 'them'], cwd).code, 2);
    assert.equal(changebook(['pending', 'nowhere'], cwd).code, 2);
  });
});
