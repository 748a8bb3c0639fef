import { dateOf } from '../../model/time/zoneClock';
import { defineRule } from '../defineRule';
import { configured, nextDay, scheduled } from './scheduled';
import { slotTitle } from './slotTitle';

/** `schedule/before-vacation`: nothing starts when people leave the next day. */
export const beforeVacation = defineRule({
  id: 'schedule/before-vacation',
  severity: 'error',
  about: 'start',
  emergency: { warning: true },
  reads: ['schedule', 'customer'],
  sources: ['S'],
  title: { en: 'Start the day before a vacation', es: 'Inicio la víspera de unas vacaciones' },
  explanation: {
    en: 'Whoever would notice or repair what goes wrong is away from the next day on. A change does not start the day before a vacation of the customer or of the team begins. For an emergency it is a warning.',
    es: 'Quien notaría o arreglaría un fallo se va al día siguiente. Un cambio no empieza la víspera del comienzo de unas vacaciones del cliente o del equipo. En una emergencia es una advertencia.',
  },
  messages: {
    eve: {
      en: 'The window starts on {date}, the day before the vacation of {who} begins ({from} to {to}); choose another day.',
      es: 'La ventana empieza el {date}, víspera de las vacaciones {who} (del {from} al {to}); elige otro día.',
    },
    configured: { en: 'The vacation is configured here.', es: 'Las vacaciones se configuran aquí.' },
  },
  fixTitles: slotTitle,
  *check(record, context) {
    const change = scheduled(record, context);
    if (!change) return;
    const { calendar, day, range } = change;
    const [first, ...others] = calendar.vacationsFrom(day + 1);
    if (!first) return;
    const who =
      first.customer === undefined
        ? { 'who.en': 'the team', 'who.es': 'del equipo' }
        : { 'who.en': 'the customer', 'who.es': 'del cliente' };
    const args = { date: dateOf(day), from: dateOf(first.first), to: dateOf(first.last), ...who };
    const related = [first, ...others].map(({ at }) => configured(at));
    yield { message: 'eve', range, args, related, retry: nextDay(change) };
  },
});
