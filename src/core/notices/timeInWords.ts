import { fillIn, type Language } from '../model/text/localized';
import { durationMinutes } from '../model/time/duration';
import { clockText } from '../model/time/localText';
import { dateOf, wallTime } from '../model/time/zoneClock';
import { dayNumber, monthName, weekdayName } from '../model/vocabulary/dateNames';

/** A date in words: `Wednesday 25 November 2026`, `miércoles 25 de noviembre de 2026`. */
export function dateInWords(epochMs: number, zone: string, language: Language): string {
  const { day } = wallTime(epochMs, zone);
  const weekday = weekdayName(day, language);
  const month = monthName(day, language);
  const [number, year] = [dayNumber(day), dateOf(day).slice(0, 4)];
  return language === 'es'
    ? `${weekday} ${number} de ${month} de ${year}`
    : `${weekday} ${number} ${month} ${year}`;
}

/** The time of a moment: `22:00`. */
export function timeInWords(epochMs: number, zone: string): string {
  return clockText(wallTime(epochMs, zone).minute);
}

/** A time span: `from 22:00 to 23:00`, with the date where it ends on another day. */
export function spanInWords(start: number, end: number, zone: string, language: Language): string {
  const [from, to] = [timeInWords(start, zone), timeInWords(end, zone)];
  const sameDay = wallTime(start, zone).day === wallTime(end, zone).day;
  if (start === end) return language === 'es' ? `a las ${from}` : `at ${from}`;
  if (sameDay) return language === 'es' ? `de ${from} a ${to}` : `from ${from} to ${to}`;
  const day = dateInWords(end, zone, language);
  return language === 'es' ? `de ${from} a ${to} del ${day}` : `from ${from} to ${to} on ${day}`;
}

/** A moment beside another one: only the time where both are on the same day. */
export function momentInWords(
  epochMs: number,
  beside: number | undefined,
  zone: string,
  language: Language,
): string {
  const time = timeInWords(epochMs, zone);
  if (beside !== undefined && wallTime(beside, zone).day === wallTime(epochMs, zone).day) return time;
  const day = dateInWords(epochMs, zone, language);
  return language === 'es' ? `${time} del ${day}` : `${time} on ${day}`;
}

const units = {
  en: {
    day: '{count} {count|day|days}',
    hour: '{count} {count|hour|hours}',
    minute: '{count} {count|minute|minutes}',
    and: ' and ',
  },
  es: {
    day: '{count} {count|día|días}',
    hour: '{count} {count|hora|horas}',
    minute: '{count} {count|minuto|minutos}',
    and: ' y ',
  },
} as const;

/** A duration in words: `1 hour and 30 minutes`; undefined where the text is not a duration, or is zero. */
export function durationInWords(text: string | undefined, language: Language): string | undefined {
  const all = durationMinutes(text ?? '') ?? 0;
  if (all === 0) return undefined;
  const words = units[language];
  const parts = [
    [Math.floor(all / 1440), words.day] as const,
    [Math.floor((all % 1440) / 60), words.hour] as const,
    [all % 60, words.minute] as const,
  ].flatMap(([count, text]) => (count === 0 ? [] : [fillIn(text, { count })]));
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')}${words.and}${last}`;
}
