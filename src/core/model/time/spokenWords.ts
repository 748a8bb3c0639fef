/** A day in words, counted from today: so many days on, or a day of the week (Monday 0). */
type SpokenDay = { readonly inDays: number } | { readonly weekday: number };

/** Words without accents and in small letters, as they are compared. */
export function plainWords(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The words for this moment. */
export const nowWords: ReadonlySet<string> = new Set(['now', 'right now', 'ahora', 'ahora mismo']);

const near: { readonly [word: string]: number } = {
  today: 0,
  hoy: 0,
  tomorrow: 1,
  manana: 1,
  'day after tomorrow': 2,
  'the day after tomorrow': 2,
  'pasado manana': 2,
  yesterday: -1,
  ayer: -1,
};

const weekdays: readonly (readonly string[])[] = [
  ['monday', 'mon', 'lunes'],
  ['tuesday', 'tue', 'martes'],
  ['wednesday', 'wed', 'miercoles'],
  ['thursday', 'thu', 'jueves'],
  ['friday', 'fri', 'viernes'],
  ['saturday', 'sat', 'sabado'],
  ['sunday', 'sun', 'domingo'],
];

/** The day that words name, as `plainWords` gives them; undefined where they name none. */
export function spokenDay(words: string): SpokenDay | undefined {
  const inDays = Object.hasOwn(near, words) ? near[words] : undefined;
  if (inDays !== undefined) return { inDays };
  const name = words.replace(/^(?:on|el|este|this) /, '');
  const weekday = weekdays.findIndex((names) => names.includes(name));
  return weekday < 0 ? undefined : { weekday };
}

/** A span of time in words: so many minutes by the clock, or whole days. */
type SpokenSpan = { readonly minutes: number } | { readonly days: number };

const spanUnits = {
  minutes: /^(?:m|min|mins|minutes?|minutos?)$/,
  hours: /^(?:h|hrs?|hours?|horas?)$/,
  days: /^(?:d|days?|dias?)$/,
  weeks: /^(?:w|weeks?|semanas?)$/,
};

const oneWord = /^(?:an?|one|una?)$/;

/** A span such as `2h`, `1h 30m`, `90 minutes`, `una hora` or `3 days`; undefined where the words are none. */
export function spokenSpan(words: string): SpokenSpan | undefined {
  const parts = [...words.replace(/ (?:and|y) /g, ' ').matchAll(/(\d{1,4}|[a-z]+) ?([a-z]+) ?/gy)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== words.replace(/ (?:and|y) /g, ' '))
    return undefined;
  const total = { minutes: 0, days: 0 };
  for (const [, number = '', unit = ''] of parts) {
    const count = oneWord.test(number) ? 1 : /^\d/.test(number) ? Number(number) : undefined;
    if (count === undefined) return undefined;
    if (spanUnits.minutes.test(unit)) total.minutes += count;
    else if (spanUnits.hours.test(unit)) total.minutes += count * 60;
    else if (spanUnits.days.test(unit)) total.days += count;
    else if (spanUnits.weeks.test(unit)) total.days += count * 7;
    else return undefined;
  }
  // Days go by the calendar and hours by the clock: together they would say two things where the clocks change.
  if (total.days > 0 && total.minutes > 0) return undefined;
  return total.days > 0 ? { days: total.days } : { minutes: total.minutes };
}
