import { unpackRange } from '../../model/text/range';
import { integer } from '../../model/vocabulary/fieldTypes';
import { ofChangeFacts } from '../ofChange';
import type { WorkspaceRule } from '../rule';

/** `closure/monitoring`: after a deployment somebody watches. */
export const closureMonitoring: WorkspaceRule = {
  id: 'closure/monitoring',
  scope: 'workspace',
  severity: 'info',
  appliesTo: ['change'],
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
      en: 'Finished {minutes} minutes ago: watch actively for two hours; support is on alert.',
      es: 'Terminó hace {minutes} minutos: vigila activamente dos horas; soporte está alerta.',
    },
    after: {
      en: 'Finished {hours} hours ago: keep an eye on it for a day or two; support is on alert.',
      es: 'Terminó hace {hours} horas: síguelo de cerca uno o dos días; soporte está alerta.',
    },
  },
  fixTitles: {},
  check: ofChangeFacts(function* ({ actualEnd, at }, { now, option }) {
    if (actualEnd === undefined || !at.actual || now < actualEnd) return;
    const minutes = Math.floor((now - actualEnd) / 60_000);
    if (minutes >= Number(option('hours')) * 60) return;
    const range = unpackRange(at.actual);
    if (minutes < 120) yield { message: 'active', range, args: { minutes } };
    else yield { message: 'after', range, args: { hours: Math.floor(minutes / 60) } };
  }),
};
