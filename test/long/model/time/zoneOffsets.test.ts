import { strict as assert } from 'node:assert';
import { offsetAt } from '../../../../src/core/model/time/zoneClock';
import { useZoneOffsetStore, type ZoneOffsets } from '../../../../src/core/model/time/zoneOffsets';

const nothingKept = { read: () => ({}), write: () => {} };

describe('Kept offsets of time zones', () => {
  after(() => useZoneOffsetStore(nothingKept));

  it('are what the machine says, around each change of the clocks and in between', function () {
    this.timeout(120_000);
    let kept: Readonly<Record<string, ZoneOffsets>> = {};
    const format = new Map<string, Intl.DateTimeFormat>();
    const machine = (zone: string, moment: number): number => {
      const known =
        format.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
      format.set(zone, known);
      const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(known.format(moment)) ?? [
        '',
        '+',
        '0',
        '0',
      ];
      return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
    };
    const zones = [
      ...['Europe/Madrid', 'Atlantic/Canary', 'America/New_York', 'America/Santiago', 'America/Sao_Paulo'],
      ...[
        'Africa/Casablanca',
        'Africa/Cairo',
        'Asia/Tehran',
        'Asia/Gaza',
        'Australia/Lord_Howe',
        'Asia/Kolkata',
      ],
      ...['Pacific/Apia', 'America/Caracas', 'Antarctica/Troll', 'Europe/Moscow', 'UTC'],
    ];
    let asked = 0;
    for (const zone of zones) {
      useZoneOffsetStore({ read: () => kept, write: (next) => (kept = { ...next }) });
      for (const year of [2000, 2019, 2026, 2039]) offsetAt(zone, Date.UTC(year, 0, 1));
      const from = [2000, 2010, 2020, 2030].flatMap((decade) => [...(kept[`${zone} ${decade}`]?.from ?? [])]);
      assert.ok(from.length >= 4, zone);
      const moments = from.flatMap((moment) => [moment - 60_000, moment - 1, moment, moment + 3_600_000]);
      for (let at = Date.UTC(1999, 0, 1); at < Date.UTC(2041, 0, 1); at += 9.7 * 86_400_000) moments.push(at);
      for (const moment of moments)
        assert.equal(offsetAt(zone, moment), machine(zone, moment), `${zone} ${moment}`);
      asked += moments.length;
    }
    assert.ok(asked > 20_000, `${asked}`);
    // Read from the store they are the same, and nothing is written.
    const write = (): void => assert.fail('nothing new');
    useZoneOffsetStore({ read: () => JSON.parse(JSON.stringify(kept)), write });
    assert.equal(offsetAt('Europe/Madrid', Date.UTC(2026, 6, 1)), 7_200_000);
  });

  it('are not made of more zones than anybody has', () => {
    let written = 0;
    useZoneOffsetStore({ read: () => ({}), write: () => written++ });
    const names = Array.from({ length: 120 }, (_, at) => {
      const cased = [...'europe'].map((letter, place) => ((at >> place) & 1 ? letter.toUpperCase() : letter));
      return `${cased.join('')}/${at < 64 ? 'madrid' : 'Madrid'}`;
    });
    for (const name of names) assert.equal(offsetAt(name, Date.UTC(2026, 0, 1)), 3_600_000);
    assert.equal(written, 100);
  });
});
