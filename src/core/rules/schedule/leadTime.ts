import { momentOf } from '../../model/time/dateTime';
import { localText } from '../../model/time/localText';
import { integer } from '../../model/vocabulary/fieldTypes';
import { defineRule } from '../defineRule';
import { scheduled } from './scheduled';
import { slotTitle } from './slotTitle';

const hourMs = 3_600_000;
/** A year; more would lead out of the calendar. */
const mostHours = 8784;

/** `schedule/lead-time`: a change is requested long enough before it starts. */
export const leadTime = defineRule({
  id: 'schedule/lead-time',
  severity: 'error',
  needsTeam: true,
  about: 'start',
  emergency: { off: true },
  reads: ['schedule', 'requested_at', 'change_type'],
  options: {
    hours: {
      type: integer,
      default: 48,
      description: {
        en: 'Hours that must pass between the request and the start.',
        es: 'Horas que deben pasar entre la solicitud y el inicio.',
      },
    },
  },
  sources: ['A'],
  title: { en: 'Requested too late', es: 'Solicitado con poca antelación' },
  explanation: {
    en: 'A deployment needs time to be prepared, reviewed and announced: it is requested (`requested_at`) at least 48 hours before its start, weekends and nights included. An emergency does not wait.',
    es: 'Un despliegue necesita tiempo para prepararse, revisarse y anunciarse: se solicita (`solicitado`) al menos 48 horas antes de su inicio, contando noches y fines de semana. Una emergencia no espera.',
  },
  messages: {
    short: {
      en: 'Requested {given} {given|hour|hours} before the start, and {hours} {hours|is|are} needed; start at {earliest} or later.',
      es: 'Solicitado {given} {given|hora|horas} antes del inicio y {hours|hace|hacen} falta {hours}; empieza el {earliest} o después.',
    },
    after: {
      en: 'Requested after the start, and {hours} {hours|hour before it is|hours before it are} needed; start at {earliest} or later.',
      es: 'Solicitado después del inicio y {hours|hace|hacen} falta {hours} {hours|hora|horas} antes; empieza el {earliest} o después.',
    },
  },
  fixTitles: slotTitle,
  *check(record, context) {
    const change = scheduled(record, context);
    if (!change) return;
    const requested = momentOf(change.data.requested_at, change.zone);
    const hours = Math.min(Number(context.option('hours')), mostHours);
    if (requested === undefined || change.start - requested >= hours * hourMs) return;
    const earliest = requested + hours * hourMs;
    // Rounded down, so that 47 hours and 59 minutes never read as enough.
    const given = Math.floor(((change.start - requested) / hourMs) * 10) / 10;
    const args = { given, hours, earliest: localText(earliest, change.zone) };
    yield { message: given < 0 ? 'after' : 'short', range: change.range, args, retry: earliest };
  },
});
