import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { readDate, readDateTime, zoneExists } from '../../../../../src/core/model/time/dateTime';

const zones = [
  ...[
    'Europe/Madrid',
    'America/Bogota',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'UTC',
    'America/St_Johns',
    'Pacific/Apia',
  ],
  ...['Africa/Casablanca', 'Asia/Kathmandu', 'America/Santiago'],
];

/** The moment of a text in ISO form, or the reason why it is not one. */
function read(text: string, zone = 'UTC'): string {
  const result = readDateTime(text, zone);
  return result.ok ? new Date(result.epochMs).toISOString().replace(/:00\.000Z$/, 'Z') : result.problem;
}

describe('A date and time', () => {
  it('counts in its zone, in summer and in winter', () => {
    assert.equal(read('2026-11-24 22:00', 'Europe/Madrid'), '2026-11-24T21:00Z');
    assert.equal(read('2026-07-24T22:00', 'Europe/Madrid'), '2026-07-24T20:00Z');
    assert.equal(read('2026-07-24 22:00', 'America/Bogota'), '2026-07-25T03:00Z');
    assert.equal(read('2026-07-24 22:00', 'Asia/Kolkata'), '2026-07-24T16:30Z');
    assert.equal(read('2026-01-24 22:00', 'Australia/Lord_Howe'), '2026-01-24T11:00Z');
    assert.equal(read('2026-07-24 22:00', 'Australia/Lord_Howe'), '2026-07-24T11:30Z');
  });

  it('is none where the clock skips it', () => {
    assert.equal(read('2026-03-29 01:59', 'Europe/Madrid'), '2026-03-29T00:59Z');
    assert.equal(read('2026-03-29 02:00', 'Europe/Madrid'), 'skipped');
    assert.equal(read('2026-03-29 02:59', 'Europe/Madrid'), 'skipped');
    assert.equal(read('2026-03-29 03:00', 'Europe/Madrid'), '2026-03-29T01:00Z');
    assert.equal(read('2026-10-04 01:59', 'Australia/Lord_Howe'), '2026-10-03T15:29Z');
    assert.equal(read('2026-10-04 02:00', 'Australia/Lord_Howe'), 'skipped');
    assert.equal(read('2026-10-04 02:29', 'Australia/Lord_Howe'), 'skipped');
    assert.equal(read('2026-10-04 02:30', 'Australia/Lord_Howe'), '2026-10-03T15:30Z');
    // Samoa skipped a whole day when it crossed the date line.
    assert.equal(read('2011-12-30 12:00', 'Pacific/Apia'), 'skipped');
  });

  it('is none where the clock comes by twice', () => {
    assert.equal(read('2026-10-25 01:59', 'Europe/Madrid'), '2026-10-24T23:59Z');
    assert.equal(read('2026-10-25 02:00', 'Europe/Madrid'), 'doubled');
    assert.equal(read('2026-10-25 02:59', 'Europe/Madrid'), 'doubled');
    assert.equal(read('2026-10-25 03:00', 'Europe/Madrid'), '2026-10-25T02:00Z');
    assert.equal(read('2026-04-05 01:29', 'Australia/Lord_Howe'), '2026-04-04T14:29Z');
    assert.equal(read('2026-04-05 01:30', 'Australia/Lord_Howe'), 'doubled');
    assert.equal(read('2026-04-05 01:59', 'Australia/Lord_Howe'), 'doubled');
    assert.equal(read('2026-04-05 02:00', 'Australia/Lord_Howe'), '2026-04-04T15:30Z');
  });

  it('with an offset is that moment, whatever the zone', () => {
    const forms = [
      '2026-10-25T02:30+02:00',
      '2026-10-25 02:30+0200',
      '2026-10-25t02:30:00+02',
      '2026-10-25T00:30z',
    ];
    for (const form of forms) assert.equal(read(form, 'Europe/Madrid'), '2026-10-25T00:30Z', form);
    assert.equal(read('2026-10-25T02:30-03:30'), '2026-10-25T06:00Z');
  });

  it('must be one of the calendar and of the clock', () => {
    const texts = {
      noSuchDay: [
        '2026-02-29 10:00',
        '2026-13-01 10:00',
        '2026-00-10 10:00',
        '2026-04-31T10:00Z',
        '1900-02-29',
        '2026-11-00',
      ],
      noTime: ['2026-11-24', '2028-02-29', ' 2026-11-24 '],
      notDateTime: [
        ...[
          '',
          'tomorrow',
          '24/11/2026',
          '2026-11-24 24:00',
          '2026-11-24 10:60',
          '2026-11-24 10:00:60',
          '2026-11-24T10',
        ],
        ...[
          '2026-11-24 10:00 +01:00',
          '2026-11-24T10:00+19:00',
          '2026-11-24T10:00+01:60',
          '2026-W48-2',
          '20261124T1000Z',
        ],
        ...['2026-11-24 10:00 Europe/Madrid', '٢٠٢٦-11-24 10:00', '2026-11-24 10:00\n2026', '+002026-11-24'],
      ],
    };
    for (const [problem, list] of Object.entries(texts))
      for (const text of list) assert.equal(read(text), problem, text);
  });

  it('agrees with Temporal at any local time in any zone', () => {
    const part = (min: number, max: number) => fc.integer({ min, max });
    const anywhere = fc.record({
      year: part(1975, 2060),
      month: part(1, 12),
      day: part(1, 31),
      hour: part(0, 23),
    });
    const aroundChanges = fc.record({
      year: part(2015, 2035),
      month: fc.constantFrom(3, 4, 9, 10, 11),
      day: part(1, 31),
      hour: part(0, 3),
    });
    fc.assert(
      fc.property(
        fc.oneof(anywhere, aroundChanges),
        part(0, 59),
        fc.constantFrom(...zones),
        (day, minute, zone) => {
          const two = (number: number) => String(number).padStart(2, '0');
          const text = `${day.year}-${two(day.month)}-${two(day.day)} ${two(day.hour)}:${two(minute)}`;
          assert.equal(read(text, zone), expected(text, zone), `${text} ${zone}`);
        },
      ),
      { numRuns: 3000, seed: 20261121 },
    );
  });
});

describe('A day', () => {
  it('must be in the calendar', () => {
    for (const day of ['2026-11-24', '2028-02-29', '2000-02-29', '2026-11-24 10:00'])
      assert.equal(readDate(day), undefined);
    for (const day of ['2026-02-29', '1900-02-29', '2026-06-31', '2026-00-01'])
      assert.equal(readDate(day), 'noSuchDay');
    for (const day of ['', '24/11/2026', '2026-1-1', 'Christmas', '2026-11'])
      assert.equal(readDate(day), 'notDate');
  });
});

describe('A zone', () => {
  it('is one that the machine knows', () => {
    for (const zone of zones) assert.ok(zoneExists(zone), zone);
    for (const zone of ['', 'Europe/Madird', 'CET5', '../etc', 'x'.repeat(1000)])
      assert.ok(!zoneExists(zone), zone);
  });
});

function expected(text: string, zone: string): string {
  let plain: Temporal.PlainDateTime;
  try {
    plain = Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    return 'noSuchDay';
  }
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds !== later.epochMilliseconds) {
    return earlier.toPlainDateTime().equals(plain) ? 'doubled' : 'skipped';
  }
  return new Date(earlier.epochMilliseconds).toISOString().replace(/:00\.000Z$/, 'Z');
}
