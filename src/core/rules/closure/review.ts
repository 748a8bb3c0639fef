import { zoneOrUtc } from '../../config/workspaceConfig';
import { type ReviewReason, reviewOwed } from '../../delivery/reviewOwed';
import { placeOf } from '../../findings/places';
import type { ChangeSummary } from '../../index/changeSummary';
import type { Localized } from '../../model/text/localized';
import { unpackRange } from '../../model/text/range';
import { localText } from '../../model/time/localText';
import { deadlineOptions, passedDeadline } from '../deadlines';
import { defineRule } from '../defineRule';
import type { WorkspaceContext } from '../rule';

/** `closure/review`: what went wrong is looked back at. */
export const closureReview = defineRule({
  id: 'closure/review',
  scope: 'workspace',
  severity: 'info',
  from: 'done',
  reads: ['outcome', 'change_type', 'actual'],
  options: deadlineOptions({
    days: {
      en: 'Days after the end within which it is written; from then on it is a warning. Without it, it stays information.',
      es: 'Días tras el fin en los que se escribe; desde entonces es una advertencia. Sin ella queda en información.',
    },
    error: {
      en: 'Days after the end from which it is an error. Without it, it never is.',
      es: 'Días tras el fin desde los que es un error. Sin ella no lo es nunca.',
    },
  }),
  sources: ['M'],
  title: { en: 'No review', es: 'Sin revisión posterior' },
  explanation: {
    en: 'A change that failed, was rolled back or was an emergency is worth a look back: what happened, why, what is done about it. A section “Review” (`## Revisión`) holds it. Where that is owed within some days, `closure/review: { days: 5, error_days: 10 }` makes it a warning five days after the end and an error after ten. The end is that of `actual`, else that of the rollback, else that of the planned window.',
    es: 'Un cambio que falló, se revirtió o fue una emergencia merece una mirada atrás: qué pasó, por qué, qué se hace al respecto. Una sección «Revisión» (`## Review`) la contiene. Donde hay que hacerla en unos días, `closure/review: { days: 5, error_days: 10 }` la convierte en advertencia a los cinco días del fin y en error a los diez. El fin es el de `real`; si falta, el de la reversión; si no, el de la ventana prevista.',
  },
  messages: {
    none: {
      en: 'This change {what}; add a section “Review” that says what was learnt.',
      es: 'Este cambio {what}; añade una sección «Revisión» que diga qué se aprendió.',
    },
    late: {
      en: 'This change {what}, and its review was due on {due}; add a section “Review” that says what was learnt.',
      es: 'Este cambio {what} y su revisión se esperaba el {due}; añade una sección «Revisión» que diga qué se aprendió.',
    },
  },
  facts(record) {
    const kind = reviewOwed(record);
    if (!kind) return undefined;
    const at = record.lines.packedAt(placeOf(record, [kind === 'emergency' ? 'change_type' : 'outcome']));
    return { kind, at };
  },
  *check({ kind, at }, context) {
    const { config, summary } = context;
    const what = whatHappened[kind];
    const range = unpackRange(at);
    const names = { 'what.en': what.en, 'what.es': what.es };
    const late = passedDeadline(endOf(summary.change, context), context);
    const worse = late ? { severity: late.severity, byOption: true as const } : {};
    if (late?.due === undefined) yield { message: 'none', range, args: names, ...worse };
    else {
      const due = localText(late.due, zoneOrUtc(config, summary.customer));
      yield { message: 'late', range, args: { ...names, due }, ...worse };
    }
  },
});

/** When a change ended, as far as it says so: at no moment that is still to come, which would put the review off. */
function endOf(
  { actualEnd, rollbackAt, end }: Pick<ChangeSummary, 'actualEnd' | 'rollbackAt' | 'end'> = {},
  { hasPassed }: Pick<WorkspaceContext, 'hasPassed'>,
): number | undefined {
  const past = [actualEnd, rollbackAt, end].find((moment) => moment !== undefined && hasPassed(moment));
  return past ?? (actualEnd === undefined && rollbackAt === undefined ? end : undefined);
}

const whatHappened: { readonly [kind in ReviewReason]: Localized } = {
  failed: { en: 'failed', es: 'falló' },
  rolled_back: { en: 'was rolled back', es: 'se revirtió' },
  emergency: { en: 'was an emergency', es: 'fue una emergencia' },
};
