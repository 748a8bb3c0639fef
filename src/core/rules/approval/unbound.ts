import { approvalsIn, approvalsPath } from '../../approvals/approvalsIn';
import { missingApprovalParts } from '../../approvals/missingApprovalParts';
import { zoneFor } from '../../config/recordZone';
import { given, placeOf } from '../../findings/places';
import { latestApprovals } from '../../model/parse/latestApprovals';
import { approvalFields } from '../../model/vocabulary/changeParts';
import { roleArgs } from '../../model/vocabulary/roleArgs';
import { defineRule } from '../defineRule';

/** `approval/unbound`: an approval says who gave it, when, and what exactly was approved. */
export const approvalUnbound = defineRule({
  id: 'approval/unbound',
  severity: 'warning',
  appliesTo: ['change', 'procedure'],
  waivable: false,
  errorFrom: 'to_be_released',
  reads: ['approvals'],
  title: { en: 'Approval that is incomplete', es: 'Aprobación incompleta' },
  explanation: {
    en: 'An approval says who gave it (`by`), when (`at`), and of what (`digest`). The digest is made from the content that was approved, so that a later edit shows. Where one of the three is missing nobody can tell who answers for what, and from `to_be_released` on the role counts as not having approved. `changebook approve` writes all three.',
    es: 'Una aprobación dice quién la dio (`por`), cuándo (`fecha`) y de qué (`huella`). La huella se calcula del contenido aprobado, de modo que una edición posterior se nota. Si falta una de las tres, nadie puede decir quién responde de qué, y desde `por_desplegar` el rol cuenta como si no hubiera aprobado. `changebook approve` escribe las tres.',
  },
  messages: {
    unbound: {
      en: 'The approval as {role} does not count from “to_be_released” on: it lacks {parts}. Have it given anew: `changebook approve`.',
      es: 'La aprobación como {role} no cuenta desde «por_desplegar»: le falta {parts}. Pide que se dé de nuevo: `changebook approve`.',
    },
  },
  *check(record, { config }) {
    for (const decision of latestApprovals(approvalsIn(record), zoneFor(record, config))) {
      const { role, index } = decision;
      const lacking = decision.decision === 'approved' ? missingApprovalParts(decision, config.people) : [];
      if (lacking.length === 0) continue;
      // A day that cannot be read is there, and wrong itself.
      const isWrong = given(record, [...approvalsPath(record), index, 'at']) && lacking.includes('at');
      const others = lacking.filter((part) => part !== 'at' || !isWrong);
      const parts = others.length > 0 ? others : lacking;
      const args = {
        ...roleArgs('role', role),
        'parts.en': parts.map((part) => `\`${part}\``).join(', '),
        'parts.es': parts.map((part) => `\`${approvalFields[part].es}\``).join(', '),
      };
      const place = others.length > 0 ? 'role' : 'at';
      yield { message: 'unbound', range: placeOf(record, [...approvalsPath(record), index, place]), args };
    }
  },
});
