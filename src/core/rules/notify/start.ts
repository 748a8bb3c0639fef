import { defineRule } from '../defineRule';
import { missingNotice } from './missingNotice';

/** `notify/start`: those concerned hear that it begins. */
export const notifyStart = defineRule({
  id: 'notify/start',
  severity: 'error',
  needsTeam: true,
  from: 'releasing',
  emergency: { from: 'done' },
  reads: ['notifications'],
  sources: ['S'],
  title: { en: 'Start notice not sent', es: 'Aviso de inicio sin enviar' },
  explanation: {
    en: 'Those who are concerned hear that a deployment begins. The record keeps that the notice went out, when, how and by whom. An emergency tells them as soon as it can, before it is done.',
    es: 'Las partes afectadas saben cuándo empieza un despliegue. El registro guarda que el aviso salió, cuándo, cómo y por quién. En una emergencia se avisa en cuanto se puede, antes de cerrarla.',
  },
  messages: {
    none: {
      en: 'No start notice is recorded, which goes out when the deployment begins; send it and add it to `notifications`.',
      es: 'No consta el aviso de inicio, que sale al empezar el despliegue; envíalo y añádelo a `notificaciones`.',
    },
  },
  *check(record, context) {
    const range = missingNotice(record, 'start', context);
    if (range) yield { message: 'none', range };
  },
});
