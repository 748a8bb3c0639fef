import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ICAL from 'ical.js';
import { changebook, folderOf } from './program';

const change = (id: string, start: string, more = ''): string =>
  `---\nid: ${id}\ntype: change\ncustomer: orfeo\nschedule: { start: ${start}, duration: 1h }\n${more}---\n# Change ${id}\n`;

const folder = () =>
  folderOf({
    '.changebook/config.yaml':
      'timezone: Europe/Madrid\nlanguage: en\nsupport: { email: help@example.org }\n',
    '.changebook/customers/orfeo.yaml':
      'name: Orfeo\ncontacts: [{ name: Anna, email: anna@example.org, role: manager }]\n',
    '.changebook/customers/harbour.yaml': 'name: Harbour\ntimezone: Europe/London\n',
    'changes/CHG-1.md': change('CHG-1', '2026-11-25 22:00', 'notify: [customer_managers]\n'),
    'changes/CHG-2.md': change('CHG-2', '2026-11-24 22:00').replace('orfeo', 'Harbour'),
    'changes/CHG-3.md': change('CHG-3', '2026-11-26 22:00', 'status: cancelled\n'),
    'changes/CHG-4.md': change('CHG-4', '2026-11-10 22:00', 'status: cancelled\n'),
    'changes/CHG-5.md': change('CHG-5', '2026-11-10 22:00', 'status: done\n'),
    'changes/CHG-6.md': '---\nid: CHG-6\ntype: change\n---\n# Six\n',
    'tickets/TKT-1.md': '---\nid: TKT-1\ntype: ticket\n---\n# T\n',
  });
const now = ['--now', '2026-11-21 10:00'];

function git(cwd: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd, encoding: 'utf8' });
}

function read(text: string): { method: unknown; name: unknown; events: ICAL.Event[] } {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return {
    method: calendar.getFirstPropertyValue('method'),
    name: calendar.getFirstPropertyValue('x-wr-calname'),
    events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)),
  };
}

const ids = (text: string): string[] =>
  read(text).events.map(
    (event) => `${event.uid.split('@')[0]} ${event.component.getFirstPropertyValue('status')}`,
  );

describe('changebook calendar', () => {
  it('holds what is pending, and takes away what was called off', () => {
    const { code, out, err } = changebook(['calendar', ...now], folder());
    assert.equal(code, 0, err);
    assert.deepEqual(ids(out), ['CHG-2 TENTATIVE', 'CHG-1 TENTATIVE', 'CHG-3 CANCELLED']);
    assert.equal(err, 'changebook: “CHG-6” has no start, so no calendar can hold it.\n');
    assert.equal(read(out).name, 'Deployments');
    assert.equal(read(out).method, 'PUBLISH');
    assert.match(out, /DTSTART;TZID=Europe\/London:20261124T220000\r\n/);
  });

  it('takes the filters of what is pending, and folders', () => {
    const cwd = folder();
    assert.deepEqual(ids(changebook(['calendar', '--customer', 'ORFEO', ...now], cwd).out), [
      'CHG-1 TENTATIVE',
      'CHG-3 CANCELLED',
    ]);
    assert.equal(
      read(changebook(['calendar', '--customer', 'orfeo', ...now], cwd).out).name,
      'Deployments · Orfeo',
    );
    assert.deepEqual(ids(changebook(['calendar', '--waits-on', 'us', 'changes', ...now], cwd).out).length, 3);
    const none = changebook(['calendar', 'tickets', ...now], cwd);
    assert.deepEqual([none.code, none.out], [1, '']);
    assert.equal(none.err, 'changebook: No change of this view has a start; nothing was written.\n');
  });

  it('is written to a file, in the language asked for', () => {
    const cwd = folder();
    const { code, out, err } = changebook(
      [
        'calendar',
        'CHG-1',
        'changes/CHG-2.md',
        'CHG-1',
        '-o',
        'x.ics',
        '--language',
        'es',
        '--alarm',
        'none',
      ],
      cwd,
    );
    assert.deepEqual([code, out, err], [0, '', 'changebook: Escrito x.ics\n']);
    const text = readFileSync(path.join(cwd, 'x.ics'), 'utf8');
    assert.deepEqual(ids(text), ['CHG-2 TENTATIVE', 'CHG-1 TENTATIVE']);
    assert.match(text.replaceAll('\r\n ', ''), /Estado: por hacer/);
    assert.doesNotMatch(text, /VALARM/);
  });

  it('moves, and takes away, the entry that was handed out before', () => {
    const cwd = folder();
    git(cwd, 'init', '-q');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '-q', '-m', 'x');
    const made = (): ICAL.Event | undefined => read(changebook(['calendar', 'CHG-1'], cwd).out).events[0];
    const first = made();
    assert.equal(made()?.sequence, first?.sequence);
    const file = path.join(cwd, 'changes/CHG-1.md');
    const moved = readFileSync(file, 'utf8').replace('11-25', '11-27');
    writeFileSync(file, moved);
    const second = made();
    assert.equal(second?.uid, first?.uid);
    assert.notEqual(String(second?.startDate), String(first?.startDate));
    writeFileSync(file, moved.replace('type: change', 'type: change\nstatus: cancelled'));
    git(cwd, 'commit', '-qam', 'y');
    const { out } = changebook(['calendar', 'CHG-1'], cwd);
    const { method, events } = read(out);
    assert.equal(method, 'CANCEL');
    assert.equal(events[0]?.uid, first?.uid);
    // Seconds count, and all this may happen in one; between equals the later file decides.
    assert.ok((events[0]?.sequence ?? 0) >= (second?.sequence ?? 1));
    assert.ok((second?.sequence ?? 0) >= (first?.sequence ?? 1));
  });

  it('invites, to one change', () => {
    const cwd = folder();
    const { code, out } = changebook(['calendar', 'CHG-1', '--attendees'], cwd);
    assert.equal(code, 0);
    assert.equal(read(out).method, 'REQUEST');
    assert.equal(read(out).events[0]?.attendees.length, 1);
    writeFileSync(path.join(cwd, '.changebook/config.yaml'), 'timezone: Europe/Madrid\n');
    const unreachable = changebook(['calendar', 'CHG-1', '--attendees'], cwd);
    assert.equal(unreachable.code, 2);
    assert.match(unreachable.err, /support: \{ email \}/);
  });

  it('ends with 1 where a change that was asked for cannot be in it', () => {
    const cwd = folder();
    const both = changebook(['calendar', 'CHG-6', 'CHG-1'], cwd);
    assert.equal(both.code, 1);
    assert.deepEqual(ids(both.out), ['CHG-1 TENTATIVE']);
    const alone = changebook(['calendar', 'CHG-6', '-o', 'x.ics'], cwd);
    assert.deepEqual([alone.code, alone.out], [1, '']);
    assert.ok(!existsSync(path.join(cwd, 'x.ics')));
  });

  it('ends with 2 on a wrong call', () => {
    const cwd = folder();
    for (const args of [
      ['CHG-9'],
      ['TKT-1'],
      ['changes', 'CHG-1'],
      ['--attendees'],
      ['CHG-1', 'CHG-2', '--attendees'],
      ['--alarm', 'soon'],
      ['--customer', 'nobody'],
      ['--waits-on', 'them'],
      ['CHG-1', '-o', 'no/such/folder.ics'],
    ]) {
      const { code, out, err } = changebook(['calendar', ...args], cwd);
      assert.equal(code, 2, args.join(' '));
      assert.equal(out, '');
      assert.match(err, /changebook: .+\n$/);
    }
  });
});
