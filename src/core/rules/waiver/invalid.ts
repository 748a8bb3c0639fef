import { hintArgs } from '../../model/parse/nearest';
import { unpackRange } from '../../model/text/range';
import { defineRule } from '../defineRule';

/** `waiver/invalid`: somebody answers for a waiver, with a reason, and for a rule that can be waived. */
export const waiverInvalid = defineRule({
  id: 'waiver/invalid',
  scope: 'waiver',
  severity: 'error',
  reads: ['waivers', 'requested_by', 'assignee'],
  title: { en: 'Waiver that waives nothing', es: 'Exención que no exime' },
  explanation: {
    en: 'A waiver turns the findings of one rule into information, because somebody answers for them. It names that person and the reason. Errors of the format, approvals, agreements and the waivers themselves cannot be waived. Whoever requested the change or performs it had better not be the one who answers for it: that is a warning.',
    es: 'Una exención convierte los hallazgos de una regla en información, porque alguien responde de ellos. Nombra a esa persona y el motivo. Los errores de formato, las aprobaciones, las conformidades y las propias exenciones no se pueden eximir. Quien solicitó el cambio o lo realiza no debería ser quien responde: eso es una advertencia.',
  },
  messages: {
    noPerson: {
      en: 'This waiver of {rule} does not say who answers for it; add `by`.',
      es: 'Esta exención de {rule} no dice quién responde de ella; añade `por`.',
    },
    noReason: {
      en: 'This waiver of {rule} does not say why; add `reason`.',
      es: 'Esta exención de {rule} no dice por qué; añade `motivo`.',
    },
    noRule: {
      en: 'There is no rule “{rule}” that could be waived.{hint}',
      es: 'No existe ninguna regla «{rule}» que eximir.{hint}',
    },
    refused: {
      en: 'Findings of {rule} cannot be waived: correct what they report.',
      es: 'Los hallazgos de {rule} no se pueden eximir: corrige lo que dicen.',
    },
    involved: {
      en: '{by} requested this change or performs it; somebody else should answer for a waiver.',
      es: '{by} solicitó este cambio o lo realiza; de una exención debería responder otra persona.',
    },
  },
  *check(waiver, context) {
    const { rule, by } = waiver;
    const range = unpackRange(waiver.range);
    const args = { rule: rule || '?' };
    if (!context.known) yield { message: 'noRule', range, args: { ...args, ...hintArgs(context.nearest) } };
    else if (context.never || context.refused > 0) yield { message: 'refused', range, args };
    if (!by) yield { message: 'noPerson', range, args };
    if (!waiver.reason) yield { message: 'noReason', range, args };
    if (by && waiver.involved) yield { message: 'involved', range, args: { by }, severity: 'warning' };
  },
});
