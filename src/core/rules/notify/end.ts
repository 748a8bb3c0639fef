import { goesBack } from '../../model/parse/goesBack';
import { defineRule } from '../defineRule';
import { missingNotice } from './missingNotice';

/** `notify/end`: those concerned hear that it is over. */
export const notifyEnd = defineRule({
  id: 'notify/end',
  severity: 'error',
  needsTeam: true,
  from: 'done',
  reads: ['notifications', 'outcome', 'actual'],
  sources: ['S'],
  title: { en: 'End notice not sent', es: 'Aviso de fin sin enviar' },
  explanation: {
    en: 'Those who were told of the start also hear of the end, with the address of support for whatever they notice afterwards. Of a change that was rolled back they hear by the rollback notice instead.',
    es: 'Quienes supieron del inicio saben también del fin, con los datos de soporte para lo que noten después. De un cambio revertido se enteran por el aviso de reversión.',
  },
  messages: {
    none: {
      en: 'No end notice is recorded, which goes out before a change is done; send it and add it to `notifications`.',
      es: 'No consta el aviso de fin, que sale antes de cerrar un cambio; envíalo y añádelo a `notificaciones`.',
    },
  },
  *check(record, context) {
    // That it was taken back is told by another notice.
    const range = goesBack(record.data) ? undefined : missingNotice(record, 'end', context);
    if (range) yield { message: 'none', range };
  },
});
