import { markConditions } from '../model/parse/markConditions';
import { parseRecord } from '../model/parse/parseRecord';
import type { Step } from '../model/parse/step';
import { progressOf, sameDirectionSteps } from '../model/parse/stepGates';
import type { TextEdit } from '../model/text/edit';
import { localized } from '../model/text/localized';
import { type ActedOn, messageFor, type PlannedAction, type PlannedBeside } from './action';
import type { ActionName, MessageParts } from './commitMessage';
import { refusedPlan } from './recordAction';
import { refusalText } from './refusals';
import {
  type ProcedureGates,
  planStepAction,
  quoted,
  type StepWish,
  stateOf,
  stepActionOn,
  stepKinds,
  stepRefusal,
} from './stepAction';
import { gatesFor } from './stepChoice';
import { identityOf, type StepIdentity, stepWith } from './stepIdentity';
import type { CommittedStepAction, StepActionName, StepWords } from './stepKind';
import type { RecordCopy, TextChange, TextPlan } from './textChange';

/** Plans an action on a step of a record, with what was said of it. */
export function planStep(
  on: ActedOn,
  action: StepActionName,
  step: Step,
  { reason, evidence, file }: StepWords,
): PlannedAction {
  // A file alone is evidence as well, and whoever reads only the line finds it by its name.
  const said = evidence || stepKinds[action].leaves === 'open' ? evidence : file?.file;
  const wish: StepWish = {
    action,
    step: identityOf(step, on.record.body.steps),
    reason,
    evidence: said,
    file,
  };
  const so = stepRefusal(stepKinds[action].already, step.text);
  const nameIn = (text: string) => stepActionIn(text, wish);
  const gates = gatesFor(on);
  const { conditions } = gates;
  return {
    files: [{ file: on.file, change: stepChange(wish, gates) }],
    ...(file ? { beside: [besideOf(file)] } : {}),
    message: ([text = ''], [before = '']) =>
      messageFor(on, stepParts(text, wish, nameIn(before), conditions)),
    already: {
      code: so.code,
      sentence: localized((language) => refusalText(so, language)),
      inEditor: { en: `“${step.text}” is so already.`, es: `«${step.text}» ya está así.` },
    },
    step: {
      shown: step,
      nameIn,
      progressIn: (text) => progressOf(sameDirectionSteps(step, stepsIn(text, conditions))),
    },
  };
}

/**
 * The change that an action on a step is, planned in each copy of its record. Gates count for what is committed;
 * other copies are only brought in line.
 */
export function stepChange(wish: StepWish, gates?: ProcedureGates): TextChange {
  const { differs, undone } = stepKinds[wish.action];
  return {
    plan: (text, copy) => planIn(text, copy, wish, gates),
    ...(differs ? { asWritten: (...texts) => asWritten(texts, wish, gates) } : {}),
    ...(undone ? { undo: (text: string) => openAgain(text, wish) } : {}),
  };
}

/** What an action on a step does to a text: taken back is a tick, or that the step does not apply. */
function stepActionIn(text: string, { action, step }: StepWish): CommittedStepAction {
  const there = stepWith(step, stepsIn(text));
  return there ? stepActionOn(stepKinds[action], stateOf(there)) : action;
}

/** What the commit tells, made from the text that is committed. */
export function stepParts(
  text: string,
  wish: StepWish,
  action: ActionName,
  conditions?: readonly string[],
): Omit<MessageParts, 'record'> {
  const steps = stepsIn(text, conditions);
  const there = stepWith(wish.step, steps);
  const step: StepIdentity | Step = there ?? wish.step;
  return {
    action,
    step: {
      path: step.path,
      text: step.text,
      ...progressOf(there ? sameDirectionSteps(there, steps) : steps),
    },
    reason: action === 'unskip' ? undefined : wish.reason,
    evidence: wish.evidence,
    file: wish.file,
  };
}

/** What comes with the commit, or goes where nothing is said of its content. */
function besideOf(file: NonNullable<StepWords['file']>): PlannedBeside {
  return { file: file.file, content: 'content' in file ? file.content : undefined };
}

function stepsIn(text: string, conditions?: readonly string[]): readonly Step[] {
  const record = parseRecord(text, { expected: true });
  return record ? markConditions(record, conditions).body.steps : [];
}

/** Where the file says it in other words, uncommitted, the two would differ after the commit: that is for a person. */
function asWritten(
  texts: readonly [committed: string, workTree: string],
  wish: StepWish,
  gates?: ProcedureGates,
): TextChange {
  const { differs, leaves } = stepKinds[wish.action];
  const [before, now] = texts.map((text) => stepWith(wish.step, stepsIn(text)));
  const begun = before && now && stateOf(before) !== leaves && stateOf(now) === leaves;
  if (!begun || !differs?.(now, wish)) return stepChange(wish, gates);
  const args = { what: quoted(wish.step.text), there: now.reason ?? '' };
  return { plan: () => refusedPlan('writtenOtherwise', args) };
}

function openAgain(text: string, wish: StepWish): readonly TextEdit[] | undefined {
  const back = planStepAction(text, { ...wish, action: 'untick' });
  return 'refusal' in back ? undefined : back.edits;
}

function planIn(text: string, copy: RecordCopy, wish: StepWish, gates?: ProcedureGates): TextPlan {
  const plan = planStepAction(text, wish, copy === 'committed' ? gates : undefined);
  if (!('refusal' in plan)) return plan;
  const { code } = plan.refusal;
  if (copy === 'committed' && code === 'stepGone')
    return { refusal: stepRefusal('stepUncommitted', wish.step.text) };
  const differs = code === 'stepGone' || code === 'stepSkipped' || code === 'stepTicked';
  if (copy === 'staged' && differs) return { refusal: stepRefusal('stepStaged', wish.step.text) };
  return plan;
}
