import { oneLineValue } from '../model/text/oneLineValue';
import { isoWithOffset } from '../model/time/isoWithOffset';
import { nameOf } from './action';
import { agreementChange, agreementEffects, managerOf } from './agreementChange';
import { isChange, planWritten, type RecordAction, type WrittenAction } from './recordAction';
import { saidMoment, whenQuestion } from './saidMoment';
import type { SaidAt } from './timedChange';

/** Somebody takes the risk of what was not validated or agreed on. */
interface AcceptedRisk extends SaidAt {
  readonly by: string;
  readonly reason: string;
}

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
  plan: (on, answers) => {
    const { by = '', reason = '' } = answers;
    return planWritten(on, riskAccepted({ by, reason, ...saidMoment(on, answers) }));
  },
  redo: agreementEffects,
};

/** What an accepted risk writes, and what its commit says. */
export function riskAccepted({ by, reason, at, zone }: AcceptedRisk): WrittenAction {
  const [who, why] = [oneLineValue(by), oneLineValue(reason)];
  const said = (moment: number) => ({ risk_accepted_by: who, at: isoWithOffset(moment, zone), reason: why });
  return {
    change: agreementChange({ at, zone }, said, (now) => now.risk_accepted_by === who && now.reason === why),
    parts: { action: 'accept-risk', by: who, reason: why },
  };
}
