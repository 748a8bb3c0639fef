import { defineRule } from '../defineRule';
import { customerToTell, missingNotice } from './missingNotice';

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
    const { passed, total } = record.data.tests ?? {};
    const customer = customerToTell(record);
    if (!customer || passed === undefined || total === undefined) return;
    const range = missingNotice(record, 'qa_results', context);
    if (range) yield { message: 'none', range, args: { passed, total, customer } };
  },
});
