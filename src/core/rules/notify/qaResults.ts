import { gapIn } from '../../findings/places';
import { defineRule } from '../defineRule';
import { isUnsure } from '../isUnsure';

/** `notify/qa-results`: the customer hears how the tests went. */
export const notifyQaResults = defineRule({
  id: 'notify/qa-results',
  severity: 'warning',
  needsTeam: true,
  from: 'done',
  reads: ['notifications', 'tests', 'customer', 'performed_by'],
  sources: ['A'],
  title: { en: 'Test results not sent to the customer', es: 'Resultados de pruebas sin enviar al cliente' },
  explanation: {
    en: 'The results of our own tests go to the customer, whatever they are, before the change is done: `changebook draft … qa_results` writes that notice. The rule is silent where no customer is named or no results are (`tests/results` asks for those), and where the customer performs the change. The configuration can make it an error, or turn it off.',
    es: 'Los resultados de nuestras pruebas llegan al cliente, sean cuales sean, antes de cerrar el cambio: `changebook draft … qa_results` escribe ese aviso. La regla calla si no se nombra cliente o no hay resultados (los pide `tests/results`) y si el cambio lo realiza el cliente. La configuración puede convertirla en error o desactivarla.',
  },
  messages: {
    none: {
      en: 'The test results ({passed} of {total} passed) were not sent to {customer}; send the notice `qa_results` and add it to `notifications`.',
      es: 'Los resultados de las pruebas ({passed} de {total} superadas) no se han enviado a {customer}; envía el aviso `resultados_qa` y añádelo a `notificaciones`.',
    },
  },
  *check(record, context) {
    const { customer, performed_by, notifications, tests: { passed, total } = {} } = record.data;
    if (!customer || performed_by === 'customer' || passed === undefined || total === undefined) return;
    if (notifications?.some(({ kind }) => kind === 'qa_results')) return;
    if (isUnsure(record, ['notifications'], context)) return;
    const args = { passed, total, customer };
    yield { message: 'none', range: gapIn(record, ['notifications']), args };
  },
});
