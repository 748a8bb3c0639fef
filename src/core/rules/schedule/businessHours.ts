import type { BusinessStretch } from '../../calendar/recordCalendar';
import type { Severity } from '../../findings/finding';
import type { ChangeData } from '../../model/schema/recordData';
import { localText } from '../../model/time/localText';
import { defineRule } from '../defineRule';
import { configured, scheduled } from './scheduled';
import { slotTitle } from './slotTitle';

/** `schedule/business-hours`: product code is deployed while nobody works with it. */
export const businessHours = defineRule({
  id: 'schedule/business-hours',
  severity: 'error',
  needsTeam: true,
  about: 'start',
  emergency: { warning: true },
  reads: ['schedule', 'deployment_type', 'impact', 'customer', 'environments'],
  sources: ['A'],
  title: { en: 'Window in business hours', es: 'Ventana en horario laboral' },
  explanation: {
    en: 'Product code (type 4) is deployed outside the hours in which customers work; any part of the window inside them is an error. For types 2 and 3, and for type 1 with more than low impact, it is a warning, and so it is for an emergency. Hours that say `hard` decide that themselves. Silent where the configuration gives no `business_hours`; days off have none.',
    es: 'El código de producto (tipo 4) se despliega fuera del horario en que trabajan los clientes; cualquier parte de la ventana dentro de él es un error. En los tipos 2 y 3, y en el tipo 1 con impacto mayor que bajo, es una advertencia, y también en una emergencia. Las horas que dicen `estricta` lo deciden ellas mismas. Calla si la configuración no da `horario`; los días no laborables no lo tienen.',
  },
  messages: {
    inside: {
      en: 'The window from {start} to {end} overlaps the business hours from {from} to {to}; deployments of type {type} take place outside of them.',
      es: 'La ventana del {start} al {end} se solapa con el horario laboral del {from} al {to}; los despliegues de tipo {type} se hacen fuera de él.',
    },
    configured: { en: 'The business hours are configured here.', es: 'El horario se configura aquí.' },
  },
  fixTitles: slotTitle,
  *check(record, context) {
    const change = scheduled(record, context);
    const usual = change && severityFor(change.data);
    if (!change || !(usual || change.calendar.hoursSayHowBad)) return;
    const { calendar, zone, environments, start, end, range, data } = change;
    const found = calendar.businessHoursIn(start, end, environments);
    const [hours, severity] = worstOf(found, usual);
    if (!hours || !severity) return;
    const span = { from: localText(hours.start, zone), to: localText(hours.end, zone) };
    const window = { start: localText(start, zone), end: localText(end, zone) };
    const args = { ...window, ...span, type: data.deployment_type ?? '' };
    yield { message: 'inside', range, args, severity, related: [configured(hours.at)], retry: hours.end };
  },
});

/** The first of the hours that it is worst to deploy in, and how bad that is. */
function worstOf(
  found: readonly BusinessStretch[],
  usual: Severity | undefined,
): [hours: BusinessStretch | undefined, severity: Severity | undefined] {
  const severityOf = ({ hard }: BusinessStretch): Severity | undefined =>
    hard === undefined ? usual : hard ? 'error' : 'warning';
  const hours =
    found.find((one) => severityOf(one) === 'error') ?? found.find((one) => severityOf(one) === 'warning');
  return [hours, hours && severityOf(hours)];
}

/** How bad it is for a deployment type; type 1 matters only where more than a little is at stake. */
function severityFor({ deployment_type: type, impact }: ChangeData): Severity | undefined {
  if (type === 4) return 'error';
  if (type === 2 || type === 3) return 'warning';
  return type === 1 && (impact?.level === 'medium' || impact?.level === 'high') ? 'warning' : undefined;
}
