import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { GateFacts } from '../index/procedureFacts';
import { goesBack } from '../model/parse/goesBack';
import { choiceKey, isChosen } from '../model/parse/markChoices';
import { markConditions } from '../model/parse/markConditions';
import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord } from '../model/parse/record';
import type { Step } from '../model/parse/step';
import { gateBlocking, leadsBack, progressSteps } from '../model/parse/stepGates';
import { applyEdits } from '../model/text/edit';
import { oneLineValue } from '../model/text/oneLineValue';
import { closedState } from './closedState';
import type { Refusal, RefusalCode } from './refusals';
import { skip } from './skip';
import { type StepIdentity, stepWith } from './stepIdentity';
import type { CommittedStepAction, StepActionName, StepKind, StepState, StepWords } from './stepKind';
import type { TextPlan } from './textChange';
import { tick } from './tick';
import { untick } from './untick';

/** What may be done to a step, one row each. */
export const stepKinds: { readonly [name in StepActionName]: StepKind } = { tick, untick, skip };

/** What commits call the actions on steps. */
export const committedStepActions: ReadonlySet<string> = new Set(
  Object.values(stepKinds).flatMap(({ name, ofSkipped = name }) => [name, ofSkipped]),
);

/** What an action does to a step in a state, as commits name it. */
export function stepActionOn({ name, ofSkipped = name }: StepKind, state: StepState): CommittedStepAction {
  return state === 'skipped' ? ofSkipped : name;
}

/** What was done to a step between two states of it; undefined where they are the same. */
export function stepActionBetween(from: StepState, to: StepState): CommittedStepAction | undefined {
  const kind = Object.values(stepKinds).find(({ leaves }) => leaves === to);
  return from === to || !kind ? undefined : stepActionOn(kind, from);
}

/** What a person wants to do to one step, in whatever text the step is found. */
export interface StepWish extends StepWords {
  readonly action: StepActionName;
  readonly step: StepIdentity;
}

/** What may keep a step of a record back: the gates that its procedure sets, and that the record is closed. */
export interface ProcedureGates {
  readonly gates: readonly GateFacts[];
  /** Id of the procedure. */
  readonly procedure: string;
  /** What states of the team's own count as. */
  readonly stages?: WorkspaceConfig['stages'];
  /** What holds for the customer. */
  readonly conditions?: readonly string[];
}

/**
 * Plans an action on the step that a wish names, in a text of its record as it stands. Only gates, and
 * that the record is closed, keep a step from being ticked; whatever else is wrong with the record does not matter here.
 *
 * @param gates gates of the procedure that the record follows; undefined where the text is only brought in line
 */
export function planStepAction(text: string, wish: StepWish, gates?: ProcedureGates): TextPlan {
  const read = parseRecord(text, { expected: true });
  if (!read) return refused('notARecord', wish);
  const record = markConditions(read, gates?.conditions);
  if (record.type === 'procedure') return refused('procedureStep', wish, { record: record.data.id ?? '' });
  const { steps } = record.body;
  const step = stepWith(wish.step, steps);
  if (!step) return refused('stepGone', wish);
  const kind = stepKinds[wish.action];
  const obstacle = kind.inTheWay[stateOf(step)];
  if (obstacle) return refused(obstacle, wish);
  if (stateOf(step) === kind.leaves) return { edits: [] };
  const closed = gates && closedState(record, gates.stages ?? new Map());
  if (closed) return refused('closedStep', wish, closed);
  const early = gates && kind.waits && record.type === 'change' && leadsBack(step) && !goesBack(record.data);
  if (early) return refused('rollbackStep', wish, { record: record.data.id ?? '' });
  const unanswered = kind.asks(step).find(({ name }) => oneLineValue(wish[name] ?? '') === '');
  if (unanswered) return refused(unanswered.missing, wish);
  const chosen = kind.waits && step.notChosen ? chosenBeside(step, steps) : undefined;
  if (chosen) return refused('notChosen', wish, { other: quoted(chosen.text) });
  const blocked = kind.waits && gates ? gateBlocking(step, steps, gates.gates) : undefined;
  if (blocked) {
    const first = quoted(blocked.open[0]?.text ?? '');
    const count = progressSteps(blocked.open).length;
    const { required } = blocked;
    return refused('gate', wish, { required, count, first, procedure: gates?.procedure ?? '' });
  }
  return verified(record, step, wish);
}

/** The step of the same choice that is ticked. */
function chosenBeside(step: Step, steps: readonly Step[]): Step | undefined {
  const key = choiceKey(step);
  return steps.find((other) => other.choice !== undefined && isChosen(other) && choiceKey(other) === key);
}

/** The state that a step is in. */
export function stateOf({ applicable, checked }: Step): StepState {
  if (!applicable) return 'skipped';
  return checked ? 'ticked' : 'open';
}

/** A refusal that names the step. */
export function stepRefusal(code: RefusalCode, text: string, args: Refusal['args'] = {}): Refusal {
  return { code, args: { step: quoted(text), ...args } };
}

/** A step's text as a sentence names it. */
export function quoted(text: string): string {
  return oneLineValue(text, 80);
}

/** Plans the edits and reads the text that they make: this step is what it should be, and no other has changed. */
function verified(record: ParsedRecord, step: Step, wish: StepWish): TextPlan {
  const { text } = record.lines;
  const kind = stepKinds[wish.action];
  const edits = kind.edits(step, text, wish);
  const { steps } = record.body;
  const after = parseRecord(applyEdits(text, edits).text, { expected: true })?.body.steps ?? [];
  const asMeant = after.every((now, index) => {
    const before = steps[index];
    const state = before === step ? kind.leaves : before && stateOf(before);
    return now.text === before?.text && now.name === before?.name && stateOf(now) === state;
  });
  if (!asMeant || after.length !== steps.length) return refused('cannotMark', wish);
  return { edits };
}

function refused(code: RefusalCode, { step }: StepWish, args: Refusal['args'] = {}): TextPlan {
  return { refusal: stepRefusal(code, step.text, args) };
}
