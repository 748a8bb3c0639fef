import { strict as assert } from 'node:assert';
import ICAL from 'ical.js';
import { zoneDefinition } from '../../../../src/core/calendarFile/zoneDefinition';
import { clockChanges, dayMs, offsetAt } from '../../../../src/core/model/time/zoneClock';

const first = Date.UTC(2026, 6, 1, 10);
const last = first + 400 * dayMs;

function zoneOf(name: string, from = first, to = last): ICAL.Timezone {
  const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//T\r\n${zoneDefinition(name, from, to)}\r\nEND:VCALENDAR`;
  const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vtimezone');
  assert.ok(component);
  return new ICAL.Timezone(component);
}

/** Offset in milliseconds by which a reader of the definition moves a moment, from its local time. */
function readOffset(zone: ICAL.Timezone, name: string, moment: number): number {
  const local = new Date(moment + offsetAt(name, moment));
  const time = new ICAL.Time(
    {
      year: local.getUTCFullYear(),
      month: local.getUTCMonth() + 1,
      day: local.getUTCDate(),
      hour: local.getUTCHours(),
      minute: local.getUTCMinutes(),
    },
    zone,
  );
  return zone.utcOffset(time) * 1000;
}

describe('The definition of a time zone in a calendar file', () => {
  for (const name of [
    'Europe/Madrid',
    'Europe/London',
    'Europe/Dublin',
    'America/New_York',
    'America/Santiago',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Asia/Jerusalem',
    'Asia/Kolkata',
    'Asia/Tokyo',
    'Pacific/Auckland',
    'Atlantic/Canary',
  ]) {
    it(`is what the clocks do: ${name}`, () => {
      const zone = zoneOf(name);
      const changes = clockChanges(name, first, last).map(({ at }) => at);
      for (let moment = first; moment <= last; moment += dayMs / 4) {
        // The doubled hour, and the one beside it, say less than a moment does.
        if (changes.some((at) => Math.abs(at - moment) < 3 * 3_600_000)) continue;
        assert.equal(readOffset(zone, name, moment), offsetAt(name, moment), new Date(moment).toISOString());
      }
    });
  }

  it('changes in the very minute', () => {
    assert.deepEqual(clockChanges('Europe/Madrid', Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)), [
      { at: Date.UTC(2026, 2, 29, 1), before: 3_600_000, after: 7_200_000 },
      { at: Date.UTC(2026, 9, 25, 1), before: 7_200_000, after: 3_600_000 },
    ]);
    assert.deepEqual(clockChanges('Asia/Tokyo', Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)), []);
  });

  it('is a rule where there is one, and dates where there is none', () => {
    const madrid = zoneDefinition('Europe/Madrid', first, first);
    assert.match(madrid, /DTSTART:20260329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n/);
    assert.match(madrid, /DTSTART:20261025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n/);
    const york = zoneDefinition('America/New_York', first, first);
    assert.match(york, /RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\n/);
    assert.match(york, /RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\n/);
    const casablanca = zoneDefinition('Africa/Casablanca', first, first);
    assert.match(casablanca, /RDATE:\d{8}T\d{6}\r\n/);
    assert.doesNotMatch(casablanca, /RRULE/);
    const tokyo = zoneDefinition('Asia/Tokyo', first, first);
    assert.match(
      tokyo,
      /BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:\+0900\r\nTZOFFSETTO:\+0900\r\n/,
    );
  });
});
