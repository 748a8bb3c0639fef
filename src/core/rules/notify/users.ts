import { zoneFor } from '../../config/recordZone';
import { gapIn } from '../../findings/places';
import { momentOf } from '../../model/time/dateTime';
import { durationMinutes } from '../../model/time/duration';
import { integer } from '../../model/vocabulary/fieldTypes';
import { defineRule } from '../defineRule';
import { isUnsure } from '../isUnsure';

/** `notify/users`: users learn of an outage the day before. */
export const notifyUsers = defineRule({
  id: 'notify/users',
  severity: 'warning',
  needsTeam: true,
  from: 'releasing',
  reads: ['notifications', 'schedule'],
  options: {
    hours: {
      type: integer,
      default: 24,
      description: { en: 'Hours before the start.', es: 'Horas antes del inicio.' },
    },
  },
  sources: ['P', 'A'],
  title: { en: 'Users were not told of the outage in time', es: 'Usuarios sin avisar del corte a tiempo' },
  explanation: {
    en: 'People plan around an outage when they hear of it in time: a notice to users (by mail or as a banner) went out at least a day before the window.',
    es: 'La gente se organiza en torno a un corte si se entera a tiempo: un aviso a los usuarios (por correo o en la aplicación) salió al menos un día antes de la ventana.',
  },
  messages: {
    none: {
      en: 'An outage of {outage} {outage|minute|minutes}, and no notice to users was sent at least {hours} {hours|hour|hours} before the start.',
      es: 'Un corte de {outage} {outage|minuto|minutos} y ningún aviso a los usuarios enviado al menos {hours} {hours|hora|horas} antes del inicio.',
    },
  },
  *check(record, context) {
    const { schedule, notifications = [] } = record.data;
    const outage = durationMinutes(schedule?.outage ?? '') ?? 0;
    if (outage === 0 || isUnsure(record, ['notifications'], context)) return;
    const zone = zoneFor(record, context.config);
    const start = momentOf(schedule?.start, zone) ?? Number.POSITIVE_INFINITY;
    const hours = Number(context.option('hours'));
    const inTime = notifications.some(({ kind, at }) => {
      const sent = momentOf(at, zone);
      return (
        (kind === 'users' || kind === 'banner') && sent !== undefined && sent <= start - hours * 3_600_000
      );
    });
    if (!inTime) yield { message: 'none', range: gapIn(record, ['notifications']), args: { outage, hours } };
  },
});
