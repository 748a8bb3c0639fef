import { placeOf } from '../../findings/places';
import { localText } from '../../model/time/localText';
import { defineRule } from '../defineRule';
import { configured, scheduled } from '../schedule/scheduled';
import { slotTitle } from '../schedule/slotTitle';

/** `database/expensive`: what is slow on large data does not run while people work with it. */
export const databaseExpensive = defineRule({
  id: 'database/expensive',
  severity: 'warning',
  needsTeam: true,
  about: 'start',
  reads: ['database', 'schedule', 'customer', 'environments'],
  sources: ['P'],
  title: { en: 'Expensive migration in business hours', es: 'Migración costosa en horario laboral' },
  explanation: {
    en: 'A patch that takes long on a large database slows down or locks out whoever works with it. It runs outside the business hours of the configuration; without those the rule is silent.',
    es: 'Un parche que tarda en una base de datos grande frena o bloquea a quien trabaja con ella. Se ejecuta fuera del horario laboral de la configuración; sin él, la regla calla.',
  },
  messages: {
    inside: {
      en: 'The migration {migration} is expensive, and the window overlaps the business hours from {from} to {to}; choose another start.',
      es: 'La migración {migration} es costosa y la ventana se solapa con el horario laboral del {from} al {to}; elige otro inicio.',
    },
    configured: { en: 'The business hours are configured here.', es: 'El horario se configura aquí.' },
  },
  fixTitles: slotTitle,
  *check(record, context) {
    const change = scheduled(record, context);
    if (!record.data.database?.some(({ expensive }) => expensive === true)) return;
    const [hours] = change?.calendar.businessHoursIn(change.start, change.end, change.environments) ?? [];
    if (!change || !hours) return;
    for (const [index, { migration = '?', expensive }] of (change.data.database ?? []).entries()) {
      if (expensive !== true) continue;
      const span = { from: localText(hours.start, change.zone), to: localText(hours.end, change.zone) };
      const range = placeOf(record, ['database', index, 'expensive']);
      yield {
        message: 'inside',
        range,
        args: { migration, ...span },
        related: [configured(hours.at)],
        retry: hours.end,
      };
    }
  },
});
