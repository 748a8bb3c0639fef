import { placeOf } from '../../findings/places';
import type { Localized } from '../../model/text/localized';
import { defineRule } from '../defineRule';

/** `closure/review`: what went wrong is looked back at. */
export const closureReview = defineRule({
  id: 'closure/review',
  severity: 'info',
  from: 'done',
  reads: ['outcome', 'change_type'],
  sources: ['M'],
  title: { en: 'No review', es: 'Sin revisión posterior' },
  explanation: {
    en: 'A change that failed, was rolled back or was an emergency is worth a look back: what happened, why, what is done about it. A section “Review” (`## Revisión`) holds it.',
    es: 'Un cambio que falló, se revirtió o fue una emergencia merece una mirada atrás: qué pasó, por qué, qué se hace al respecto. Una sección «Revisión» (`## Review`) la contiene.',
  },
  messages: {
    none: {
      en: 'This change {what}; add a section “Review” that says what was learnt.',
      es: 'Este cambio {what}; añade una sección «Revisión» que diga qué se aprendió.',
    },
  },
  *check(record) {
    const { outcome, change_type } = record.data;
    const kind = outcome === 'failed' || outcome === 'rolled_back' ? outcome : change_type;
    const what = kind ? whatHappened[kind] : undefined;
    if (!what || record.body.headings.some(({ section, empty }) => !empty && section === 'review')) return;
    const range = placeOf(record, [kind === change_type ? 'change_type' : 'outcome']);
    yield { message: 'none', range, args: { 'what.en': what.en, 'what.es': what.es } };
  },
});

const whatHappened: { readonly [kind: string]: Localized } = {
  failed: { en: 'failed', es: 'falló' },
  rolled_back: { en: 'was rolled back', es: 'se revirtió' },
  emergency: { en: 'was an emergency', es: 'fue una emergencia' },
};
