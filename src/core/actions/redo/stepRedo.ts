import { parseRecord } from '../../model/parse/parseRecord';
import { oneLineValue } from '../../model/text/oneLineValue';
import { inTurn } from '../inTurn';
import { planStepAction, type StepWish, stateOf, stepKinds } from '../stepAction';
import { identityOf } from '../stepIdentity';
import type { RecordStep, Redo } from './redo';

/**
 * How an action on a step is done again: on the step that is the same by name, else by path, text and place. Gates
 * have let it pass where it was done, and what has been done is not undone by what others open again meanwhile.
 */
export function stepRedo({ before, after, trailers }: RecordStep): Redo | undefined {
  const action = trailers.get('Action');
  const kind = Object.values(stepKinds).find(
    ({ name, ofSkipped }) => name === action || ofSkipped === action,
  );
  const steps = parseRecord(before, { expected: true })?.body.steps ?? [];
  const now = parseRecord(after, { expected: true })?.body.steps ?? [];
  const changed = steps.filter((step, index) => {
    const other = now[index];
    return other === undefined || stateOf(step) !== stateOf(other);
  });
  const labels = trailers.get('Step')?.split('\n') ?? [];
  const told = changed.map((step) =>
    oneLineValue([...step.path, step.text].join(' > '), Number.POSITIVE_INFINITY),
  );
  const asTold = labels.length === told.length && told.every((label, index) => label === labels[index]);
  if (!action || !kind || changed.length === 0 || steps.length !== now.length || !asTold) return undefined;
  const wishes = changed.map((step): StepWish => {
    return {
      action: kind.name,
      step: identityOf(step, steps),
      reason: now[steps.indexOf(step)]?.reason ?? trailers.get('Reason'),
      evidence: trailers.get('Evidence'),
    };
  });
  const [wish] = wishes;
  if (wish && wishes.length === 1) return (text) => planStepAction(text, wish);
  return (text) =>
    inTurn(
      text,
      wishes.map((own) => (after) => planStepAction(after, own)),
    );
}
