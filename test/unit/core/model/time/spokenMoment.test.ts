import { strictEqual } from 'node:assert';
import { describe, it } from 'mocha';
import { isoWithOffset } from '../../../../../src/core/model/time/isoWithOffset';
import { readDayAnswer, readMomentAnswer } from '../../../../../src/core/model/time/momentTexts';
import { type SpokenAt, spokenDate, spokenMoment } from '../../../../../src/core/model/time/spokenMoment';
import { dateOf } from '../../../../../src/core/model/time/zoneClock';

const zone = 'Europe/Madrid';

/** A Tuesday, ten past three at night. */
const at: SpokenAt = { now: Date.parse('2026-11-24T03:10:40+01:00'), zone };

function said(text: string, when: SpokenAt = at): string {
  const moment = spokenMoment(text, when);
  if (moment.ok) return isoWithOffset(moment.epochMs, zone).replace('T', ' ');
  return [moment.problem, ...(moment.either ?? [])].join(' ');
}

function day(text: string, when: SpokenAt = at): string {
  const date = spokenDate(text, when);
  return date.ok ? dateOf(date.day) : [date.problem, ...(date.either ?? [])].join(' ');
}

/** Each line: what is said, and the moment that it is. */
function table(lines: string, answer: (text: string) => string): void {
  for (const line of lines.trim().split('\n')) {
    const [text = '', expected = ''] = line.split(' → ').map((part) => part.trim());
    strictEqual(answer(text), expected, text);
  }
}

describe('Moments in words', () => {
  it('are understood in English and Spanish', () => {
    table(
      `
      now → 2026-11-24 03:10+01:00
      Ahora mismo → 2026-11-24 03:10+01:00
      03:15 → 2026-11-24 03:15+01:00
      03:10 → 2026-11-24 03:10+01:00
      03:05 → 2026-11-25 03:05+01:00
      22:00h → 2026-11-24 22:00+01:00
      at 22 → 2026-11-24 22:00+01:00
      a las 22 → 2026-11-24 22:00+01:00
      10 pm → 2026-11-24 22:00+01:00
      12am → 2026-11-25 00:00+01:00
      tomorrow 22:00 → 2026-11-25 22:00+01:00
      Tomorrow, at 9:30 → 2026-11-25 09:30+01:00
      mañana 22:00 → 2026-11-25 22:00+01:00
      manana a las 22:00 → 2026-11-25 22:00+01:00
      hoy a las 22 → 2026-11-24 22:00+01:00
      pasado mañana 08:00 → 2026-11-26 08:00+01:00
      yesterday 23:00 → 2026-11-23 23:00+01:00
      in 2h → 2026-11-24 05:10+01:00
      in 1h30m → 2026-11-24 04:40+01:00
      in 90 minutes → 2026-11-24 04:40+01:00
      en 2 horas → 2026-11-24 05:10+01:00
      dentro de una hora y 5 minutos → 2026-11-24 04:15+01:00
      in 3 days → 2026-11-27 03:10+01:00
      en 2 semanas → 2026-12-08 03:10+01:00
      2 hours ago → 2026-11-24 01:10+01:00
      hace 20 min → 2026-11-24 02:50+01:00
      wednesday 21:00 → 2026-11-25 21:00+01:00
      el miércoles 21:00 → 2026-11-25 21:00+01:00
      on mon at 08:00 → 2026-11-30 08:00+01:00
      tuesday 03:00 → 2026-12-01 03:00+01:00
      2026-12-01 a las 22 → 2026-12-01 22:00+01:00
      2026-11-24 22:00 → 2026-11-24 22:00+01:00
      2026-11-24T22:00Z → 2026-11-24 23:00+01:00
      `,
      (text) => said(text),
    );
  });

  it('are none where they may mean two', () => {
    table(
      `
      tuesday 21:00 → twoDays 2026-11-24 2026-12-01
      el martes a las 21:00 → twoDays 2026-11-24 2026-12-01
      at 9 → twoHours 09:00 21:00
      mañana a las 12 → twoHours 12:00 00:00
      tomorrow → noTime
      tuesday → noTime
      22 → notDateTime
      next tuesday 21:00 → notDateTime
      24/11 22:00 → notDateTime
      11/24/2026 22:00 → notDateTime
      24 → notDateTime
      25:00 → notDateTime
      13 pm → notDateTime
      in 1 day 2 hours → notDateTime
      in 2 → notDateTime
      in -2h → notDateTime
      in 99999999999h → notDateTime
      tomorrow 22:00 or so → notDateTime
      __proto__ 22:00 → notDateTime
      `,
      (text) => said(text),
    );
    strictEqual(said(`tomorrow ${' '.repeat(1e5)}22:00`), 'notDateTime');
  });

  it('follow the clocks of the zone where these change', () => {
    const autumn = { now: Date.parse('2026-10-24T22:00+02:00'), zone };
    strictEqual(said('tomorrow 02:30', autumn), 'doubled');
    strictEqual(said('02:30', autumn), 'doubled');
    strictEqual(said('in 5h', autumn), '2026-10-25 02:00+01:00');
    strictEqual(said('tomorrow 22:00', autumn), '2026-10-25 22:00+01:00');
    const spring = { now: Date.parse('2026-03-28T22:00+01:00'), zone };
    strictEqual(said('tomorrow 02:30', spring), 'skipped');
    strictEqual(said('in 5h', spring), '2026-03-29 04:00+02:00');
    strictEqual(said('in 1 day', spring), '2026-03-29 22:00+02:00');
    strictEqual(said('02:30', { now: Date.parse('2026-03-29T12:00+02:00'), zone }), '2026-03-30 02:30+02:00');
  });

  it('are in the past where they are about what has happened', () => {
    const past = { ...at, past: true };
    strictEqual(said('22:00', past), '2026-11-23 22:00+01:00');
    strictEqual(said('03:10', past), '2026-11-24 03:10+01:00');
    strictEqual(said('monday 21:00', past), '2026-11-23 21:00+01:00');
    strictEqual(said('wednesday 21:00', past), '2026-11-18 21:00+01:00');
    strictEqual(said('tuesday 02:00', past), 'twoDays 2026-11-24 2026-11-17');
  });

  it('name days', () => {
    table(
      `
      today → 2026-11-24
      mañana → 2026-11-25
      friday → 2026-11-27
      el viernes → 2026-11-27
      tuesday → twoDays 2026-11-24 2026-12-01
      in 3 days → 2026-11-27
      2026-12-31 → 2026-12-31
      2026-02-30 → noSuchDay
      31/12 → notDate
      in 2h → notDate
      `,
      (text) => day(text),
    );
  });

  it('are written down as a moment, and said back', () => {
    const answer = readMomentAnswer('tomorrow 22:00', at);
    strictEqual('written' in answer && answer.written, '2026-11-25T22:00+01:00');
    strictEqual(
      'taken' in answer && answer.taken?.en,
      '“tomorrow 22:00” is Wednesday, 2026-11-25 22:00 (Europe/Madrid).',
    );
    strictEqual(
      'taken' in answer && answer.taken?.es,
      '«tomorrow 22:00» es el miércoles, 2026-11-25 22:00 (Europe/Madrid).',
    );
    const alike = readMomentAnswer('ahora', at, '2026-01-01 10:00');
    strictEqual('written' in alike && alike.written, '2026-11-24 03:10');
    // The clock shows this time twice, so the form with an offset is the only one that says which.
    const twice = readMomentAnswer(
      'in 5h',
      { now: Date.parse('2026-10-24T22:00+02:00'), zone },
      '2026-01-01 10:00',
    );
    strictEqual('written' in twice && twice.written, '2026-10-25T02:00+01:00');
    const asIs = readMomentAnswer(' 2026-11-24 22:00 ', at);
    strictEqual('written' in asIs && asIs.written, '2026-11-24 22:00');
    strictEqual('taken' in asIs, false);
    const date = readDayAnswer('viernes', at);
    strictEqual('written' in date && date.written, '2026-11-27');
  });
});
