import { dateOf, momentAt } from '../../model/time/zoneClock';
import { defineRule } from '../defineRule';
import { configured, scheduled } from './scheduled';
import { slotTitle } from './slotTitle';

/** As many entries as anybody reads of one finding. */
const mostPlaces = 10;

/** `schedule/freeze`: nothing is deployed during a freeze. */
export const freezeRule = defineRule({
  id: 'schedule/freeze',
  severity: 'error',
  about: 'start',
  reads: ['schedule', 'customer'],
  sources: ['S'],
  title: { en: 'Inside a freeze', es: 'Dentro de una congelación' },
  explanation: {
    en: 'During a freeze of the workspace, or of the customer, nothing is deployed: no part of the window lies on one of its days, first and last included, in the customer’s time zone. A soft freeze (without `hard: true`) is a warning.',
    es: 'Durante una congelación del espacio de trabajo, o del cliente, no se despliega nada: ninguna parte de la ventana cae en uno de sus días, incluidos el primero y el último, en la zona horaria del cliente. Una congelación blanda (sin `estricta: true`) es una advertencia.',
  },
  messages: {
    inside: {
      en: 'The window lies in the freeze from {from} to {to}{reason}; choose a day before or after it.',
      es: 'La ventana cae en la congelación del {from} al {to}{reason}; elige un día anterior o posterior.',
    },
    configured: { en: 'The freeze is configured here.', es: 'La congelación se configura aquí.' },
  },
  fixTitles: slotTitle,
  *check(record, context) {
    const change = scheduled(record, context);
    if (!change) return;
    const freezes = change.calendar.freezesIn(change.day, change.lastDay);
    // Of several the hardest is named, and all of them are shown.
    const freeze = freezes.find(({ hard }) => hard) ?? freezes[0];
    if (!freeze) return;
    const { first, last, reason } = freeze;
    const args = { from: dateOf(first), to: dateOf(last), reason: reason ? ` (${reason})` : '' };
    const places = [freeze, ...freezes.filter((other) => other !== freeze)].slice(0, mostPlaces);
    yield {
      message: 'inside',
      range: change.range,
      args,
      ...(freeze.hard ? {} : { severity: 'warning' }),
      related: places.map(({ at }) => configured(at)),
      retry: momentAt(last + 1, 0, change.zone),
    };
  },
});
