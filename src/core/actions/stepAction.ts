import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { GateFacts } from '../index/procedureFacts';
import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord } from '../model/parse/record';
import type { Step } from '../model/parse/step';
import { gateBlocking } from '../model/parse/stepGates';
import { applyEdits, type TextEdit } from '../model/text/edit';
import { oneLineValue } from '../model/text/oneLineValue';
import { closedState } from './closedState';
import type { ActionName } from './commitMessage';
import type { Refusal, RefusalCode } from './refusals';
import { applicableEdits, boxEdit, notApplicableEdits } from './stepEdits';
import { identityOf, type StepIdentity, stepWith } from './stepIdentity';

/** What may be done to a step. `untick` also takes back that a step does not apply. */
export type StepActionName = 'tick' | 'untick' | 'skip';

/** What a person wants to do to one step, in whatever text the step is found. */
export interface StepWish {
  readonly action: StepActionName;
  readonly step: StepIdentity;
  readonly reason?: string | undefined;
  readonly evidence?: string | undefined;
}

/** What may keep a step of a record back: the gates that its procedure sets, and that the record is closed. */
export interface ProcedureGates {
  readonly gates: readonly GateFacts[];
  /** Id of the procedure. */
  readonly procedure: string;
  /** What states of the team's own count as. */
  readonly stages?: WorkspaceConfig['stages'];
}

/** What an action writes into one text; without edits the text is as the action leaves it already. */
export type StepPlan =
  | {
      readonly kind: 'planned';
      readonly action: ActionName;
      readonly edits: readonly TextEdit[];
      /** Steps of the text after the edits. */
      readonly steps: readonly Step[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * The first step that a text has ticked and its commit has not, though nothing keeps it back there: an earlier run
 * wrote it and did not get to its commit. It is the commit's next step, whatever is open in the file.
 */
export function tickedOnlyHere(
  steps: readonly Step[],
  committed: string,
  gates: ProcedureGates['gates'],
): Step | undefined {
  const before = parseRecord(committed, { expected: true })?.body.steps ?? [];
  return steps.find((step) => {
    if (stateOf(step) !== 'ticked') return false;
    const was = stepWith(identityOf(step, steps), before);
    return was && stateOf(was) === 'open' && !gateBlocking(was, before, gates);
  });
}

type StepState = 'open' | 'ticked' | 'skipped';

const wanted: { readonly [action in StepActionName]: StepState } = {
  tick: 'ticked',
  untick: 'open',
  skip: 'skipped',
};

/** Refusals of an action on a step that is in another state than it begins from. */
const inTheWay: { readonly [action in StepActionName]: { readonly [state in StepState]?: RefusalCode } } = {
  tick: { skipped: 'stepSkipped' },
  untick: {},
  skip: { ticked: 'stepTicked' },
};

/** What is told where nothing is left to do. */
export const alreadyCodes: { readonly [action in StepActionName]: RefusalCode } = {
  tick: 'alreadyTicked',
  untick: 'alreadyOpen',
  skip: 'alreadySkipped',
};

/**
 * Plans an action on the step that a wish names, in a text of its record as it stands. Only gates, and
 * that the record is closed, keep a step from being ticked; whatever else is wrong with the record does not matter here.
 *
 * @param gates gates of the procedure that the record follows; nothing where the text is only brought in line
 */
export function planStepAction(text: string, wish: StepWish, gates?: ProcedureGates): StepPlan {
  const record = parseRecord(text, { expected: true });
  if (!record) return refused('notARecord', wish);
  if (record.type === 'procedure') return refused('procedureStep', wish, { record: record.data.id ?? '' });
  const { steps } = record.body;
  const step = stepWith(wish.step, steps);
  if (!step) return refused('stepGone', wish);
  const state = stateOf(step);
  const obstacle = inTheWay[wish.action][state];
  if (obstacle) return refused(obstacle, wish);
  const action = wish.action === 'untick' && state === 'skipped' ? 'unskip' : wish.action;
  if (state === wanted[wish.action]) return { kind: 'planned', action, edits: [], steps };
  const closed = gates && closedState(record, gates.stages ?? new Map());
  if (closed) return refused('closedStep', wish, closed);
  const lack = lackOf(step, wish);
  if (lack) return refused(lack, wish);
  const blocked = wish.action === 'tick' && gates ? gateBlocking(step, steps, gates.gates) : undefined;
  if (blocked) {
    const first = quoted(blocked.open[0]?.text ?? '');
    const { required, open } = blocked;
    return refused('gate', wish, { required, count: open.length, first, procedure: gates?.procedure ?? '' });
  }
  return verified(record, step, wish, action);
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

function lackOf(step: Step, { action, reason, evidence }: StepWish): RefusalCode | undefined {
  if (action === 'skip' && oneLineValue(reason ?? '') === '') return 'reasonMissing';
  // That it does not apply has to be shown as well.
  const asks = action !== 'untick' && step.evidence;
  if (asks && oneLineValue(evidence ?? '') === '') return 'evidenceMissing';
  return undefined;
}

/** Plans the edits and reads the text that they make: this step is what it should be, and no other has changed. */
function verified(record: ParsedRecord, step: Step, wish: StepWish, action: ActionName): StepPlan {
  const { text } = record.lines;
  const edits = editsFor(step, text, wish);
  const { steps } = record.body;
  const after = parseRecord(applyEdits(text, edits).text, { expected: true })?.body.steps ?? [];
  const asMeant = after.every((now, index) => {
    const before = steps[index];
    const state = before === step ? wanted[wish.action] : before && stateOf(before);
    return now.text === before?.text && now.name === before?.name && stateOf(now) === state;
  });
  if (!asMeant || after.length !== steps.length) return refused('cannotMark', wish);
  return { kind: 'planned', action, edits, steps: after };
}

function editsFor(step: Step, source: string, { action, reason }: StepWish): TextEdit[] {
  if (action === 'skip') return notApplicableEdits(step, source, reason ?? '');
  if (action === 'untick' && !step.applicable) return applicableEdits(step, source);
  return [boxEdit(step, action === 'tick')];
}

function refused(code: RefusalCode, { step }: StepWish, args: Refusal['args'] = {}): StepPlan {
  return { kind: 'refused', refusal: stepRefusal(code, step.text, args) };
}
