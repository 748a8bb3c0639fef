import { parseRecord } from '../model/parse/parseRecord';
import type { Step } from '../model/parse/step';
import { progressOf, sameDirectionSteps } from '../model/parse/stepGates';
import type { TextEdit } from '../model/text/edit';
import type { Language } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { type ActionName, commitMessage, type MessageParts } from './commitMessage';
import { refusedPlan } from './recordAction';
import {
  type ProcedureGates,
  planStepAction,
  quoted,
  type StepActionName,
  type StepWish,
  stateOf,
  stepRefusal,
} from './stepAction';
import { stepWith } from './stepIdentity';
import type { RecordCopy, TextChange, TextPlan } from './textChange';

/**
 * The change that an action on a step is, planned in each copy of its record. Gates count for what is committed;
 * other copies are only brought in line.
 */
export function stepChange(wish: StepWish, gates?: ProcedureGates): TextChange {
  return {
    plan: (text, copy) => planIn(text, copy, wish, gates),
    ...(wish.action === 'skip' ? { asWritten: (...texts) => skippedAsWritten(...texts, wish, gates) } : {}),
    // Behind an untick there may have been a reason that only the text before knows.
    ...(wish.action === 'untick' ? {} : { undo: (text: string) => openAgain(text, wish) }),
  };
}

/** What an action on a step does to a text: taken back is a tick, or that the step does not apply. */
export function stepActionIn(text: string, { action, step }: StepWish): StepActionName | 'unskip' {
  const steps = parseRecord(text, { expected: true })?.body.steps ?? [];
  const there = stepWith(step, steps);
  return action === 'untick' && there && stateOf(there) === 'skipped' ? 'unskip' : action;
}

/** The message of its commit, made from the text that is committed. */
export function stepMessage(
  text: string,
  wish: StepWish,
  action: ActionName,
  options: { readonly record: string; readonly language: Language; readonly subject?: string | undefined },
): string {
  const steps: readonly Step[] = parseRecord(text, { expected: true })?.body.steps ?? [];
  const there = stepWith(wish.step, steps);
  const step = there ?? wish.step;
  const { record, language, subject } = options;
  const parts: MessageParts = {
    record,
    action,
    step: {
      path: step.path,
      text: step.text,
      ...progressOf(there ? sameDirectionSteps(there, steps) : steps),
    },
    reason: action === 'unskip' ? undefined : wish.reason,
    evidence: wish.evidence,
  };
  return commitMessage(parts, language, subject);
}

/** Where the file gives another reason, uncommitted, the two would differ after the commit: that is for a person. */
function skippedAsWritten(
  committed: string,
  workTree: string,
  wish: StepWish,
  gates?: ProcedureGates,
): TextChange {
  const [before, now] = [committed, workTree].map((text) =>
    stepWith(wish.step, parseRecord(text, { expected: true })?.body.steps ?? []),
  );
  const other =
    before?.applicable && now && !now.applicable && now.reason !== oneLineValue(wish.reason ?? '');
  const args = { what: quoted(wish.step.text), there: now?.reason ?? '' };
  return other ? { plan: () => refusedPlan('writtenOtherwise', args) } : stepChange(wish, gates);
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
