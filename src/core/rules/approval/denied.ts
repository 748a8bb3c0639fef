import { latestApprovals } from '../../model/parse/latestApprovals';
import { ofChange } from '../ofChange';
import { placeOf } from '../places';
import { roleArgs } from '../roleArgs';
import type { RecordRule } from '../rule';

/** `approval/denied`: what a role denied does not go on. */
export const approvalDenied: RecordRule = {
  id: 'approval/denied',
  scope: 'record',
  severity: 'error',
  appliesTo: ['change'],
  reads: ['approvals', 'status'],
  options: {},
  sources: ['A'],
  title: { en: 'Denied, and still open', es: 'Denegado y aún abierto' },
  explanation: {
    en: 'The latest decision of a role counts. When it denied the change, the change is rejected, or goes back and is decided on anew; it does not go on.',
    es: 'Cuenta la última decisión de cada rol. Si denegó el cambio, el cambio se rechaza, o vuelve atrás y se decide de nuevo; no sigue adelante.',
  },
  messages: {
    denied: {
      en: '{role} denied this change; set it to “rejected”, or have it decided on anew.',
      es: '{role} denegó este cambio; pásalo a «rechazado» o haz que se decida de nuevo.',
    },
  },
  fixTitles: {},
  check: ofChange(function* (record) {
    for (const { role, index, decision } of latestApprovals(record.data.approvals)) {
      if (decision !== 'denied') continue;
      yield {
        message: 'denied',
        range: placeOf(record, ['approvals', index, 'decision']),
        args: roleArgs('role', role),
      };
    }
  }),
};
