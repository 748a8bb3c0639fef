import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { alarmsFrom } from '../../../../src/core/calendarFile/alarms';
import { calendarEntries } from '../../../../src/core/calendarFile/calendarEntries';
import { isCalledOff, sequenceAt } from '../../../../src/core/calendarFile/calendarEntry';
import { organizerOf } from '../../../../src/core/calendarFile/calendarOwner';
import { emptyConfig } from '../../../../src/core/config/workspaceConfig';
import { configOf, entryOf } from '../../support/memoryWorkspace';
import { changedAt, config, configResult, events, fileOf, parsed, property, source } from './parsedCalendar';

const release =
  'id: CHG-1\ntitle: Portal 4.2.0\nstatus: to_be_released\ncustomer: ribera\nenvironments: [PRO, TEST]\nschedule: { start: 2026-11-25 22:00, duration: 1h30m, outage: 20m }\ncomponents: [{ name: portal, from: "4.1", to: "4.2" }]\nassignee: Bruno <bruno@example.org>\nnotify: [customer_managers, project_team, ops@example.org]';

const start = (event: { startDate: { toJSDate(): Date } } | undefined): string =>
  event?.startDate.toJSDate().toISOString() ?? '';

describe('A calendar file', () => {
  it('says when and what, in the customer’s time', () => {
    const calendar = parsed(fileOf([source(release)]));
    assert.equal(property(calendar, 'version'), '2.0');
    assert.equal(property(calendar, 'method'), 'PUBLISH');
    const [event] = events(calendar);
    assert.ok(event);
    assert.equal(event.uid, 'CHG-1@changebook.invalid');
    assert.equal(event.summary, 'CHG-1 · Portal 4.2.0 · Ribera');
    assert.equal(event.location, 'Ribera · PRO, TEST');
    assert.equal(event.startDate.zone?.tzid, 'Europe/Madrid');
    assert.equal(start(event), '2026-11-25T21:00:00.000Z');
    assert.equal(event.endDate.toJSDate().toISOString(), '2026-11-25T22:30:00.000Z');
    assert.equal(
      event.description,
      'When: 2026-11-25 22:00–23:30 (Europe/Madrid)\nStatus: to be released\nOutage: 20m\nComponents: portal 4.1 → 4.2\nCarried out by: Bruno <bruno@example.org>',
    );
    assert.equal(property(event.component, 'status'), 'CONFIRMED');
    assert.equal(event.organizer, 'mailto:help@example.org');
    const [alarm, ...more] = event.component.getAllSubcomponents('valarm');
    assert.ok(alarm);
    assert.deepEqual(more, []);
    assert.equal(property(alarm, 'trigger'), '-PT15M');
    assert.equal(property(alarm, 'action'), 'DISPLAY');
    assert.equal(property(event.component, 'dtstamp'), '2026-11-21T10:00:00Z');
  });

  it('is right over clock changes, in each zone of its own', () => {
    const at = (id: string, customer: string, when: string): string =>
      `id: ${id}\ncustomer: ${customer}\nschedule: { start: ${when}, duration: 4h }`;
    const found = events(
      parsed(
        fileOf([
          source(at('A', 'ribera', '2026-10-24 23:00')),
          source(at('B', 'harbour', '2026-10-24 23:00')),
          source(at('C', 'ribera', '2027-03-28 01:00')),
          source(at('D', 'harbour', '2027-07-01 12:00')),
        ]),
      ),
    );
    assert.deepEqual(
      found.map((event) => [event.uid.slice(0, 1), start(event), event.duration.toString()]),
      [
        ['A', '2026-10-24T21:00:00.000Z', 'PT4H'],
        ['B', '2026-10-24T22:00:00.000Z', 'PT4H'],
        ['C', '2027-03-28T00:00:00.000Z', 'PT4H'],
        ['D', '2027-07-01T11:00:00.000Z', 'PT4H'],
      ].sort((a, b) => ((a[1] ?? '') < (b[1] ?? '') ? -1 : 1)),
    );
  });

  it('is in UTC where a clock shows a time twice and the second one is meant', () => {
    const doubled = (offset: string): string => {
      const front = `id: CHG-1\ncustomer: ribera\nschedule: { start: "2026-10-25T02:30${offset}", duration: 10m }`;
      return fileOf([source(front)]);
    };
    assert.match(doubled('+02:00'), /DTSTART;TZID=Europe\/Madrid:20261025T023000\r\n/);
    assert.match(doubled('+01:00'), /DTSTART:20261025T013000Z\r\nDTEND:20261025T014000Z\r\n/);
    assert.equal(start(events(parsed(doubled('+01:00')))[0]), '2026-10-25T01:30:00.000Z');
  });

  it('counts versions upwards by when a record was changed', () => {
    const own = (moment: number): number => {
      const [event] = events(parsed(fileOf([source(release, { changedAt: moment })])));
      return event?.sequence ?? -1;
    };
    assert.ok(own(changedAt + 1000) > own(changedAt));
    assert.equal(own(changedAt), own(changedAt));
    assert.equal(sequenceAt(0), 0);
    assert.ok(sequenceAt(Date.UTC(2088, 0, 1)) <= 2 ** 31 - 1);
    assert.equal(sequenceAt(Date.UTC(2400, 0, 1)), 2 ** 31 - 1);
  });

  it('takes away what was called off', () => {
    for (const status of ['cancelled', 'rejected']) {
      const gone = source(release.replace('to_be_released', status));
      const alone = parsed(fileOf([gone]));
      assert.equal(property(alone, 'method'), 'CANCEL');
      const [event] = events(alone);
      assert.ok(event);
      assert.equal(event.uid, 'CHG-1@changebook.invalid');
      assert.equal(property(event.component, 'status'), 'CANCELLED');
      assert.deepEqual(event.component.getAllSubcomponents('valarm'), []);
      const other = source(release.replace('CHG-1', 'CHG-2'));
      const both = parsed(fileOf([gone, other]));
      // A cancellation is about one entry; of several, each says it of itself.
      assert.equal(property(both, 'method'), 'PUBLISH');
      assert.deepEqual(
        events(both).map(({ component }) => property(component, 'status')),
        ['CANCELLED', 'CONFIRMED'],
      );
    }
  });

  it('is tentative until the change may be released, and on hold', () => {
    const status = (front: string): string => {
      const [event] = events(parsed(fileOf([source(front)])));
      return event ? property(event.component, 'status') : '';
    };
    assert.equal(status(release.replace('to_be_released', 'in_progress')), 'TENTATIVE');
    assert.equal(status(release.replace('to_be_released', 'to_be_reviewed')), 'TENTATIVE');
    assert.equal(status(release.replace('to_be_released', 'releasing')), 'CONFIRMED');
    const held = 'on_hold\nhold: { reason: wait, from: to_be_released }';
    assert.equal(status(release.replace('to_be_released', held)), 'TENTATIVE');
  });

  it('invites whoever takes part or is to be told, where that is asked for', () => {
    assert.doesNotMatch(fileOf([source(release)]), /ATTENDEE/);
    const calendar = parsed(fileOf([source(release)], { invite: true }));
    assert.equal(property(calendar, 'method'), 'REQUEST');
    const attendees = events(calendar)[0]?.attendees ?? [];
    assert.deepEqual(
      attendees.map((one) => [
        String(one.getFirstValue()).toLowerCase(),
        one.getParameter('cn'),
        one.getParameter('role'),
      ]),
      [
        ['mailto:bruno@example.org', 'Bruno', 'REQ-PARTICIPANT'],
        ['mailto:nuria@example.org', 'Nuria, Campos', 'NON-PARTICIPANT'],
        ['mailto:jordi@example.org', 'Jordi', 'NON-PARTICIPANT'],
        ['mailto:ops@example.org', 'ops@example.org', 'NON-PARTICIPANT'],
      ],
    );
    assert.equal(organizerOf(config, 'en').reachable, true);
    assert.equal(organizerOf(emptyConfig, 'en').reachable, false);
  });

  it('has as many alarms as are asked for', () => {
    assert.deepEqual(alarmsFrom([]), [15]);
    assert.deepEqual(alarmsFrom(['none']), []);
    assert.deepEqual(alarmsFrom(['30m', '1d', '30m']), [1440, 30]);
    assert.equal(alarmsFrom(['1d', 'soon']), 'soon');
    const [event] = events(parsed(fileOf([source(release)], { alarms: [1440, 0] })));
    assert.deepEqual(
      event?.component.getAllSubcomponents('valarm').map((alarm) => property(alarm, 'trigger')),
      ['-P1D', 'PT0S'],
    );
  });

  it('holds no change that calendars could not find again, and none twice', () => {
    const { entries, skipped: left } = calendarEntries([
      source(release),
      source(release.replace(/^id.*\n/, '')),
      source('id: CHG-3'),
      source(release.replace('Portal', 'Another')),
      source('id: CHG-4\nschedule: { start: 2026-02-30 10:00 }'),
    ]);
    assert.deepEqual(
      entries.map(({ uid }) => uid),
      ['CHG-1@changebook.invalid'],
    );
    assert.deepEqual(left, [
      { source: 1, gap: 'noId' },
      { source: 2, gap: 'noStart' },
      { source: 3, gap: 'twice' },
      { source: 4, gap: 'noStart' },
    ]);
  });

  it('has ids of the workspace’s own where it has a name for them', () => {
    const named = (domain: string) => {
      const { config: own, findings } = configOf(
        new Map([['.changebook/config.yaml', `timezone: UTC\ncalendar: { domain: ${domain} }\n`]]),
      );
      const [event] = events(parsed(fileOf([source(release, { config: own })])));
      return [event?.uid, ...findings.map(({ finding }) => finding.message)];
    };
    assert.deepEqual(named('portal.example.org'), ['CHG-1@portal.example.org']);
    assert.deepEqual(named(String.raw`"x\r\nBEGIN:VEVENT"`), ['CHG-1@changebook.invalid', 'domain']);
    assert.deepEqual(named('a/b'), ['CHG-1@changebook.invalid', 'domain']);
  });

  it('has an entry without length where the window has none', () => {
    const text = fileOf([source('id: CHG-1\nschedule: { start: 2026-11-25 22:00 }')]);
    assert.doesNotMatch(text, /DTEND/);
    assert.equal(events(parsed(text)).length, 1);
  });

  it('tells what was called off while its window was still to come, by customer', () => {
    const end = Date.UTC(2026, 10, 25, 22, 30);
    const calledOff = (front: string, now: number, customer?: string): boolean => {
      const entry = entryOf('a.md', `---\ntype: change\n${front}\n---\n`, configResult);
      assert.ok(entry);
      return isCalledOff(entry, config, now, customer);
    };
    const gone = release.replace('to_be_released', 'cancelled');
    assert.equal(calledOff(gone, end - 1), true);
    assert.equal(calledOff(gone, end), false);
    assert.equal(calledOff(gone, end - 1, 'RIBERA'), true);
    assert.equal(calledOff(gone, end - 1, 'harbour'), false);
    assert.equal(calledOff(release, end - 1), false);
    assert.equal(calledOff(release.replace('to_be_released', 'done'), end - 1), false);
  });
});

const hostile = [
  'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil',
  'x\nATTENDEE:mailto:evil@example.org',
  'a"; X-EVIL="1',
  'a;b,c\\n\\\\d:e',
  'x\u2028BEGIN:VALARM\u2029ACTION:PROCEDURE',
  '\u0000\u0007\u001b[31m\u007f\u0085',
  '\u202Egnirts\u2066',
  '🚀'.repeat(60),
  'é'.repeat(200),
  '日本語'.repeat(50),
  '%0D%0ABEGIN:VEVENT',
  'file:///etc/passwd',
  '\ud800 alone',
];

/** A text as YAML that reads as exactly that. */
const yaml = (text: string): string => JSON.stringify(text);

describe('A calendar file of hostile records', () => {
  const only = [
    ...['BEGIN', 'END', 'VERSION', 'PRODID', 'METHOD', 'NAME', 'X-WR-CALNAME', 'TZID', 'DTSTART', 'DTEND'],
    ...['RRULE', 'TZOFFSETFROM', 'TZOFFSETTO', 'UID', 'SEQUENCE', 'DTSTAMP', 'SUMMARY', 'LOCATION'],
    ...['DESCRIPTION', 'ORGANIZER', 'ATTENDEE', 'ACTION', 'TRIGGER', 'STATUS', 'LAST-MODIFIED'],
  ];

  function check(evil: string): void {
    const front = [
      `id: ${yaml(evil)}`,
      `title: ${yaml(evil)}`,
      `customer: ${yaml(evil)}`,
      `environments: [${yaml(evil)}]`,
      'schedule: { start: 2026-11-25 22:00, duration: 1h }',
      `components: [{ name: ${yaml(evil)}, from: ${yaml(evil)}, to: ${yaml(evil)} }]`,
      `assignee: ${yaml(`${evil} <bruno@example.org>`)}`,
      `owner: ${yaml(evil)}`,
      `procedure: ${yaml(evil)}`,
      `notify: [${yaml(evil)}, ${yaml(`a@example.org${evil}`)}]`,
      `tickets: [{ id: ${yaml(evil)}, title: ${yaml(evil)} }]`,
    ].join('\n');
    const name = evil;
    const organizer = { name: evil, address: 'help@example.org' };
    const text = fileOf([source(front)], { invite: true, name, organizer });
    const calendar = parsed(text);
    const found = events(calendar);
    assert.equal(found.length, 1, text);
    const names = text
      .replace(/\r\n /g, '')
      .split('\r\n')
      .map((line) => line.split(/[:;]/)[0] ?? '');
    for (const line of names.slice(0, -1))
      assert.ok(only.includes(line), `${line} of ${JSON.stringify(evil)}`);
    assert.ok((found[0]?.attendees.length ?? 0) <= 2, text);
    for (const one of found[0]?.attendees ?? [])
      assert.match(String(one.getFirstValue()), /^mailto:(?:bruno|a)@example\.org/i);
    const [event] = found;
    assert.match(event?.uid ?? '', /^[\w.!~*'()%-]*@changebook\.invalid$/);
  }

  hostile.forEach((evil, index) => {
    it(`is one entry all the same: text ${index + 1}`, () => check(evil));
  });

  it('is one entry whatever the texts are', () => {
    const text = fc.array(
      fc.oneof(
        fc.constantFrom('\r\n', '\n', ':', ';', ',', '"', '\\', '\t', 'BEGIN:VEVENT', ' '),
        fc.string({ unit: 'grapheme' }),
      ),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(text, (parts) => check(`x${parts.join('')}`)),
      { numRuns: 150 },
    );
  });
});
