import { placeOf } from '../../findings/places';
import { saysSomething } from '../../model/text/saysSomething';
import { stateArgs } from '../../model/vocabulary/stateName';
import { hasReached, initialStatus } from '../../workflow/stages';
import { defineRule } from '../defineRule';
import { stageOfRecord } from '../recordStage';

/** `rollback/reason`: what is rolled back says when and why, and was deployed before. */
export const rollbackReason = defineRule({
  id: 'rollback/reason',
  severity: 'error',
  reads: ['actual', 'status'],
  title: { en: 'Rolled back without a reason', es: 'Revertido sin motivo' },
  explanation: {
    en: 'Whoever reviews a deployment that was rolled back wants to know when that was decided and why; *Roll Back…* and `changebook rollback` write both. Only what was deployed can be rolled back: before, the steps of the rollback would stand in place of those of the deployment.',
    es: 'Quien revisa un despliegue revertido quiere saber cuándo se decidió y por qué; *Revertir…* y `changebook rollback` escriben ambas cosas. Solo se revierte lo que se ha desplegado: antes, los pasos de la reversión ocuparían el lugar de los del despliegue.',
  },
  messages: {
    reason: {
      en: 'This change is rolled back without a reason; add `actual.rollback.reason`.',
      es: 'Este cambio se revierte sin motivo; añade `real.reversion.motivo`.',
    },
    at: {
      en: 'This change is rolled back, and nothing says since when; add `actual.rollback.at`.',
      es: 'Este cambio se revierte y nada dice desde cuándo; añade `real.reversion.fecha`.',
    },
    early: {
      en: 'This change is “{state}”, so there is nothing to roll back yet; take `actual.rollback` out.',
      es: 'Este cambio está «{state}», así que aún no hay nada que revertir; quita `real.reversion`.',
    },
  },
  *check(record, { config }) {
    const { actual, status = initialStatus('change') } = record.data;
    if (!actual?.rollback) return;
    const stage = stageOfRecord(record, config);
    // What was given up may have been taken back before.
    const isClosed = stage === 'cancelled' || stage === 'rejected';
    if (!isClosed && !hasReached(stage, 'releasing')) {
      const range = placeOf(record, ['actual', 'rollback']);
      yield { message: 'early', range, args: stateArgs('state', status) };
      return;
    }
    for (const part of ['at', 'reason'] as const)
      if (!saysSomething(actual.rollback[part]))
        yield { message: part, range: placeOf(record, ['actual', 'rollback', part]) };
  },
});
