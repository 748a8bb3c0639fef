import { placeOf } from '../../findings/places';
import { goesBack } from '../../model/parse/goesBack';
import { defineRule } from '../defineRule';

/** `tests/results`: what is done was tested, and the figures add up. */
export const testsResults = defineRule({
  id: 'tests/results',
  severity: 'error',
  needsTeam: true,
  from: 'done',
  reads: ['tests', 'actual', 'outcome'],
  sources: ['A'],
  title: { en: 'Test results missing', es: 'Faltan resultados de pruebas' },
  explanation: {
    en: 'A change that is done says how its tests went: how many passed (`tests.passed`) of all, blocked and untested ones too (`tests.total`). More passed than there are is a mistake. A change that was rolled back may have been taken back before anybody tested it.',
    es: 'Un cambio cerrado dice cómo fueron sus pruebas: cuántas se superaron (`pruebas.pasadas`) del total, también bloqueadas y sin ejecutar (`pruebas.total`). Más superadas que pruebas es un error. Un cambio revertido puede haberse retirado antes de que nadie lo probara.',
  },
  messages: {
    none: {
      en: 'A change that is done has test results; add `tests.passed` and `tests.total`.',
      es: 'Un cambio cerrado tiene resultados de pruebas; añade `pruebas.pasadas` y `pruebas.total`.',
    },
    above: {
      en: '{passed} {passed|test|tests} passed of {total}: more than there are.',
      es: '{passed|Se superó|Se superaron} {passed} {passed|prueba|pruebas} de {total}: más de las que hay.',
    },
  },
  *check(record) {
    const { passed, total } = record.data.tests ?? {};
    if (passed === undefined || total === undefined) {
      if (goesBack(record.data)) return;
      const part = passed === undefined ? 'passed' : 'total';
      yield { message: 'none', range: placeOf(record, ['tests', part]) };
    } else if (passed > total)
      yield { message: 'above', range: placeOf(record, ['tests', 'passed']), args: { passed, total } };
  },
});
