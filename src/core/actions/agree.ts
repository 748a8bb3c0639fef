import { oneLineValue } from '../model/text/oneLineValue';
import { isoWithOffset } from '../model/time/isoWithOffset';
import { nameOf } from './action';
import { agreementChange, agreementEffects, managerOf } from './agreementChange';
import { isChange, planWritten, type RecordAction, type WrittenAction } from './recordAction';
import { saidMoment, wantsMoment, whenQuestion } from './saidMoment';
import type { SaidAt } from './timedChange';

/** The customer's agreement to a start; `start` is written as the record writes its own. */
interface Agreement extends SaidAt {
  readonly by: string;
  readonly start: string;
}

/** Writes down that the customer agrees to the time of a change. */
export const agree: RecordAction = {
  takes: isChange,
  title: (on) => ({ en: `Agreement to ${nameOf(on)}`, es: `Conformidad con ${nameOf(on)}` }),
  asks: (on) => [
    whenQuestion(on),
    {
      name: 'by',
      prompt: { en: 'Who agrees for the customer?', es: '¿Quién da la conformidad del cliente?' },
      guess: managerOf(on),
    },
    {
      name: 'start',
      prompt: { en: 'To which start?', es: '¿Con qué inicio?' },
      guess: on.record.data.schedule?.start,
      wants: wantsMoment(on),
    },
  ],
  plan: (on, answers) => {
    const { by = '', start = '' } = answers;
    return planWritten(on, agreed({ by, start, ...saidMoment(on, answers) }));
  },
  redo: agreementEffects,
};

/** What an agreement writes, and what its commit says. */
export function agreed({ by, start, at, zone }: Agreement): WrittenAction {
  const who = oneLineValue(by);
  const said = (moment: number) => ({ by: who, at: isoWithOffset(moment, zone), start });
  return {
    change: agreementChange({ at, zone }, said, (now) => now.by === who && now.start === start),
    parts: { action: 'agree', by: who, start },
  };
}
