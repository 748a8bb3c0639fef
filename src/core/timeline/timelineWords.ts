import { fillIn, type Language, type Localized, type MessageArgs } from '../model/text/localized';
import { clockText } from '../model/time/localText';
import { dateOf, wallTime } from '../model/time/zoneClock';
import { changeStatusChoice } from '../model/vocabulary/choices';
import { dayNumber, monthName, weekdayName } from '../model/vocabulary/dateNames';
import { choiceIn, withSpaces } from '../model/vocabulary/vocabulary';
import type { DayRange } from './timelineDays';

const words = {
  title: { en: 'Calendar of deployments', es: 'Calendario de despliegues' },
  times: { en: 'times in {zone}', es: 'horas de {zone}' },
  asOf: { en: 'as of {now}', es: 'a {now}' },
  week: { en: 'Week {number}', es: 'Semana {number}' },
  nothing: { en: 'No deployments in these days.', es: 'No hay despliegues en estos días.' },
  noCustomer: { en: 'No customer', es: 'Sin cliente' },
  noEnvironment: { en: 'no environment', es: 'sin entorno' },
  more: { en: 'and {count} more', es: 'y {count} más' },
  morePlaces: { en: 'and {count} more {count|place|places}', es: 'y {count} {count|lugar|lugares} más' },
  outageOf: { en: 'outage {duration}', es: 'corte de {duration}' },
  conflictWith: { en: 'conflicts with {ids}', es: 'en conflicto con {ids}' },
  isOverdue: { en: 'overdue', es: 'atrasado' },
  outage: { en: 'outage', es: 'corte' },
  conflict: { en: 'conflict', es: 'conflicto' },
  now: { en: 'now', es: 'ahora' },
  dayOff: { en: 'non-working day', es: 'día no laborable' },
  holiday: { en: 'holiday', es: 'festivo' },
  freeze: { en: 'freeze', es: 'congelación' },
  softFreeze: { en: 'soft freeze', es: 'congelación blanda' },
  maintenance: { en: 'maintenance window', es: 'ventana de mantenimiento' },
} as const satisfies { readonly [id: string]: Localized };

/** One of the picture's words in a language. */
export function timelineWord(language: Language, id: keyof typeof words, args: MessageArgs = {}): string {
  return fillIn(words[id][language], args);
}

/** A status in words: `to be released`; one of a team's own as it is written. */
export function statusText(status: string, language: Language): string {
  return withSpaces(choiceIn(language, changeStatusChoice.choices, status));
}

/** `Mon`, `lun`. */
export function weekdayText(day: number, language: Language): string {
  return weekdayName(day, language).slice(0, 3);
}

/** `November 2026`, `noviembre de 2026`. */
export function monthText(day: number, language: Language): string {
  const year = dateOf(day).slice(0, 4);
  return language === 'es' ? `${monthName(day, language)} de ${year}` : `${monthName(day, language)} ${year}`;
}

/** `Nov`, `nov`. */
export function shortMonth(day: number, language: Language): string {
  return monthName(day, language).slice(0, 3);
}

/** `16–22 November 2026`, `28 de diciembre de 2026 – 3 de enero de 2027`. */
export function rangeText({ first, last }: DayRange, language: Language): string {
  const [from, to] = [dateOf(first), dateOf(last)];
  const of = language === 'es' ? ' de ' : ' ';
  const end = `${dayNumber(last)}${of}${monthText(last, language)}`;
  if (first === last) return end;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${dayNumber(first)}–${end}`;
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const month = sameYear ? monthName(first, language) : monthText(first, language);
  return `${dayNumber(first)}${of}${month} – ${end}`;
}

/** `Wed 25 Nov 2026 22:00–23:00`, with the second day where it is another one. */
export function windowText(start: number, end: number, zone: string, language: Language): string {
  const [from, to] = [wallTime(start, zone), wallTime(end, zone)];
  const opening = `${dayText(from.day, language)} ${clockText(from.minute)}`;
  if (end <= start) return opening;
  const other = from.day === to.day ? '' : `${dayText(to.day, language)} `;
  return `${opening}–${other}${clockText(to.minute)}`;
}

/** `Wed 25 Nov 2026`. */
function dayText(day: number, language: Language): string {
  const year = dateOf(day).slice(0, 4);
  return `${weekdayText(day, language)} ${dayNumber(day)} ${shortMonth(day, language)} ${year}`;
}
