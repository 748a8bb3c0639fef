import { approvalsIn, approvalsPath } from '../../approvals/approvalsIn';
import { zoneFor } from '../../config/recordZone';
import { placeOf } from '../../findings/places';
import { latestApprovals } from '../../model/parse/latestApprovals';
import { roleArgs } from '../../model/vocabulary/roleArgs';
import { defineRule } from '../defineRule';

/** `approval/denied`: what a role denied does not go on. */
export const approvalDenied = defineRule({
  id: 'approval/denied',
  severity: 'error',
  appliesTo: ['change', 'procedure'],
  waivable: false,
  reads: ['approvals', 'status'],
  sources: ['A'],
  title: { en: 'Denied, and still open', es: 'Denegado y aún abierto' },
  explanation: {
    en: 'The latest decision of a role counts, by its time, wherever it stands in the list; at equal times the denial, which also counts where it has no time. When it denied the change, the change is rejected, or goes back and is decided on anew; it does not go on.',
    es: 'Cuenta la última decisión de cada rol por su fecha, esté donde esté en la lista; a igual fecha, la denegación, que también cuenta sin fecha. Si denegó el cambio, el cambio se rechaza, o vuelve atrás y se decide de nuevo; no sigue adelante.',
  },
  messages: {
    denied: {
      en: 'This change was denied as {role}; set it to “rejected”, or have it decided on anew.',
      es: 'Este cambio se denegó como {role}; pásalo a «rechazado» o haz que se decida de nuevo.',
    },
    reviewed: {
      en: '{by} asked for changes in a review, as {role} ({review}); set the change to “rejected”, or have it reviewed anew.',
      es: '{by} pidió cambios en una revisión, como {role} ({review}); pasa el cambio a «rechazado» o haz que se revise de nuevo.',
    },
    standard: {
      en: 'This procedure was denied as {role}, so that its changes are no standard ones; take `standard` out, or have it decided on anew.',
      es: 'Este procedimiento se denegó como {role}, así que sus cambios no son estándar; quita `estandar` o haz que se decida de nuevo.',
    },
  },
  *check(record, { config }) {
    const approvals = approvalsIn(record) ?? [];
    for (const { role, index, by, decision } of latestApprovals(approvals, zoneFor(record, config))) {
      if (decision !== 'denied') continue;
      const approval = approvals[index];
      const isReview = approval !== undefined && record.reviewed?.has(approval) === true;
      const own = isReview ? 'reviewed' : 'denied';
      yield {
        message: record.type === 'procedure' ? 'standard' : own,
        range: placeOf(record, [...approvalsPath(record), index, 'decision']),
        args: { ...roleArgs('role', role), ...(isReview ? { by, review: approval.review ?? '—' } : {}) },
      };
    }
  },
});
