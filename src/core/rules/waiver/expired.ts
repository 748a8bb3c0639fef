import { unpackRange } from '../../model/text/range';
import { defineRule } from '../defineRule';

/** `waiver/expired`: a waiver holds up to its last day. */
export const waiverExpired = defineRule({
  id: 'waiver/expired',
  scope: 'waiver',
  severity: 'error',
  reads: ['waivers'],
  title: { en: 'Waiver past its last day', es: 'Exención caducada' },
  explanation: {
    en: 'A waiver with a last day (`until`) holds through that day and no longer: then the finding counts again, and so does this one, until somebody decides anew or takes the waiver out.',
    es: 'Una exención con último día (`hasta`) vale hasta ese día incluido: después el hallazgo vuelve a contar, y este también, hasta que alguien decida de nuevo o quite la exención.',
  },
  messages: {
    expired: {
      en: 'This waiver of {rule} held until {until}; decide anew, or take it out.',
      es: 'Esta exención de {rule} valía hasta {until}; decide de nuevo o quítala.',
    },
  },
  *check({ rule, end, until = '', untilRange, range }, { hasPassed }) {
    if (end === undefined || !hasPassed(end)) return;
    yield { message: 'expired', range: unpackRange(untilRange ?? range), args: { rule, until } };
  },
});
