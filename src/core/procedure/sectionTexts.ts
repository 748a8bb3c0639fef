import type { Localized } from '../model/text/localized';
import type { ChangeSectionName } from '../model/vocabulary/sections';

/** The placeholders in the sections of a new change, which `format/placeholder` reports. */
export const sectionTexts = {
  summary: { en: 'TBD: what changes, and why.', es: 'TBD: qué cambia y por qué.' },
  components: {
    en: 'TBD: what is replaced, from which version to which.',
    es: 'TBD: qué se sustituye, de qué versión a cuál.',
  },
  impact: {
    en: 'TBD: what people notice, and for how long.',
    es: 'TBD: qué se nota y durante cuánto tiempo.',
  },
  tickets: { en: '- TBD: the tickets that it delivers.', es: '- TBD: los tickets que entrega.' },
  changelog: { en: '- TBD: a line for those who use it.', es: '- TBD: una línea para quien lo usa.' },
  deployment: {
    en: '- [ ] TBD: the steps, one a line.',
    es: '- [ ] TBD: los pasos, uno por línea.',
  },
  rollback: {
    en: 'TBD: the steps back, in their order.',
    es: 'TBD: los pasos de vuelta, en su orden.',
  },
  tests: { en: '', es: '' },
  checklist: {
    en: '- [ ] Reviewed and approved\n- [ ] End notice sent, tickets moved on',
    es: '- [ ] Revisado y aprobado\n- [ ] Aviso de fin enviado, tickets al día',
  },
} as const satisfies { [name in ChangeSectionName]: Localized };

export const testTexts = {
  progression: {
    en: '- TBD: what works now that did not before.',
    es: '- TBD: qué funciona ahora que antes no.',
  },
  regression: { en: '- TBD: what must work as before.', es: '- TBD: qué debe funcionar como antes.' },
} as const satisfies { [name: string]: Localized };
