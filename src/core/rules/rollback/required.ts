import { placeOf } from '../../findings/places';
import type { RecordIndex } from '../../index/recordIndex';
import { goesBack } from '../../model/parse/goesBack';
import { unpackRange } from '../../model/text/range';
import { integer } from '../../model/vocabulary/fieldTypes';
import { defineRule } from '../defineRule';

/** `rollback/required`: tests that fail lead to a rollback, or to a change that follows it up. */
export const rollbackRequired = defineRule({
  id: 'rollback/required',
  scope: 'workspace',
  severity: 'error',
  needsTeam: true,
  from: 'done',
  reads: ['tests', 'outcome', 'actual'],
  options: {
    threshold: {
      type: integer,
      default: 80,
      description: {
        en: 'Percentage of tests that must pass.',
        es: 'Porcentaje de pruebas que deben superarse.',
      },
    },
  },
  sources: ['A', 'M'],
  title: { en: 'Tests failed, and nothing follows', es: 'Pruebas fallidas sin consecuencia' },
  explanation: {
    en: 'A change whose tests passed below the threshold (80 % unless the option `threshold` says otherwise) is rolled back, or another change follows it up and names it under `supersedes`. Done as if nothing had happened is an error.',
    es: 'Un cambio cuyas pruebas superadas quedan por debajo del umbral (80 % salvo que la opción `threshold` diga otra cosa) se revierte, o lo continúa otro cambio que lo nombra en `reemplaza`. Cerrarlo como si nada es un error.',
  },
  messages: {
    required: {
      en: '{passed} of {total} {total|test|tests} passed: {percent} %, below {threshold} %. Roll back (`outcome: rolled_back`), or name this change under `supersedes` of the one that follows it up.',
      es: '{passed|Se superó|Se superaron} {passed} de {total} {total|prueba|pruebas}: {percent} %, por debajo del {threshold} %. Revierte (`resultado: revertido`) o nombra este cambio en `reemplaza` del que lo continúa.',
    },
  },
  facts(record) {
    const { passed, total } = record.data.tests ?? {};
    if (passed === undefined || total === undefined || goesBack(record.data)) return undefined;
    return { passed, total, at: record.lines.packedAt(placeOf(record, ['tests', 'passed'])) };
  },
  *check({ at, ...tests }, { option, index, summary: { id } }) {
    const threshold = Number(option('threshold'));
    if (!isBelow(tests, threshold) || (id && isFollowedUp(id, index))) return;
    // Rounded down, so that what is below the threshold never reads as if it were not.
    const percent = Math.floor((tests.passed / tests.total) * 100);
    yield { message: 'required', range: unpackRange(at), args: { ...tests, percent, threshold } };
  },
});

/** Whether fewer tests passed than a threshold in percent asks for. */
function isBelow(tests: { readonly passed: number; readonly total: number }, threshold: number): boolean {
  return tests.total > 0 && tests.passed * 100 < threshold * tests.total;
}

/** Whether another change that was not given up follows one up; one that names itself is followed up by nothing. */
function isFollowedUp(id: string, index: RecordIndex): boolean {
  return index
    .referrersOf(id, 'supersedes')
    .some(({ summary }) => summary.id !== id && !['rejected', 'cancelled'].includes(summary.status));
}
