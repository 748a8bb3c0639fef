import { goesBack } from '../../model/parse/goesBack';
import { defineRule } from '../defineRule';
import { missingNotice } from './missingNotice';

/** `notify/rollback`: those concerned hear that it was taken back. */
export const notifyRollback = defineRule({
  id: 'notify/rollback',
  severity: 'error',
  needsTeam: true,
  from: 'done',
  reads: ['notifications', 'outcome', 'actual'],
  title: { en: 'Rollback notice not sent', es: 'Aviso de reversión sin enviar' },
  explanation: {
    en: 'Where a deployment was rolled back, those who were told of its start hear that the previous version is in service again. That notice stands in place of the end notice, which a change that was rolled back does not need.',
    es: 'Si un despliegue se ha revertido, quienes supieron de su inicio saben que vuelve a estar en servicio la versión anterior. Ese aviso ocupa el lugar del aviso de fin, que un cambio revertido no necesita.',
  },
  messages: {
    none: {
      en: 'The change was rolled back and no rollback notice was recorded; send it and add it to `notifications`.',
      es: 'El cambio se ha revertido y no consta el aviso de reversión; envíalo y añádelo a `notificaciones`.',
    },
  },
  *check(record, context) {
    const range = goesBack(record.data) ? missingNotice(record, 'rollback', context) : undefined;
    if (range) yield { message: 'none', range };
  },
});
