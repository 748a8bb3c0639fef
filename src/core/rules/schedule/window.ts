import type { Stretch } from '../../calendar/openings';
import { localText } from '../../model/time/localText';
import { dayMs } from '../../model/time/zoneClock';
import { defineRule } from '../defineRule';
import { configured, type Scheduled, scheduled } from './scheduled';
import { slotTitle } from './slotTitle';

/** How far ahead the next window is looked for: most come back every week or month, all that come back within a year. */
const daysAhead = [16, 64, 400];

/** `schedule/window`: changes take place when the customer expects them. */
export const windowRule = defineRule({
  id: 'schedule/window',
  severity: 'warning',
  about: 'start',
  emergency: { warning: true },
  reads: ['schedule', 'customer', 'environments'],
  title: { en: 'Outside the maintenance windows', es: 'Fuera de las ventanas de mantenimiento' },
  explanation: {
    en: 'A customer that has maintenance windows expects changes in them: the whole window lies inside one, or inside several that touch. Outside of one that is `hard` it is an error. Silent for customers without any.',
    es: 'Un cliente con ventanas de mantenimiento espera los cambios en ellas: la ventana entera cabe en una, o en varias que se tocan. Si alguna es `estricta`, es un error. Calla con los clientes que no tienen ninguna.',
  },
  messages: {
    outside: {
      en: 'The window from {start} to {end} is not inside a maintenance window of the customer; the next one that it fits into opens at {next}.',
      es: 'La ventana del {start} al {end} no cabe en una ventana de mantenimiento del cliente; la siguiente en que cabe se abre el {next}.',
    },
    startOutside: {
      en: 'The start at {start} is not inside a maintenance window of the customer; the next one opens at {next}.',
      es: 'El inicio del {start} no cae en una ventana de mantenimiento del cliente; la siguiente se abre el {next}.',
    },
    tooLong: {
      en: 'The window of {minutes} {minutes|minute|minutes} is longer than every maintenance window of the customer; shorten it, or agree on another time.',
      es: 'La ventana de {minutes} {minutes|minuto|minutos} es más larga que todas las ventanas de mantenimiento del cliente; acórtala o acuerda otra hora.',
    },
    none: {
      en: 'The window from {start} to {end} is not inside a maintenance window of the customer, and none opens within a year after it; choose an earlier time, or configure another window.',
      es: 'La ventana del {start} al {end} no cabe en una ventana de mantenimiento del cliente y ninguna se abre en el año siguiente; elige una hora anterior o configura otra ventana.',
    },
    configured: {
      en: 'The maintenance window is configured here.',
      es: 'La ventana de mantenimiento se configura aquí.',
    },
  },
  fixTitles: slotTitle,
  *check(record, context) {
    const change = scheduled(record, context);
    if (!change?.calendar.hasWindows(change.environments)) return;
    const { calendar, zone, environments, start, end, range } = change;
    const open = calendar.openings(start, end, environments);
    if (open.some((opening) => opening.start <= start && end <= opening.end && start < opening.end)) return;
    const next = nextOpening(change);
    const window = { start: localText(start, zone), end: localText(end, zone) };
    const args = { ...window, minutes: (end - start) / 60_000 };
    const severity = calendar.hasHardWindows(environments) ? { severity: 'error' as const } : {};
    if (next === 'none' || next === 'tooLong') yield { message: next, range, args, ...severity };
    else {
      const opens = { next: localText(next.start, zone) };
      const related = [configured(next.at)];
      // Without a duration there is no window to speak of.
      const message = end > start ? 'outside' : 'startOutside';
      yield { message, range, args: { ...args, ...opens }, related, retry: next.start, ...severity };
    }
  },
});

function nextOpening({ calendar, environments, start, end }: Scheduled): Stretch | 'tooLong' | 'none' {
  let opensAtAll = false;
  for (const days of daysAhead) {
    const openings = calendar.openings(start, start + days * dayMs, environments);
    const later = openings.filter((opening) => opening.start > start);
    const fitting = later.find((opening) => opening.end - opening.start >= end - start);
    if (fitting) return fitting;
    opensAtAll ||= later.length > 0;
  }
  return opensAtAll ? 'tooLong' : 'none';
}
