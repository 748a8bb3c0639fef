import { placeOf } from '../../findings/places';
import { saysSomething } from '../../model/text/saysSomething';
import { defineRule } from '../defineRule';

/** `hold/reason`: what waits says why. */
export const holdReason = defineRule({
  id: 'hold/reason',
  severity: 'error',
  reads: ['hold', 'status'],
  sources: ['M'],
  title: { en: 'On hold without a reason', es: 'En espera sin motivo' },
  explanation: {
    en: 'A change that is put aside stays in everybody’s queue. Without a reason nobody knows what it waits for, and without the state that it came from nobody knows where it returns to.',
    es: 'Un cambio aplazado sigue en la cola de todos. Sin motivo nadie sabe a qué espera, y sin el estado del que viene nadie sabe a dónde vuelve.',
  },
  messages: {
    reason: {
      en: 'This change is on hold without a reason; add `hold.reason`.',
      es: 'Este cambio está en espera sin motivo; añade `espera.motivo`.',
    },
  },
  *check(record) {
    if (record.data.status !== 'on_hold' || saysSomething(record.data.hold?.reason)) return;
    yield { message: 'reason', range: placeOf(record, ['hold', 'reason']) };
  },
});
