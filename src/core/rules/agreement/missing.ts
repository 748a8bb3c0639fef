import { productionEnvironments } from '../../config/environments';
import { gapIn } from '../../findings/places';
import { defineRule } from '../defineRule';

/** `agreement/missing`: the customer agrees to what happens in production. */
export const agreementMissing = defineRule({
  id: 'agreement/missing',
  severity: 'error',
  needsTeam: true,
  waivable: false,
  from: 'to_be_released',
  emergency: { from: 'done' },
  reads: ['agreement', 'environments', 'performed_by', 'customer'],
  sources: ['A', 'S', 'M'],
  title: { en: 'No agreement of the customer', es: 'Sin conformidad del cliente' },
  explanation: {
    en: 'Before a change goes to production the customer agrees to it and to its start, or somebody accepts the risk in writing. A change that the customer performs needs no agreement. Which environments count as production is in the customer’s file, else in `environments` of `config.yaml`, else in their names: PRO, PRD, prod-eu, live; `show` says which do, and why. Emergencies may be agreed on afterwards, before they are done.',
    es: 'Antes de que un cambio llegue a producción el cliente da su conformidad, también con la hora, o alguien acepta el riesgo por escrito. Un cambio que realiza el cliente no la necesita. Qué entornos cuentan como producción está en el fichero del cliente, si no en `entornos` de `config.yaml`, si no en su nombre: PRO, PRD, prod-eu, live; `show` dice cuáles cuentan y por qué. En una emergencia la conformidad puede llegar después, antes de cerrarla.',
  },
  messages: {
    missing: {
      en: 'This change goes to {environments} and nobody agreed to it; add `agreement` with `by`, `at` and the `start` agreed on, or `risk_accepted_by` with a reason.',
      es: 'Este cambio va a {environments} y nadie ha dado su conformidad; añade `conformidad` con `por`, `fecha` y el `inicio` acordado, o `riesgo_aceptado_por` con un motivo.',
    },
  },
  *check(record, context) {
    const { agreement, performed_by } = record.data;
    if (performed_by === 'customer' || agreement?.by || agreement?.risk_accepted_by) return;
    const production = productionEnvironments(record.data, context.config);
    if (production.length === 0) return;
    const args = { environments: production.join(', ') };
    yield { message: 'missing', range: gapIn(record, ['agreement']), args };
  },
});
