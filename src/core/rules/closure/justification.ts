import { placeOf } from '../../findings/places';
import { defineRule } from '../defineRule';

/** `closure/justification`: an emergency says why the usual way could not be followed. */
export const closureJustification = defineRule({
  id: 'closure/justification',
  severity: 'error',
  from: 'done',
  reads: ['justification', 'change_type'],
  sources: ['M'],
  title: { en: 'Emergency without a justification', es: 'Emergencia sin justificación' },
  explanation: {
    en: 'An emergency is deployed with one approval, without lead time and before the customer agrees. Before it is done it says in `justification` why the usual way could not be followed. It may be written after the approvals: they do not cover it.',
    es: 'Una emergencia se despliega con una aprobación, sin antelación y antes de la conformidad del cliente. Antes de cerrarse dice en `justificacion` por qué no se pudo seguir la vía habitual. Puede escribirse después de las aprobaciones, que no la cubren.',
  },
  messages: {
    none: {
      en: 'This emergency does not say why the usual way could not be followed; add `justification`.',
      es: 'Esta emergencia no dice por qué no se pudo seguir la vía habitual; añade `justificacion`.',
    },
  },
  *check(record) {
    const { change_type, justification } = record.data;
    if (change_type !== 'emergency' || justification?.trim()) return;
    yield { message: 'none', range: placeOf(record, ['change_type']) };
  },
});
