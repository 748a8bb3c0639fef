import { parseRecord } from '../model/parse/parseRecord';
import type { Step } from '../model/parse/step';
import type { TextEdit } from '../model/text/edit';
import type { Language } from '../model/text/localized';
import { type ActionName, commitMessage, type MessageParts } from './commitMessage';
import { type ProcedureGates, planStepAction, type StepWish, stepRefusal } from './stepAction';
import { progressOf } from './stepGates';
import { stepWith } from './stepIdentity';
import type { RecordCopy, TextChange, TextPlan } from './textChange';

/**
 * The change that an action on a step is, planned in each copy of its record. Gates count for what is committed;
 * other copies are only brought in line.
 */
export function stepChange(wish: StepWish, gates?: ProcedureGates): TextChange {
  return {
    plan: (text, copy) => planIn(text, copy, wish, gates),
    // Behind an untick there may have been a reason that only the text before knows.
    ...(wish.action === 'untick' ? {} : { undo: (text: string) => openAgain(text, wish) }),
  };
}

/** The message of its commit, made from the text that is committed. */
export function stepMessage(
  text: string,
  wish: StepWish,
  action: ActionName,
  options: { readonly record: string; readonly language: Language; readonly subject?: string | undefined },
): string {
  const steps: readonly Step[] = parseRecord(text, { expected: true })?.body.steps ?? [];
  const step = stepWith(wish.step, steps) ?? wish.step;
  const { record, language, subject } = options;
  const parts: MessageParts = {
    record,
    action,
    step: { path: step.path, text: step.text, ...progressOf(steps) },
    reason: action === 'unskip' ? undefined : wish.reason,
    evidence: wish.evidence,
  };
  return commitMessage(parts, language, subject);
}

function openAgain(text: string, wish: StepWish): readonly TextEdit[] | undefined {
  const back = planStepAction(text, { ...wish, action: 'untick' });
  return back.kind === 'planned' ? back.edits : undefined;
}

function planIn(text: string, copy: RecordCopy, wish: StepWish, gates?: ProcedureGates): TextPlan {
  const plan = planStepAction(text, wish, copy === 'committed' ? gates : undefined);
  if (plan.kind === 'planned') return { edits: plan.edits };
  const { code } = plan.refusal;
  if (copy === 'committed' && code === 'stepGone')
    return { refusal: stepRefusal('stepUncommitted', wish.step.text) };
  const differs = code === 'stepGone' || code === 'stepSkipped' || code === 'stepTicked';
  if (copy === 'staged' && differs) return { refusal: stepRefusal('stepStaged', wish.step.text) };
  return { refusal: plan.refusal };
}
