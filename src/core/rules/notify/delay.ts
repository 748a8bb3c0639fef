import { zoneFor } from '../../config/recordZone';
import { zoneOrUtc } from '../../config/workspaceConfig';
import { gapIn } from '../../findings/places';
import { unpackRange } from '../../model/text/range';
import { momentOf } from '../../model/time/dateTime';
import { localText } from '../../model/time/localText';
import { defineRule } from '../defineRule';

/** `notify/delay`: those concerned hear that it takes longer. */
export const notifyDelay = defineRule({
  id: 'notify/delay',
  scope: 'workspace',
  severity: 'warning',
  needsTeam: true,
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
  facts(record, { config, summary: { stage, status, change } }) {
    const { start = 0, end } = change ?? {};
    if (stage !== 'releasing' || status === 'on_hold' || end === undefined) return undefined;
    const zone = zoneFor(record, config);
    // A notice of an earlier attempt says nothing about this window.
    const isSent = record.data.notifications?.some(
      ({ kind, at }) => kind === 'delay' && (momentOf(at, zone) ?? end) >= start,
    );
    return isSent ? undefined : { end, at: record.lines.packedAt(gapIn(record, ['notifications'])) };
  },
  *check({ end, at }, { hasPassed, config, summary }) {
    if (!hasPassed(end + 1)) return;
    const zone = zoneOrUtc(config, summary.customer);
    yield { message: 'late', range: unpackRange(at), args: { end: localText(end, zone) } };
  },
});
