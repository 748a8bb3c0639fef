import { zoneFor } from '../../config/recordZone';
import { placeOf } from '../../findings/places';
import { momentOf } from '../../model/time/dateTime';
import { defineRule } from '../defineRule';

/** `agreement/stale`: the start is the one that was agreed on. */
export const agreementStale = defineRule({
  id: 'agreement/stale',
  severity: 'error',
  waivable: false,
  reads: ['agreement', 'schedule'],
  sources: ['S'],
  title: { en: 'Another start than the one agreed on', es: 'Otro inicio que el acordado' },
  explanation: {
    en: 'The customer agrees to a time. When the window moves afterwards, the agreement no longer says anything about it and has to be asked for anew.',
    es: 'El cliente da su conformidad a una hora. Si después se mueve la ventana, la conformidad ya no dice nada de ella y hay que pedirla de nuevo.',
  },
  messages: {
    moved: {
      en: '{by} agreed to {agreed}, but the window now starts at {start}; ask for agreement anew.',
      es: '{by} dio su conformidad para el {agreed}, pero la ventana empieza ahora el {start}; pide la conformidad de nuevo.',
    },
    start: { en: 'The start as it is now.', es: 'El inicio tal como está ahora.' },
  },
  *check(record, context) {
    const { agreement, schedule } = record.data;
    const zone = zoneFor(record, context.config);
    const agreed = momentOf(agreement?.start, zone);
    const start = momentOf(schedule?.start, zone);
    if (agreed === undefined || start === undefined || agreed === start) return;
    const args = { by: agreement?.by ?? '?', agreed: agreement?.start ?? '', start: schedule?.start ?? '' };
    const related = [{ range: placeOf(record, ['schedule', 'start']), message: 'start' }];
    yield { message: 'moved', range: placeOf(record, ['agreement', 'start']), args, related };
  },
});
