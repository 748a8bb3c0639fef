import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { dateOf, dayOf, weekdayOf } from '../../../../src/core/model/time/zoneClock';
import { bandsOf, momentsOf, monthOf, weekNumber, weekOf } from '../../../../src/core/timeline/timelineDays';
import { rangeText, windowText } from '../../../../src/core/timeline/timelineWords';

function day(text: string): number {
  const found = dayOf(text);
  assert.ok(found !== undefined);
  return found;
}

function shown(first: string, last: string): string[] {
  const bands = bandsOf({ first: day(first), last: day(last) });
  return bands.map((band) => `${dateOf(band.first)} ${dateOf(band.last)}`);
}

describe('The days of a timeline', () => {
  it('are cut into weeks from Monday, and into months where they are many', () => {
    assert.deepEqual(shown('2026-11-18', '2026-11-20'), ['2026-11-18 2026-11-20']);
    assert.deepEqual(shown('2026-11-18', '2026-11-29'), ['2026-11-16 2026-11-22', '2026-11-23 2026-11-29']);
    assert.deepEqual(shown('2026-02-01', '2026-02-28'), ['2026-02-01 2026-02-28']);
    assert.deepEqual(shown('2026-12-15', '2027-02-28'), [
      '2026-12-01 2026-12-31',
      '2027-01-01 2027-01-31',
      '2027-02-01 2027-02-28',
    ]);
  });

  it('hold every day that was asked for once, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 400 }), (first, count) => {
        const bands = bandsOf({ first, last: first + count });
        assert.ok((bands[0]?.first ?? 0) <= first && (bands.at(-1)?.last ?? 0) >= first + count);
        bands.forEach((band, at) => {
          const next = bands[at + 1];
          if (next) assert.equal(next.first, band.last + 1);
        });
        assert.equal(weekdayOf(weekOf(first).first), 0);
        const month = monthOf(first);
        assert.equal(dateOf(month.first).slice(8), '01');
        assert.equal(dateOf(month.last + 1).slice(8), '01');
        assert.ok(month.first <= first && first <= month.last);
      }),
    );
  });

  it('have 23, 24 and 25 hours', () => {
    const hours = (text: string): number => {
      const { start, end } = momentsOf({ first: day(text), last: day(text) }, 'Europe/Madrid');
      return (end - start) / 3_600_000;
    };
    assert.deepEqual(['2026-03-29', '2026-03-30', '2026-10-25'].map(hours), [23, 24, 25]);
  });

  it('are counted in weeks as ISO 8601 does', () => {
    const weeks = ['2026-01-01', '2027-01-03', '2027-01-04', '2026-11-21', '2024-12-30'];
    assert.deepEqual(
      weeks.map((text) => weekNumber(day(text))),
      [1, 53, 1, 47, 1],
    );
  });

  it('are said in both languages', () => {
    const days = { first: day('2026-12-28'), last: day('2027-01-03') };
    assert.equal(rangeText(days, 'en'), '28 December 2026 – 3 January 2027');
    assert.equal(rangeText(days, 'es'), '28 de diciembre de 2026 – 3 de enero de 2027');
    assert.equal(rangeText({ first: days.first, last: days.first + 2 }, 'en'), '28–30 December 2026');
    assert.equal(rangeText({ first: days.first, last: days.first + 2 }, 'es'), '28–30 de diciembre de 2026');
    const start = Date.UTC(2026, 10, 25, 21);
    assert.equal(
      windowText(start, start + 7_200_000, 'Europe/Madrid', 'en'),
      'Wed 25 Nov 2026 22:00–Thu 26 Nov 2026 00:00',
    );
    assert.equal(windowText(start, start, 'Europe/London', 'es'), 'mié 25 nov 2026 21:00');
  });
});
