import type { Localized } from '../text/localized';
import { isoWithOffset } from './isoWithOffset';
import { localText } from './localText';
import { type NotUnderstood, type SpokenAt, spokenDate, spokenMoment } from './spokenMoment';
import { writeMoment } from './writeMoment';
import { dateOf } from './zoneClock';

/** An answer that is a moment or a day: as records write it, or what it has to be instead. */
export type ReadAnswer =
  | {
      readonly written: string;
      /** What words were taken as. */
      readonly taken?: Localized;
    }
  | { readonly wanted: Localized };

/**
 * Reads a moment as it is said; words become a text that records may hold.
 *
 * @param like the text whose form is used for words; without one the moment is written with its offset
 */
export function readMomentAnswer(text: string, at: SpokenAt, like?: string): ReadAnswer {
  const said = spokenMoment(text.trim(), at);
  if (!said.ok) return { wanted: wantedMoment(said) };
  if (!said.inWords) return { written: text.trim() };
  const written = (like && writeMoment(said.epochMs, at.zone, like)) || isoWithOffset(said.epochMs, at.zone);
  return { written, taken: takenAs(text, said.epochMs, at.zone) };
}

/** Reads a day as it is said; words become a date. */
export function readDayAnswer(text: string, at: SpokenAt): ReadAnswer {
  const said = spokenDate(text.trim(), at);
  if (!said.ok) return { wanted: wantedMoment(said) };
  if (!said.inWords) return { written: text.trim() };
  return { written: dateOf(said.day), taken: dayTakenAs(text, said.day) };
}

/** What a text has to be that was not understood, as it stands behind “it takes”. */
export function wantedMoment({ problem, either: [one, other] = ['', ''] }: NotUnderstood): Localized {
  switch (problem) {
    case 'twoDays':
      return { en: `the day as ${one} or ${other}`, es: `el día como ${one} o ${other}` };
    case 'twoHours':
      return { en: `the time as ${one} or ${other}`, es: `la hora como ${one} o ${other}` };
    case 'noSuchDay':
      return { en: 'a day that exists', es: 'un día que exista' };
    case 'noTime':
      return {
        en: 'a day with its time, such as “tomorrow 22:00”',
        es: 'un día con su hora, como «mañana 22:00»',
      };
    case 'skipped':
      return {
        en: 'a time that exists: the clocks skip this one',
        es: 'una hora que exista: los relojes se saltan esta',
      };
    case 'doubled':
      return {
        en: 'this one with its offset, such as 2026-10-25T02:30+01:00: the clocks show it twice',
        es: 'esta con su desfase, como 2026-10-25T02:30+01:00: los relojes la marcan dos veces',
      };
    case 'notDate':
      return {
        en: 'a day such as 2026-12-31, tomorrow or tuesday',
        es: 'un día como 2026-12-31, mañana o martes',
      };
    case 'notDateTime':
      return {
        en: 'a date and time such as 2026-11-24 22:00, or now, 03:15, “tomorrow 22:00”, “in 2h”',
        es: 'una fecha y hora como 2026-11-24 22:00, o ahora, 03:15, «mañana 22:00», «en 2 horas»',
      };
  }
}

/** Says which moment words were taken as: `“tuesday 21:00” is Tuesday, 2026-12-01 21:00 (Europe/Madrid).` */
export function takenAs(text: string, epochMs: number, zone: string): Localized {
  const moment = localText(epochMs, zone);
  return saidBack(text, moment.slice(0, 10), `${moment} (${zone})`);
}

/** Says which day words were taken as. */
function dayTakenAs(text: string, day: number): Localized {
  return saidBack(text, dateOf(day), dateOf(day));
}

function saidBack(text: string, date: string, shown: string): Localized {
  const day = Date.parse(date);
  const [en, es] = ['en', 'es'].map((language) =>
    new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(day),
  );
  const said = text.trim().slice(0, 60);
  return { en: `“${said}” is ${en}, ${shown}.`, es: `«${said}» es el ${es}, ${shown}.` };
}
