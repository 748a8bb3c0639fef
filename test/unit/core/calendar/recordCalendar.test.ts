import { strict as assert } from 'node:assert';
import type { RecordCalendar } from '../../../../src/core/calendar/recordCalendar';
import { calendarFor } from '../../../../src/core/config/calendarFor';
import { readDateTime } from '../../../../src/core/model/time/dateTime';
import { localText } from '../../../../src/core/model/time/localText';
import { dateOf, dayOf, momentAt } from '../../../../src/core/model/time/zoneClock';
import { configOf } from '../../support/memoryWorkspace';

function calendarOf(config: string, customer = ''): RecordCalendar {
  const texts = new Map([['.changebook/config.yaml', config]]);
  if (customer) texts.set('.changebook/customers/diba.yaml', customer);
  const { config: read, findings } = configOf(texts);
  assert.deepEqual(findings, []);
  return calendarFor(read, customer ? 'Diba' : undefined);
}

const day = (text: string): number => dayOf(text) ?? assert.fail(text);

function at(text: string, calendar: RecordCalendar): number {
  const result = readDateTime(text, calendar.zone);
  return result.ok ? result.epochMs : assert.fail(`${text}: ${result.problem}`);
}

function hours(calendar: RecordCalendar, from: string, to: string): string {
  const [found] = calendar.businessHoursIn(at(from, calendar), at(to, calendar));
  if (!found) return 'none';
  return `${localText(found.start, calendar.zone)} to ${localText(found.end, calendar.zone)}`;
}

function openings(calendar: RecordCalendar, first: string, last: string): string[] {
  const [from, to] = [momentAt(day(first), 0, calendar.zone), momentAt(day(last) + 1, 0, calendar.zone)];
  return calendar.openings(from, to).map(({ start, end }) => {
    const minutes = (end - start) / 60_000;
    return `${localText(start, calendar.zone)} to ${localText(end, calendar.zone)} (${minutes} min)`;
  });
}

function freezesOf(calendar: RecordCalendar, first: string, last: string) {
  const end = momentAt(day(last) + 1, 0, calendar.zone);
  return calendar.freezesIn(momentAt(day(first), 0, calendar.zone), end);
}

describe('The calendar of a record', () => {
  it('without configuration knows weekends and nothing else', () => {
    const calendar = calendarOf('');
    assert.equal(calendar.zone, 'UTC');
    assert.equal(calendar.dayOff(day('2026-11-28'))?.name.en, 'Saturday');
    assert.equal(calendar.dayOff(day('2026-12-25')), undefined);
    assert.equal(calendar.hasWindows(), false);
    assert.equal(hours(calendar, '2026-11-24 10:00', '2026-11-24 11:00'), 'none');
  });

  it('takes the holidays of the customer, else those of the workspace, and always its own days', () => {
    const common =
      'holidays: { country: ES, region: MD, dates: [{ date: 2026-12-07, name: Bridge }, { date: 2026-12-08, name: Ours }] }';
    const workspace = calendarOf(common);
    const customer = calendarOf(
      common,
      'name: Diba\nholidays: { country: CO, dates: [{ date: 2026-11-24 }] }',
    );
    const names = (calendar: RecordCalendar) =>
      ['2026-11-02', '2026-11-16', '2026-11-24', '2026-12-07', '2026-12-08', '2026-12-25'].map(
        (text) => calendar.dayOff(day(text))?.name.en,
      );
    assert.deepEqual(names(workspace), [
      "All Saints' Day (substitute day)",
      ...[undefined, undefined, 'Bridge', 'Ours', 'Christmas Day'],
    ]);
    assert.deepEqual(names(customer).map(Boolean), [true, true, true, true, true, true]);
    assert.equal(workspace.dayOff(day('2026-12-25'))?.name.es, 'Navidad');
    assert.equal(workspace.dayOff(day('2026-12-08'))?.at?.file, '.changebook/config.yaml');
    assert.equal(customer.dayOff(day('2026-11-16'))?.at?.file, '.changebook/customers/diba.yaml');
  });

  it('reports a country and a region that nobody knows, and goes on without them', () => {
    const texts = new Map([
      [
        '.changebook/config.yaml',
        'holidays: { country: EX, region: CT, dates: [{ date: 2026-12-07 }] }\nbusiness_hours: "09:00-09:00"\n',
      ],
      ['.changebook/customers/diba.yaml', 'holidays: { country: ES, region: CTT }\n'],
      ['.changebook/customers/emi.yaml', 'holidays: { country: AE, region: X }\n'],
    ]);
    const { config, findings } = configOf(texts);
    assert.deepEqual(
      findings.map(
        ({ file, finding: { message, range } }) =>
          `${file.split('/').at(-1)} ${range.start.line + 1}:${range.start.column + 1} ${message}`,
      ),
      [
        'config.yaml 1:22 country',
        'config.yaml 2:17 hours',
        'diba.yaml 1:34 region',
        'emi.yaml 1:34 noRegions',
      ],
    );
    assert.equal(findings[2]?.finding.args['hint.en'], ' Did you mean “CT”?');
    assert.ok(calendarFor(config, undefined).dayOff(day('2026-12-07')));
    assert.equal(calendarFor(config, 'diba').dayOff(day('2026-12-08'))?.name.en, 'Immaculate Conception');
  });

  it('works on days that the country or the workspace takes for days off', () => {
    const library = calendarOf('holidays: { country: ES, region: CT, except: 2022-05-02 }');
    assert.equal(library.dayOff(day('2022-05-02')), undefined);
    assert.ok(calendarOf('holidays: { country: ES, region: CT }').dayOff(day('2022-05-02')));
    assert.ok(library.dayOff(day('2022-05-01')), 'a Sunday');
    const common = 'holidays: { country: ES, dates: [{ date: 2026-12-07, name: Bridge }] }';
    const customer = calendarOf(common, 'festivos: { excepto: [2026-12-07, 2026-12-08] }\nname: Diba');
    assert.equal(customer.dayOff(day('2026-12-07')), undefined);
    assert.equal(customer.dayOff(day('2026-12-08')), undefined);
    assert.ok(customer.dayOff(day('2026-12-25')));
    const own = calendarOf('holidays: { country: ES, except: [2026-12-08], dates: [{ date: 2026-12-08 }] }');
    assert.ok(own.dayOff(day('2026-12-08')));
  });

  it('reads several spans of business hours, however they are written', () => {
    const calendar = calendarOf('timezone: Europe/Madrid\nbusiness_hours: ["16:00–19:00", "9:00 - 14:00"]');
    const on = (from: string, to: string) => hours(calendar, `2026-11-24 ${from}`, `2026-11-24 ${to}`);
    assert.equal(on('13:00', '17:00'), '2026-11-24 09:00 to 2026-11-24 14:00');
    assert.equal(on('14:00', '16:00'), 'none');
    assert.equal(on('15:00', '16:01'), '2026-11-24 16:00 to 2026-11-24 19:00');
    const night = calendarOf('timezone: UTC\nbusiness_hours: ["22:00-02:00", "09:00-14:00"]');
    assert.equal(
      hours(night, '2026-11-24 01:00', '2026-11-24 10:00'),
      '2026-11-23 22:00 to 2026-11-24 02:00',
    );
  });

  it('reads business hours by the clock on the wall, whatever the clock does', () => {
    const inZone = (zone: string) => calendarOf(`timezone: ${zone}\nbusiness_hours: "09:00-18:00"`);
    const madrid = inZone('Europe/Madrid');
    assert.equal(
      hours(madrid, '2026-03-30 08:59', '2026-03-30 09:01'),
      '2026-03-30 09:00 to 2026-03-30 18:00',
    );
    assert.equal(hours(madrid, '2026-03-30 08:00', '2026-03-30 09:00'), 'none');
    assert.equal(hours(madrid, '2026-03-30 18:00', '2026-03-31 09:00'), 'none');
    assert.equal(hours(madrid, '2026-03-28 00:00', '2026-03-30 00:00'), 'none', 'a weekend');
    assert.equal(
      hours(madrid, '2026-10-25 23:00', '2026-10-26 09:30'),
      '2026-10-26 09:00 to 2026-10-26 18:00',
    );
    assert.equal(
      hours(inZone('Asia/Kolkata'), '2026-11-24T03:29Z', '2026-11-24T03:31Z'),
      '2026-11-24 09:00 to 2026-11-24 18:00',
    );
    assert.equal(
      hours(inZone('America/Bogota'), '2026-11-24T22:59Z', '2026-11-24T23:00Z'),
      '2026-11-24 09:00 to 2026-11-24 18:00',
    );
    assert.equal(hours(inZone('America/Bogota'), '2026-11-24T23:00Z', '2026-11-25T14:00Z'), 'none');
    // On Lord Howe the clocks go forward by half an hour, on Sunday the fourth of October.
    const everyDay = calendarOf(
      'timezone: Australia/Lord_Howe\nbusiness_hours: "00:30-04:00"\nworking_days: [mon, tue, wed, thu, fri, sat, sun]',
    );
    assert.equal(
      hours(everyDay, '2026-10-04 00:00', '2026-10-04 01:00'),
      '2026-10-04 00:30 to 2026-10-04 04:00',
    );
    const [changed] = everyDay.businessHoursIn(
      at('2026-10-04 00:00', everyDay),
      at('2026-10-04 01:00', everyDay),
    );
    assert.equal(((changed?.end ?? 0) - (changed?.start ?? 0)) / 60_000, 180);
  });

  it('opens maintenance windows over midnight and over clock changes', () => {
    const customer = (zone: string) =>
      `name: Diba\ntimezone: ${zone}\nmaintenance_windows: [{ days: [sat, tue], from: "22:00", to: "04:00" }]`;
    const madrid = calendarOf('', customer('Europe/Madrid'));
    assert.deepEqual(openings(madrid, '2026-11-23', '2026-11-25'), [
      '2026-11-24 22:00 to 2026-11-25 04:00 (360 min)',
    ]);
    assert.deepEqual(openings(madrid, '2026-03-28', '2026-03-28'), [
      '2026-03-28 22:00 to 2026-03-29 04:00 (300 min)',
    ]);
    assert.deepEqual(openings(madrid, '2026-10-24', '2026-10-24'), [
      '2026-10-24 22:00 to 2026-10-25 04:00 (420 min)',
    ]);
    const island = calendarOf('', customer('Australia/Lord_Howe'));
    assert.deepEqual(openings(island, '2026-04-04', '2026-04-04'), [
      '2026-04-04 22:00 to 2026-04-05 04:00 (390 min)',
    ]);
    const twice = calendarOf(
      '',
      'name: Diba\nmaintenance_windows: [{ from: "22:00", to: "24:00" }, { from: "00:00", to: "02:00" }]',
    );
    assert.deepEqual(openings(twice, '2026-11-24', '2026-11-25'), [
      '2026-11-23 22:00 to 2026-11-24 02:00 (240 min)',
      '2026-11-24 22:00 to 2026-11-25 02:00 (240 min)',
      '2026-11-25 22:00 to 2026-11-26 02:00 (240 min)',
    ]);
  });

  it('knows whom vacations and freezes are about, with both of their ends', () => {
    const calendar = calendarOf(
      [
        'freezes:',
        '  - { from: 2026-12-01, to: 2026-12-04, customers: [Diba] }',
        '  - { from: 2026-12-04, to: 2026-12-05, customers: [diba], hard: true }',
        '  - { from: 2026-12-10, hard: true }',
        'vacations:',
        '  - { from: 2026-12-24, to: 2026-12-31, who: team }',
        '  - { from: 2026-12-24, to: 2026-12-31, who: diba }',
      ].join('\n'),
      'name: Diba\nvacations: [{ from: 2026-12-24, to: 2026-12-25 }]',
    );
    const freezes = (first: string, last: string) =>
      freezesOf(calendar, first, last).map(
        ({ day: from, entry }) => `${dateOf(from)} ${entry.hard ?? false}`,
      );
    assert.deepEqual(freezes('2026-11-30', '2026-11-30'), []);
    assert.deepEqual(freezes('2026-11-30', '2026-12-01'), ['2026-12-01 false']);
    assert.deepEqual(freezes('2026-12-04', '2026-12-04'), ['2026-12-01 false', '2026-12-04 true']);
    assert.deepEqual(freezes('2026-12-10', '2026-12-10'), ['2026-12-10 true']);
    assert.deepEqual(freezes('2026-12-11', '2026-12-20'), []);
    assert.equal(calendar.vacationsFrom(day('2026-12-24')).length, 3);
    assert.equal(calendar.vacationsFrom(day('2026-12-25')).length, 0);
  });

  it('knows a thousand freezes, and the days of another century', () => {
    const freezes = Array.from({ length: 1000 }, (_, index) => {
      const from = dateOf(day('2026-01-01') + index * 3);
      return `  - { from: ${from}, to: ${from}, reason: Freeze ${index} }`;
    });
    const calendar = calendarOf(
      `working_days: [mon, tue, wed, thu, fri, sat, sun]\nholidays: { country: ES, region: CT }\nfreezes:\n${freezes.join('\n')}\n`,
    );
    assert.equal(freezesOf(calendar, '2026-01-01', '2034-12-31').length, 1000);
    for (const year of ['1900', '2126', '9999']) {
      assert.equal(calendar.dayOff(day(`${year}-12-25`))?.name.es, 'Navidad', year);
    }
    for (const country of ['IR', 'TW', 'SA', 'IN', 'CN']) {
      const far = calendarOf(
        `holidays: { country: ${country} }\nworking_days: [mon, tue, wed, thu, fri, sat, sun]`,
      );
      for (const year of ['0100', '2126', '9999'])
        assert.doesNotThrow(() => far.dayOff(day(`${year}-06-01`)));
    }
  });
});
