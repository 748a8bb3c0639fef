import { approvedOnlyWithoutBoxes } from '../approvals/approvedContent';
import { editBetween, writeEdits } from '../edits/fieldWrites';
import { parseRecord } from '../model/parse/parseRecord';
import { leadsBack } from '../model/parse/stepGates';
import { applyEdits, type TextEdit } from '../model/text/edit';
import { textRange } from '../model/text/range';
import { type ActedOn, nameOf } from './action';
import { closedState } from './closedState';
import { isChange, planWritten, type RecordAction, refusedPlan } from './recordAction';
import { refusal } from './refusals';
import { stateOf } from './stepAction';
import type { TextPlan } from './textChange';

/**
 * Takes back that a change is rolled back, as long as no step of the rollback is done: the deployment goes on where it
 * was.
 */
export const undoRollback: RecordAction = {
  takes: isChange,
  title: (on) => ({ en: `Rollback of ${nameOf(on)}`, es: `Reversión de ${nameOf(on)}` }),
  asks: () => [],
  plan: (on) =>
    planWritten(
      on,
      {
        change: { plan: (text, copy) => planUndo(text, copy === 'committed' ? on : undefined) },
        parts: { action: 'undo-rollback' },
      },
      { sentence: { en: 'It is not being rolled back.', es: 'No se está revirtiendo.' } },
    ),
  redo: () => (text) => planUndo(text),
};

function planUndo(text: string, on?: ActedOn): TextPlan {
  const record = parseRecord(text, { expected: true });
  if (!record || !isChange(record)) return refusedPlan('notARecord');
  if (!record.data.actual?.rollback) return { edits: [] };
  const closed = on && closedState(record, on.input.config.stages);
  if (closed) return { refusal: refusal('closedRollback', closed) };
  const back = record.body.steps.filter(leadsBack);
  const count = on ? back.filter((step) => stateOf(step) === 'ticked').length : 0;
  if (count > 0) return { refusal: refusal('rollbackBegun', { count }) };
  // Boxes that were given with it would otherwise make the approvals void, which the rollback has spared.
  const boxes = approvedOnlyWithoutBoxes(record) ? back : [];
  const taken = boxes.map(({ range }): TextEdit => {
    return { range: textRange(range.start, range.start + 4), text: '' };
  });
  const plain = applyEdits(text, taken).text;
  const fields = writeEdits(plain, [{ kind: 'remove', path: ['actual', 'rollback'] }]);
  return fields ? { edits: editBetween(text, applyEdits(plain, fields).text) } : refusedPlan('cannotWrite');
}
