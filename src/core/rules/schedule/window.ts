import type { Stretch } from '../../calendar/recordCalendar';
import { localText } from '../../model/time/localText';
import { defineRule } from '../defineRule';
import { configured, type Scheduled, scheduled } from './scheduled';
import { slotTitle } from './slotTitle';

/** Windows come back every week; the second week holds one that this week's Monday has missed. */
const daysAhead = 15;

/** `schedule/window`: changes take place when the customer expects them. */
export const windowRule = defineRule({
  id: 'schedule/window',
  severity: 'warning',
  about: 'start',
  emergency: { warning: true },
  reads: ['schedule', 'customer'],
  title: { en: 'Outside the maintenance windows', es: 'Fuera de las ventanas de mantenimiento' },
  explanation: {
    en: 'A customer that has maintenance windows expects changes in them: the whole window lies inside one, or inside several that touch. Silent for customers without any.',
    es: 'Un cliente con ventanas de mantenimiento espera los cambios en ellas: la ventana entera cabe en una, o en varias que se tocan. Calla con los clientes que no tienen ninguna.',
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
    configured: {
      en: 'The maintenance window is configured here.',
      es: 'La ventana de mantenimiento se configura aquí.',
    },
  },
  fixTitles: slotTitle,
  *check(record, context) {
    const change = scheduled(record, context);
    if (!change?.calendar.hasWindows) return;
    const { calendar, zone, start, end, day, lastDay, range } = change;
    // One that is open may have opened the day before.
    const open = calendar.openings(day - 1, lastDay);
    if (open.some((opening) => opening.start <= start && end <= opening.end && start < opening.end)) return;
    const next = nextOpening(change);
    const window = { start: localText(start, zone), end: localText(end, zone) };
    const args = { ...window, minutes: (end - start) / 60_000 };
    if (!next) yield { message: 'tooLong', range, args };
    else {
      const opens = { next: localText(next.start, zone) };
      const related = [configured(next.at)];
      // Without a duration there is no window to speak of.
      const message = end > start ? 'outside' : 'startOutside';
      yield { message, range, args: { ...args, ...opens }, related, retry: next.start };
    }
  },
});

function nextOpening({ calendar, day, start, end }: Scheduled): Stretch | undefined {
  return calendar
    .openings(day, day + daysAhead)
    .find((opening) => opening.start > start && opening.end - opening.start >= end - start);
}
