import { rollbackBoxes } from '../edits/rollbackBoxes';
import type { ParsedRecord } from '../model/parse/record';
import { fillIn, localized } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { plainName } from '../model/text/plainName';
import { isoWithOffset } from '../model/time/isoWithOffset';
import { type ActedOn, nameOf } from './action';
import type { Question } from './question';
import { isChange, planWritten, type RecordAction } from './recordAction';
import { planRollback, rollbackRedo } from './rollbackPlan';
import { saidMoment, whenQuestion } from './saidMoment';
import type { TextChange } from './textChange';
import { timedChange } from './timedChange';

/**
 * Opens the rollback of a change: from then on the steps of its rollback are its checklist. Where those are plain items,
 * they may become steps in the same commit.
 */
export const rollBack: RecordAction = {
  takes: isChange,
  title: (on) => ({ en: `Rollback of ${nameOf(on)}`, es: `Reversión de ${nameOf(on)}` }),
  asks: (on) => [whenQuestion(on), ...reasonQuestion(on), ...boxesQuestion(on)],
  plan: (on, { reason = '', boxes = '', at }) => {
    const said = saidMoment(on, at);
    // Where it is written already and not committed, as a run leaves it that was killed, nobody was asked again.
    const there = on.record.data.actual?.rollback;
    const why = there?.reason ?? chosenReason(reason, on.record.data.abort_criteria ?? []);
    const boxed = boxes === 'yes' || (there !== undefined && rollbackBoxes(on.record).length === 0);
    const make = (moment: number): TextChange => {
      const wish = { at: isoWithOffset(moment, said.zone), reason: why, boxes: boxed };
      return { plan: (text, copy) => planRollback(text, wish, on.input.config, copy) };
    };
    return planWritten(
      on,
      {
        change: timedChange(said, make, momentOfRollback),
        parts: { action: 'rollback', reason: why },
      },
      {
        sentence: {
          en: 'It is being rolled back already.',
          es: 'Ya se está revirtiendo.',
        },
      },
    );
  },
  redo: rollbackRedo,
};

function momentOfRollback(record: ParsedRecord): string | undefined {
  return record.type === 'change' ? record.data.actual?.rollback?.at : undefined;
}

/** The abort criteria are what is picked from, and anything else may be written. */
function reasonQuestion({ record }: Parameters<RecordAction['asks']>[0]): Question[] {
  const { abort_criteria: criteria = [], actual } = record.data;
  if (actual?.rollback) return [];
  const choices = criteria.map((value) => ({ value, label: { en: value, es: value } }));
  return [
    {
      name: 'reason',
      prompt: { en: 'Why is it rolled back?', es: '¿Por qué se revierte?' },
      ...(choices.length > 0 ? { choices, otherwise: { en: 'Another reason…', es: 'Otro motivo…' } } : {}),
    },
  ];
}

const plainItems = {
  en: 'The rollback has {count} {count|item without a box|items without boxes}',
  es: 'La reversión tiene {count} {count|punto sin casilla|puntos sin casillas}',
};

function boxesQuestion({ record }: ActedOn): Question[] {
  const count = isChange(record) ? rollbackBoxes(record).length : 0;
  if (count === 0) return [];
  return [
    {
      name: 'boxes',
      prompt: localized((language) => fillIn(plainItems[language], { count })),
      choices: [
        { value: 'yes', label: { en: 'Make steps of them', es: 'Convertirlos en pasos' } },
        { value: 'no', label: { en: 'Leave them as they are', es: 'Dejarlos como están' } },
      ],
    },
  ];
}

/** A reason as it was said: a criterion by its number or its beginning, or a text of its own. */
export function chosenReason(said: string, criteria: readonly string[]): string {
  const wanted = plainName(said);
  const byNumber = /^\d{1,3}$/.test(wanted) ? criteria[Number(wanted) - 1] : undefined;
  const begun = wanted === '' ? [] : criteria.filter((own) => plainName(own).startsWith(wanted));
  return oneLineValue(byNumber ?? (begun.length === 1 ? begun[0] : undefined) ?? said);
}
