import { latestApprovals } from '../../model/parse/latestApprovals';
import { ofChange } from '../ofChange';
import { placeOf } from '../places';
import { roleArgs } from '../roleArgs';
import type { RecordRule } from '../rule';

/** `approval/unbound`: an approval says what exactly was approved. */
export const approvalUnbound: RecordRule = {
  id: 'approval/unbound',
  scope: 'record',
  severity: 'warning',
  appliesTo: ['change'],
  reads: ['approvals'],
  options: {},
  sources: [],
  title: { en: 'Approval without a digest', es: 'Aprobación sin huella' },
  explanation: {
    en: 'The digest of an approval is made from the content that was approved, so that a later edit shows. Without it nobody can tell whether the change is still the one that was agreed on. `changebook show` prints the digest of a change as it stands.',
    es: 'La huella de una aprobación se calcula del contenido aprobado, de modo que una edición posterior se nota. Sin ella nadie puede decir si el cambio es aún el acordado. `changebook show` muestra la huella de un cambio tal como está.',
  },
  messages: {
    unbound: {
      en: 'The approval as {role} has no digest, so an edit after it would not show.',
      es: 'La aprobación como {role} no tiene huella, así que una edición posterior no se notaría.',
    },
  },
  fixTitles: {},
  check: ofChange(function* (record) {
    for (const { role, index, decision, digest } of latestApprovals(record.data.approvals)) {
      if (digest || decision !== 'approved') continue;
      const range = placeOf(record, ['approvals', index, 'role']);
      yield { message: 'unbound', range, args: roleArgs('role', role) };
    }
  }),
};
