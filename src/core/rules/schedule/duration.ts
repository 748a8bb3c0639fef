import { placeOf } from '../../findings/places';
import { progressSteps, relevantSteps } from '../../model/parse/stepGates';
import { durationMinutes, minutesText } from '../../model/time/duration';
import { defineRule } from '../defineRule';

/** `schedule/duration`: the steps fit into the window. */
export const duration = defineRule({
  id: 'schedule/duration',
  severity: 'warning',
  lasts: 'open',
  reads: ['schedule'],
  title: { en: 'Steps longer than the window', es: 'Pasos más largos que la ventana' },
  explanation: {
    en: 'Steps may say how long they take: `<!-- step: backup takes=10m -->`. What those of the checklist take together fits into the window, since they are done one after the other in it. Steps that do not apply, optional ones and those of the rollback do not count; those of the rollback count instead of the others where the change was rolled back.',
    es: 'Los pasos pueden decir cuánto duran: `<!-- paso: respaldo dura=10m -->`. Lo que duran juntos los de la lista cabe en la ventana, porque en ella se hacen uno tras otro. No cuentan los que no se aplican, los opcionales ni los de la reversión; estos cuentan en lugar de los demás cuando el cambio se revirtió.',
  },
  messages: {
    long: {
      en: 'The steps take {takes} together, and the window has {window}; lengthen it, or do some of them before.',
      es: 'Los pasos duran {takes} en total y la ventana tiene {window}; alárgala o haz alguno antes.',
    },
  },
  *check(record) {
    const window = durationMinutes(record.data.schedule?.duration ?? '');
    if (window === undefined) return;
    const takes = progressSteps(relevantSteps(record)).reduce((sum, step) => sum + (step.takes ?? 0), 0);
    if (takes <= window) return;
    const args = { takes: minutesText(takes), window: minutesText(window) };
    yield { message: 'long', range: placeOf(record, ['schedule', 'duration']), args };
  },
});
