import { zoneFor } from '../../config/recordZone';
import { placeOf } from '../../findings/places';
import { durationMinutes } from '../../model/time/duration';
import { scheduledMinutes } from '../../model/time/scheduledMinutes';
import { integer } from '../../model/vocabulary/fieldTypes';
import { defineRule } from '../defineRule';
import type { RuleOption } from '../rule';

/** Minutes that each deployment type may take the service down, by A. */
const minutesByType = { 1: 0, 2: 0, 3: 10, 4: 60 } as const;

function limitOption(type: keyof typeof minutesByType): RuleOption {
  return {
    type: integer,
    default: minutesByType[type],
    allowance: true,
    description: {
      en: `Minutes of outage that a deployment of type ${type} may have.`,
      es: `Minutos de corte que puede tener un despliegue de tipo ${type}.`,
    },
  };
}

/** `schedule/outage-limit`: the service is down no longer than the deployment type allows. */
export const outageLimit = defineRule({
  id: 'schedule/outage-limit',
  severity: 'error',
  needsTeam: true,
  about: 'start',
  reads: ['schedule', 'deployment_type'],
  options: { type_1: limitOption(1), type_2: limitOption(2), type_3: limitOption(3), type_4: limitOption(4) },
  sources: ['A'],
  title: { en: 'Planned outage too long', es: 'Corte previsto demasiado largo' },
  explanation: {
    en: 'Deployments of types 1 and 2 take no service down, those of type 3 for ten minutes and those of type 4 for an hour at most; and no outage lasts longer than its window.',
    es: 'Los despliegues de los tipos 1 y 2 no cortan el servicio, los del tipo 3 como mucho diez minutos y los del tipo 4 una hora; y ningún corte dura más que su ventana.',
  },
  messages: {
    type: {
      en: 'An outage of {outage} {outage|minute|minutes} is planned, and deployments of type {type} may have {limit}; shorten it, or change the type.',
      es: 'Se prevé un corte de {outage} {outage|minuto|minutos} y los despliegues de tipo {type} admiten {limit}; acórtalo o cambia el tipo.',
    },
    window: {
      en: 'An outage of {outage} {outage|minute|minutes} is planned in a window of {limit}; shorten it, or lengthen the window.',
      es: 'Se prevé un corte de {outage} {outage|minuto|minutos} en una ventana de {limit}; acórtalo o alarga la ventana.',
    },
  },
  *check(record, context) {
    const { schedule, deployment_type: type } = record.data;
    const outage = durationMinutes(schedule?.outage ?? '');
    if (outage === undefined) return;
    const window = scheduledMinutes(schedule, zoneFor(record, context.config)) ?? Number.POSITIVE_INFINITY;
    const allowed = type === undefined ? Number.POSITIVE_INFINITY : Number(context.option(`type_${type}`));
    const limit = Math.min(window, allowed);
    if (outage <= limit) return;
    const args = { outage, limit, type: type ?? '' };
    const range = placeOf(record, ['schedule', 'outage']);
    yield { message: allowed <= window ? 'type' : 'window', range, args };
  },
});
