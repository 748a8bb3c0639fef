import { placeOf } from '../../findings/places';
import { saysSomething } from '../../model/text/saysSomething';
import { defineRule } from '../defineRule';
import { missingByRisk, riskOption } from '../riskOption';

/** `tests/expected-outcome`: what a change is for can be told from its result. */
export const testsExpectedOutcome = defineRule({
  id: 'tests/expected-outcome',
  scope: 'workspace',
  severity: 'warning',
  from: 'to_be_reviewed',
  lasts: 'open',
  emergency: { warning: true },
  reads: ['expected_outcome', 'impact', 'risk', 'deployment_type'],
  options: riskOption,
  title: { en: 'No expected outcome', es: 'Sin resultado esperado' },
  explanation: {
    en: 'Whether a change did what it was for can only be told by what was expected of it. A change says so beforehand in `expected_outcome`, in words that can be checked, where the team asks for it from some risk on: `tests/expected-outcome: { severity: error, risk: high }`. Of an emergency it is never more than a warning.',
    es: 'Si un cambio ha hecho lo que debía solo se sabe por lo que se esperaba de él. Un cambio lo dice antes en `resultado_esperado`, con palabras que se puedan comprobar, donde el equipo lo pide desde algún riesgo: `tests/expected-outcome: { severity: error, risk: alto }`. En una emergencia nunca pasa de advertencia.',
  },
  messages: {
    none: {
      en: 'This change has a {risk} risk and does not say what is expected of it; add `expected_outcome`.',
      es: 'Este cambio tiene un riesgo {risk} y no dice qué se espera de él; añade `resultado_esperado`.',
    },
  },
  facts: (record) =>
    saysSomething(record.data.expected_outcome)
      ? undefined
      : record.lines.packedAt(placeOf(record, ['expected_outcome'])),
  check: missingByRisk,
});
