import { oneLineValue } from '../model/text/oneLineValue';
import { isoWithOffset } from '../model/time/isoWithOffset';
import { nameOf } from './action';
import { agreementChange, agreementEffects, managerOf } from './agreementChange';
import { isChange, planWritten, type RecordAction } from './recordAction';
import { readsMoment, saidMoment, whenQuestion } from './saidMoment';

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
      reads: readsMoment(on, { like: on.record.data.schedule?.start }),
    },
  ],
  plan: (on, { by = '', start = '', at }) => {
    const said = saidMoment(on, at);
    const who = oneLineValue(by);
    // The start is written as the record writes its own.
    const parts = (moment: number) => ({ by: who, at: isoWithOffset(moment, said.zone), start });
    return planWritten(on, {
      change: agreementChange(said, parts, (now) => now.by === who && now.start === start),
      parts: { action: 'agree', by: who, start },
    });
  },
  redo: agreementEffects,
};
