import { placeOf } from '../../findings/places';
import { saysSomething } from '../../model/text/saysSomething';
import { defineRule } from '../defineRule';
import { missingByRisk, riskOption } from '../riskOption';

/** `rollback/responsible`: somebody answers for going back. */
export const rollbackResponsible = defineRule({
  id: 'rollback/responsible',
  scope: 'workspace',
  severity: 'warning',
  from: 'to_be_reviewed',
  lasts: 'open',
  emergency: { warning: true },
  reads: ['rollback', 'impact', 'risk', 'deployment_type'],
  options: riskOption,
  title: { en: 'Nobody answers for going back', es: 'Nadie responde de la reversión' },
  explanation: {
    en: 'Whether a deployment is taken back is decided while the clock runs. So a change says beforehand in `rollback.responsible` who decides that and who does it, where the team asks for it from some risk on: `rollback/responsible: { severity: error, risk: high }`. Of an emergency it is never more than a warning.',
    es: 'Si un despliegue se revierte se decide con el reloj en marcha. Por eso un cambio dice antes en `reversion.responsables` quién lo decide y quién lo hace, donde el equipo lo pide desde algún riesgo: `rollback/responsible: { severity: error, risk: alto }`. En una emergencia nunca pasa de advertencia.',
  },
  messages: {
    none: {
      en: 'This change has a {risk} risk and does not say who decides on going back and who does it; add `rollback.responsible`.',
      es: 'Este cambio tiene un riesgo {risk} y no dice quién decide la reversión y quién la hace; añade `reversion.responsables`.',
    },
  },
  facts: (record) =>
    record.data.rollback?.responsible?.some(saysSomething)
      ? undefined
      : record.lines.packedAt(placeOf(record, ['rollback', 'responsible'])),
  check: missingByRisk,
});
