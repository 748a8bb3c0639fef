import { unpackRange } from '../../model/text/range';
import { defineRule } from '../defineRule';

/** `waiver/unused`: a waiver that waives nothing hides what may come. */
export const waiverUnused = defineRule({
  id: 'waiver/unused',
  scope: 'waiver',
  severity: 'warning',
  reads: ['waivers'],
  title: { en: 'Waiver without a finding', es: 'Exención sin hallazgo' },
  explanation: {
    en: 'A waiver answers for a finding that is there. Once the record has been corrected it would silently cover the next one, so it is taken out. While the rule does not count yet, or no longer, at the record’s stage, the waiver is left in peace.',
    es: 'Una exención responde de un hallazgo que existe. Una vez corregido el registro cubriría en silencio el siguiente, así que se quita. Mientras la regla aún no cuenta, o ya no, en la etapa del registro, la exención se deja en paz.',
  },
  messages: {
    unused: {
      en: 'Nothing in this record needs a waiver of {rule}; take it out.',
      es: 'Nada de este registro necesita una exención de {rule}; quítala.',
    },
  },
  *check({ rule, end, by, reason, range }, { hasPassed, known, counts, waived, refused, override }) {
    const complete = Boolean(by && reason) && (end === undefined || !hasPassed(end));
    if (!complete || !known || !counts || waived > 0 || refused > 0 || override) return;
    yield { message: 'unused', range: unpackRange(range), args: { rule } };
  },
});
