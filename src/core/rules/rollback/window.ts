import { zoneFor } from '../../config/recordZone';
import { placeOf } from '../../findings/places';
import { durationMinutes } from '../../model/time/duration';
import { scheduledMinutes } from '../../model/time/scheduledMinutes';
import { defineRule } from '../defineRule';

/** `rollback/window`: going back fits into the window as well. */
export const rollbackWindow = defineRule({
  id: 'rollback/window',
  severity: 'warning',
  eachWindow: true,
  reads: ['rollback', 'schedule'],
  title: { en: 'Rolling back does not fit', es: 'La reversión no cabe' },
  explanation: {
    en: 'What is left of the window after the planned outage must be enough to go back. Otherwise the decision to roll back comes when the window is over.',
    es: 'Lo que queda de la ventana tras el corte previsto debe bastar para la reversión. Si no, la decisión de revertir llega cuando la ventana ya ha terminado.',
  },
  messages: {
    long: {
      en: 'Rolling back takes {duration} {duration|minute|minutes}, but after the outage only {left} of the window’s {window} {left|is|are} left; make the window longer.',
      es: 'La reversión lleva {duration} {duration|minuto|minutos}, pero tras el corte solo {left|queda|quedan} {left} de los {window} de la ventana; alárgala.',
    },
  },
  *check(record, { config }) {
    const { schedule, rollback } = record.data;
    const window = scheduledMinutes(schedule, zoneFor(record, config));
    const duration = durationMinutes(rollback?.duration ?? '');
    if (window === undefined || duration === undefined) return;
    const left = Math.max(0, window - (durationMinutes(schedule?.outage ?? '') ?? 0));
    if (duration <= left) return;
    yield {
      message: 'long',
      range: placeOf(record, ['rollback', 'duration']),
      args: { duration, left, window },
    };
  },
});
