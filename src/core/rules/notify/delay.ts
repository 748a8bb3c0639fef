import { zoneOf } from '../../config/workspaceConfig';
import { unpackRange } from '../../model/text/range';
import { localText } from '../../model/time/localText';
import { defineRule } from '../defineRule';
import { ofChangeFacts } from '../ofChange';

/** `notify/delay`: those concerned hear that it takes longer. */
export const notifyDelay = defineRule({
  id: 'notify/delay',
  scope: 'workspace',
  severity: 'warning',
  reads: ['schedule', 'actual', 'notifications', 'status'],
  sources: ['S'],
  title: { en: 'Delay notice not sent', es: 'Aviso de demora sin enviar' },
  explanation: {
    en: 'A deployment that is still going on when its window is over is late. Those who were told of the start hear of it, before they ask.',
    es: 'Un despliegue que sigue en marcha cuando su ventana ha terminado va con retraso. Quienes supieron del inicio lo saben antes de preguntar.',
  },
  messages: {
    late: {
      en: 'The window was over at {end} and the change is still releasing; send the delay notice and add it to `notifications`.',
      es: 'La ventana terminó el {end} y el cambio sigue desplegándose; envía el aviso de demora y añádelo a `notificaciones`.',
    },
  },
  check: ofChangeFacts(function* (
    { end, start, notices, at },
    { hasPassed, config },
    { stage, status, customer },
  ) {
    if (
      stage !== 'releasing' ||
      status === 'on_hold' ||
      end === undefined ||
      !hasPassed(end + 1) ||
      !at.notifications
    )
      return;
    // A notice of an earlier attempt says nothing about this window.
    if (notices.some(({ kind, at: sent }) => kind === 'delay' && (sent ?? end) >= (start ?? 0))) return;
    const zone = zoneOf(config, customer) ?? 'UTC';
    yield { message: 'late', range: unpackRange(at.notifications), args: { end: localText(end, zone) } };
  }),
});
