import { changedParts, isOlderDigest } from '../../approvals/approvedContent';
import { approvalFacts } from '../../index/approvalFacts';
import { factsOf } from '../../index/factSource';
import { inBoth, type Language } from '../../model/text/localized';
import { unpackRange } from '../../model/text/range';
import { roleArgs } from '../../model/vocabulary/roleArgs';
import { fieldName } from '../../model/vocabulary/valueIn';
import { recordTypes } from '../../model/vocabulary/vocabulary';
import { isOpen } from '../../workflow/stages';
import { defineRule } from '../defineRule';

/** `approval/stale`: what was approved is what stands there now. */
export const approvalStale = defineRule({
  id: 'approval/stale',
  scope: 'workspace',
  severity: 'error',
  appliesTo: ['change', 'procedure'],
  waivable: false,
  reads: ['approvals'],
  title: { en: 'Edited after it was approved', es: 'Editado después de aprobarse' },
  explanation: {
    en: 'The digest of an approval is made from the content that was approved; status, times, decisions, notices, results and ticks are not part of it. When the content is edited afterwards, the approval no longer speaks of it and is asked for anew. A digest by an older version of Changebook is only information in a change that is over. Where git knows the approved version, the parts that changed are named.',
    es: 'La huella de una aprobación se calcula del contenido aprobado; el estado, las horas reales, las decisiones, los avisos, los resultados y las marcas no forman parte de él. Si el contenido se edita después, la aprobación ya no habla de él y hay que pedirla de nuevo. Una huella de una versión anterior de Changebook es solo información en un cambio que ya terminó. Si git conoce la versión aprobada, se nombran las partes que han cambiado.',
  },
  messages: {
    older: {
      en: 'The approval of {by} as {role} was made by an older version of Changebook, whose digests do not tell every edit; approve again.',
      es: 'La aprobación de {by} como {role} se hizo con una versión anterior de Changebook, cuyas huellas no reflejan todas las ediciones; hay que aprobar de nuevo.',
    },
    stale: {
      en: 'What {by} approved as {role} is no longer what stands here; ask for the approval anew.',
      es: 'Lo que {by} aprobó como {role} ya no es lo que hay aquí; pide la aprobación de nuevo.',
    },
    changed: {
      en: 'What {by} approved as {role} was edited since: {parts}. Ask for the approval anew.',
      es: 'Lo que {by} aprobó como {role} se ha editado desde entonces: {parts}. Pide la aprobación de nuevo.',
    },
  },
  *check(summary, { file, git }) {
    const stale = factsOf(summary, approvalFacts)?.stale;
    for (const { role, by, digest, range } of stale?.approvals ?? []) {
      const before = typeof git === 'object' ? git.approvedParts(file, digest) : undefined;
      const parts = before ? changedParts(before, new Map(stale?.parts)) : [];
      const args = {
        ...roleArgs('role', role),
        by: by || '?',
        ...inBoth('parts', (language) => partNames(parts, language)),
      };
      const message = isOlderDigest(digest) ? 'older' : parts.length > 0 ? 'changed' : 'stale';
      // Nobody approves anew what is over.
      const over = message === 'older' && !isOpen(summary.stage) ? { severity: 'info' as const } : {};
      yield { message, range: unpackRange(range), args, ...over };
    }
  },
});

/** The parts as people read them: a section by its title (`# Rollback` is “Rollback”), a field by its name. */
function partNames(parts: readonly string[], language: Language): string {
  const { fields } = recordTypes.change;
  return parts
    .slice(0, 10)
    .map((part) => (part.startsWith('# ') ? part.slice(2) || '—' : fieldName(language, fields, part)))
    .join(', ');
}
