import { zoneFor } from '../../config/recordZone';
import { zoneOrUtc } from '../../config/workspaceConfig';
import { placeOf } from '../../findings/places';
import { unpackRange } from '../../model/text/range';
import { momentOf } from '../../model/time/dateTime';
import { localText } from '../../model/time/localText';
import { integer } from '../../model/vocabulary/fieldTypes';
import { defineRule } from '../defineRule';

const hourMs = 3_600_000;
const activeHours = 2;

/** `closure/monitoring`: after a deployment somebody watches. */
export const closureMonitoring = defineRule({
  id: 'closure/monitoring',
  scope: 'workspace',
  severity: 'info',
  needsTeam: true,
  reads: ['actual'],
  options: {
    hours: {
      type: integer,
      default: 48,
      description: { en: 'Hours after the end.', es: 'Horas tras el fin.' },
    },
  },
  sources: ['R', 'A'],
  title: { en: 'Watch after the deployment', es: 'Vigilancia tras el despliegue' },
  explanation: {
    en: 'For two hours after a deployment the team watches actively, for another day or two it keeps an eye on it, and support is on alert for whatever the users report. The hint goes away 48 hours after the end.',
    es: 'Durante las dos horas siguientes a un despliegue el equipo vigila activamente, uno o dos días más lo sigue de cerca, y soporte está alerta ante lo que comuniquen los usuarios. La indicación desaparece 48 horas después del fin.',
  },
  messages: {
    active: {
      en: 'Watch actively until {until}: it finished at {end}. Support is on alert.',
      es: 'Vigila activamente hasta el {until}: terminó el {end}. Soporte está alerta.',
    },
    after: {
      en: 'Keep an eye on it until {until}: it finished at {end}. Support is on alert.',
      es: 'Síguelo de cerca hasta el {until}: terminó el {end}. Soporte está alerta.',
    },
  },
  facts(record, { config }) {
    const end = momentOf(record.data.actual?.end, zoneFor(record, config));
    return end === undefined
      ? undefined
      : { end, at: record.lines.packedAt(placeOf(record, ['actual', 'end'])) };
  },
  *check({ end, at }, { hasPassed, option, config, summary }) {
    if (!hasPassed(end)) return;
    const watched = end + activeHours * hourMs;
    const over = end + Number(option('hours')) * hourMs;
    if (hasPassed(over)) return;
    const active = !hasPassed(watched);
    const zone = zoneOrUtc(config, summary.customer);
    const args = { end: localText(end, zone), until: localText(active ? watched : over, zone) };
    yield { message: active ? 'active' : 'after', range: unpackRange(at), args };
  },
});
