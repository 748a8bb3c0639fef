import { strict as assert } from 'node:assert';
import { runInNewContext } from 'node:vm';
import Holidays from 'date-holidays';
import {
  askLibrary,
  holidaysOf,
  publicAmong,
  type ToldYear,
} from '../../../../src/core/calendar/lazyHolidays';
import {
  forgetHolidays,
  keepHolidayYear,
  publicHoliday,
  withKnownHolidays,
} from '../../../../src/core/calendar/publicHolidays';
import { dayOf } from '../../../../src/core/model/time/zoneClock';

const source = {
  country: 'ES',
  region: 'CT',
  at: { file: 'config.yaml', range: { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } } },
};
const christmas = dayOf('2031-12-25') ?? 0;

describe('Public holidays', () => {
  afterEach(forgetHolidays);

  it('are not looked up by a work that may not wait for it, which says what it needs', () => {
    let begun = 0;
    const work = () => {
      begun++;
      return publicHoliday(source, christmas, 2031)?.es;
    };
    assert.deepEqual(withKnownHolidays(work), { missing: { source, year: 2031 } });
    keepHolidayYear(source, 2031, new Map([[christmas, { en: 'Christmas', es: 'Navidad' }]]));
    assert.deepEqual(withKnownHolidays(work), { done: 'Navidad' });
    assert.equal(begun, 2);
    // Whoever asks otherwise is answered at once.
    assert.throws(() => withKnownHolidays(() => assert.fail('another error')), /another error/);
    assert.equal(publicHoliday(source, dayOf('2032-12-25') ?? 0, 2032)?.en, 'Christmas Day');
  });

  it('are asked of the library by a text that needs nothing around it, as it runs in a worker', () => {
    const ask = runInNewContext(`(${askLibrary.toString()})`) as typeof askLibrary;
    const told = JSON.parse(JSON.stringify(ask(Holidays as never, 'ES', 'CT', 2026))) as ToldYear;
    assert.deepEqual(publicAmong(told), holidaysOf('ES', 'CT', 2026));
    assert.ok(publicAmong(told).length > 8);
  });
});
