import { strict as assert } from 'node:assert';
import { runInNewContext } from 'node:vm';
import Holidays from 'date-holidays';
import {
  holidaysOf,
  publicHolidaysIn,
  queryHolidays,
  type RawYear,
} from '../../../../src/core/calendar/lazyHolidays';
import {
  addHolidayYear,
  clearHolidays,
  publicHoliday,
  withCachedHolidays,
} from '../../../../src/core/calendar/publicHolidays';
import { dayOf } from '../../../../src/core/model/time/zoneClock';

const source = {
  country: 'ES',
  region: 'CT',
  at: { file: 'config.yaml', range: { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } } },
};
const christmas = dayOf('2031-12-25') ?? 0;

describe('Public holidays', () => {
  afterEach(clearHolidays);

  it('are not looked up by a work that may not wait for it, which says what it needs', () => {
    let begun = 0;
    const work = () => {
      begun++;
      return publicHoliday(source, christmas, 2031)?.es;
    };
    assert.deepEqual(withCachedHolidays(work), { missing: { source, year: 2031 } });
    addHolidayYear(source, 2031, new Map([[christmas, { en: 'Christmas', es: 'Navidad' }]]));
    assert.deepEqual(withCachedHolidays(work), { done: 'Navidad' });
    assert.equal(begun, 2);
    // Other questions are answered at once.
    assert.throws(() => withCachedHolidays(() => assert.fail('another error')), /another error/);
    assert.equal(publicHoliday(source, dayOf('2032-12-25') ?? 0, 2032)?.en, 'Christmas Day');
  });

  it('are asked of the library by a text that needs nothing around it, as it runs in a worker', () => {
    const ask = runInNewContext(`(${queryHolidays.toString()})`) as typeof queryHolidays;
    const told = JSON.parse(JSON.stringify(ask(Holidays as never, 'ES', 'CT', 2026))) as RawYear;
    assert.deepEqual(publicHolidaysIn(told), holidaysOf('ES', 'CT', 2026));
    assert.ok(publicHolidaysIn(told).length > 8);
  });
});
