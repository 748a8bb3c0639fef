import { dateOf, weekdayOf } from '../../model/time/zoneClock';
import { defineRule } from '../defineRule';
import { nextDay, scheduled } from './scheduled';
import { slotTitle } from './slotTitle';

const friday = 4;

/** `schedule/friday`: nothing starts on the last working day before a weekend. */
export const fridayRule = defineRule({
  id: 'schedule/friday',
  severity: 'error',
  needsTeam: true,
  about: 'start',
  emergency: { warning: true },
  reads: ['schedule', 'customer'],
  sources: ['S'],
  title: { en: 'Start on a Friday', es: 'Inicio en viernes' },
  explanation: {
    en: 'What goes wrong on a Friday is noticed when hardly anybody is there to repair it. A change does not start on a Friday in the customer’s time zone; for an emergency it is a warning.',
    es: 'Lo que falla un viernes se nota cuando apenas hay quien lo arregle. Un cambio no empieza en viernes en la zona horaria del cliente; en una emergencia es una advertencia.',
  },
  messages: {
    friday: {
      en: 'The window starts on Friday {date}; choose a day from Monday to Thursday.',
      es: 'La ventana empieza el viernes {date}; elige un día de lunes a jueves.',
    },
  },
  fixTitles: slotTitle,
  *check(record, context) {
    const change = scheduled(record, context);
    if (!change || weekdayOf(change.day) !== friday) return;
    const args = { date: dateOf(change.day) };
    yield { message: 'friday', range: change.range, args, retry: nextDay(change) };
  },
});
