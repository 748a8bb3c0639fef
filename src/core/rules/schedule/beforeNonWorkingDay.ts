import { dateOf } from '../../model/time/zoneClock';
import { defineRule } from '../defineRule';
import { configured, nextDay, scheduled } from './scheduled';
import { slotTitle } from './slotTitle';

/** `schedule/before-non-working-day`: nothing starts when nobody works the next day. */
export const beforeNonWorkingDay = defineRule({
  id: 'schedule/before-non-working-day',
  severity: 'error',
  needsTeam: true,
  about: 'start',
  emergency: { warning: true },
  reads: ['schedule', 'customer', 'environments'],
  sources: ['S'],
  title: { en: 'Start the day before a day off', es: 'Inicio la víspera de un día no laborable' },
  explanation: {
    en: 'What goes wrong on the eve of a weekend, a public holiday of the customer (else of the workspace) or another day off is noticed when nobody is there to repair it. A change may start *on* such a day, when nobody is disturbed, but not on a working day before it. For an emergency it is a warning, and so it is before a day off with `hard: false`.',
    es: 'Lo que falla la víspera de un fin de semana, de un festivo del cliente (o, si no lo indica, del espacio de trabajo) o de otro día no laborable se nota cuando no hay quien lo arregle. Un cambio puede empezar *en* un día así, cuando no molesta a nadie, pero no en el día laborable anterior. En una emergencia es una advertencia, y también la víspera de un día con `estricta: false`.',
  },
  messages: {
    eve: {
      en: 'The window starts on {date}, the day before a day off ({next}, {name}); choose another day.',
      es: 'La ventana empieza el {date}, víspera de un día no laborable ({next}, {name}); elige otro día.',
    },
    configured: { en: 'The day off comes from here.', es: 'El día no laborable viene de aquí.' },
  },
  fixTitles: slotTitle,
  *check(record, context) {
    const change = scheduled(record, context);
    if (!change) return;
    const { calendar, day, environments, range } = change;
    const next = calendar.dayOff(day + 1, environments);
    if (!next || calendar.dayOff(day, environments)) return;
    const names = { 'name.en': next.name.en, 'name.es': next.name.es };
    const args = { date: dateOf(day), next: dateOf(day + 1), ...names };
    const related = next.at ? [configured(next.at)] : [];
    const severity = next.hard === undefined ? undefined : next.hard ? 'error' : 'warning';
    yield { message: 'eve', range, args, related, retry: nextDay(change), ...(severity ? { severity } : {}) };
  },
});
