import { oneLineValue } from '../model/text/oneLineValue';
import { isoWithOffset } from '../model/time/isoWithOffset';
import { nameOf } from './action';
import { agreementChange, agreementEffects, managerOf } from './agreementChange';
import { isChange, planWritten, type RecordAction } from './recordAction';
import { saidMoment, whenQuestion } from './saidMoment';

/** Writes down who accepts the risk of a change, and why. */
export const acceptRisk: RecordAction = {
  takes: isChange,
  title: (on) => ({ en: `Risk of ${nameOf(on)}`, es: `Riesgo de ${nameOf(on)}` }),
  asks: (on) => [
    whenQuestion(on),
    {
      name: 'by',
      prompt: { en: 'Who accepts the risk?', es: '¿Quién acepta el riesgo?' },
      guess: managerOf(on),
      isMe: true,
    },
    { name: 'reason', prompt: { en: 'Why is it accepted?', es: '¿Por qué se acepta?' } },
  ],
  plan: (on, { by = '', reason = '', at }) => {
    const said = saidMoment(on, at);
    const [who, why] = [oneLineValue(by), oneLineValue(reason)];
    const parts = (moment: number) => ({
      risk_accepted_by: who,
      at: isoWithOffset(moment, said.zone),
      reason: why,
    });
    return planWritten(on, {
      change: agreementChange(said, parts, (now) => now.risk_accepted_by === who && now.reason === why),
      parts: { action: 'accept-risk', by: who, reason: why },
    });
  },
  redo: agreementEffects,
};
