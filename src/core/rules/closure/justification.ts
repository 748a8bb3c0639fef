import { placeOf } from '../../findings/places';
import { saysSomething } from '../../model/text/saysSomething';
import { changeStatusChoice } from '../../model/vocabulary/choices';
import { choice } from '../../model/vocabulary/fieldTypes';
import { defineRule } from '../defineRule';

const { to_be_released, releasing, in_testing, done } = changeStatusChoice.choices;
/** From when on it can be asked for, the strictest first. */
const moments = { to_be_released, releasing, in_testing, done };

/** `closure/justification`: an emergency says why the usual way could not be followed. */
export const closureJustification = defineRule({
  id: 'closure/justification',
  severity: 'error',
  from: 'done',
  fromOption: 'from',
  reads: ['justification', 'change_type'],
  options: {
    from: {
      type: choice(moments),
      default: 'done',
      strictestFirst: Object.keys(moments),
      description: {
        en: 'The state from which it is asked for: `to_be_released`, `releasing`, `in_testing` or `done`.',
        es: 'El estado desde el que se pide: `por_desplegar`, `desplegando`, `en_pruebas` o `cerrado`.',
      },
    },
  },
  sources: ['M'],
  title: { en: 'Emergency without a justification', es: 'Emergencia sin justificación' },
  explanation: {
    en: 'An emergency is deployed with one approval, without lead time and before the customer agrees. Before it is done it says in `justification` why the usual way could not be followed; with `from: releasing` before it is deployed. It may be written after an approval, which still counts. Approvals that are given once it stands there cover it, so that nobody rewrites it unseen.',
    es: 'Una emergencia se despliega con una aprobación, sin antelación y antes de la conformidad del cliente. Antes de cerrarse dice en `justificacion` por qué no se pudo seguir la vía habitual; con `from: desplegando`, antes de desplegarse. Puede escribirse después de una aprobación, que sigue contando. Las aprobaciones que se dan cuando ya está escrita la cubren, y así nadie la reescribe sin que se vea.',
  },
  messages: {
    none: {
      en: 'This emergency does not say why the usual way could not be followed; add `justification`.',
      es: 'Esta emergencia no dice por qué no se pudo seguir la vía habitual; añade `justificacion`.',
    },
  },
  *check(record) {
    const { change_type, justification } = record.data;
    if (change_type !== 'emergency' || saysSomething(justification)) return;
    yield { message: 'none', range: placeOf(record, ['change_type']) };
  },
});
