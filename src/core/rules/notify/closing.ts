import { defineRule } from '../defineRule';
import { customerToTell, missingNotice } from './missingNotice';

/** `notify/closing`: the customer hears that everything about a change is over. */
export const notifyClosing = defineRule({
  id: 'notify/closing',
  severity: 'warning',
  needsTeam: true,
  from: 'done',
  reads: ['notifications', 'customer', 'performed_by'],
  sources: ['A'],
  title: { en: 'Closing notice not sent', es: 'Aviso de cierre sin enviar' },
  explanation: {
    en: 'The end notice says that the deployment is over. When its users were helped and nothing turned up any more, the closing notice tells the customer that the change is over as well, with its result: `changebook draft … closing` writes it. The rule is silent where no customer is named, and where the customer performs the change. The configuration can make it an error, or turn it off.',
    es: 'El aviso de fin dice que el despliegue ha terminado. Cuando se ha acompañado a los usuarios y ya no aparece nada, el aviso de cierre comunica al cliente que también ha terminado el cambio, con su resultado: `changebook draft … closing` lo escribe. La regla calla si no se nombra cliente y si el cambio lo realiza el cliente. La configuración puede convertirla en error o desactivarla.',
  },
  messages: {
    none: {
      en: 'No closing notice to {customer} is recorded; send it and add it to `notifications`.',
      es: 'No consta el aviso de cierre a {customer}; envíalo y añádelo a `notificaciones`.',
    },
  },
  *check(record, context) {
    const customer = customerToTell(record);
    const range = customer && missingNotice(record, 'closing', context);
    if (range) yield { message: 'none', range, args: { customer } };
  },
});
