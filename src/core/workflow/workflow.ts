import { changeStatusChoice } from '../model/vocabulary/choices';

/** Who must act in a state. `performer` is the party that performs the change. */
export type WaitsOn = 'customer' | 'performer' | 'us' | 'nobody';

/** One state of a workflow. */
export interface WorkflowState {
  readonly name: string;
  /** The usual state that it counts as for rules. */
  readonly stage: string;
  readonly waitsOn: WaitsOn;
  /** Next and earlier states that it may move to. Every open state may also move to `on_hold` and `cancelled`. */
  readonly moves: readonly string[];
  /** Rules whose findings keep a change from entering it, even if they are not errors. */
  readonly guards: readonly string[];
}

/** A workflow as data: its states in order, each with the moves out of it. */
export interface Workflow {
  readonly states: ReadonlyMap<string, WorkflowState>;
}

export const onHold = 'on_hold';
/** The states in which a record is finished. */
export const ends: ReadonlySet<string> = new Set(['done', 'rejected', 'cancelled']);
/** The states outside of the order. */
export const sideStates: ReadonlySet<string> = new Set([onHold, 'rejected', 'cancelled']);

const waitsOnByStage: { readonly [stage: string]: WaitsOn } = {
  to_be_reviewed: 'customer',
  to_be_released: 'performer',
  in_testing: 'customer',
  done: 'nobody',
  rejected: 'nobody',
  cancelled: 'nobody',
};

/** Who must act at a stage, unless the workflow says otherwise. */
export function usualWaitsOn(stage: string): WaitsOn {
  return waitsOnByStage[stage] ?? 'us';
}

/** States that may go back to `in_progress`. */
const backToProgress = new Set(['to_be_reviewed', 'to_be_released', 'in_testing']);
const rejectedFrom = new Set(['to_be_reviewed', 'to_be_released']);

/** The default workflow of changes. */
export const defaultWorkflow: Workflow = {
  states: new Map(defaultStates().map((state) => [state.name, state])),
};

function defaultStates(): WorkflowState[] {
  const names = Object.keys(changeStatusChoice.choices);
  const order = names.filter((name) => !sideStates.has(name));
  return names.map((name) => {
    const next = order[order.indexOf(name) + 1];
    const moves: string[] = [];
    if (order.includes(name) && next) moves.push(next);
    if (backToProgress.has(name)) moves.push('in_progress');
    if (rejectedFrom.has(name)) moves.push('rejected');
    return { name, stage: name, waitsOn: usualWaitsOn(name), moves, guards: [] };
  });
}
