import { changeStatusChoice, ticketStatusChoice } from '../model/vocabulary/choices';

/** Whose turn it is in a state. `performer` is whoever performs the change. */
export type WaitsOn = 'customer' | 'performer' | 'us' | 'nobody';

/** One state of a workflow. */
export interface WorkflowState {
  readonly name: string;
  /** The usual state that it counts as, by which rules know it. */
  readonly stage: string;
  readonly waitsOn: WaitsOn;
  /** States that follow it or that it may go back to; `on_hold` and `cancelled` are open to every open state. */
  readonly moves: readonly string[];
  /** Rules whose findings keep a change out of it, even if they are no errors. */
  readonly guards: readonly string[];
}

/** A workflow as data: its states in order, each with the moves out of it. */
export interface Workflow {
  readonly states: ReadonlyMap<string, WorkflowState>;
}

/** The states beside the order. */
export const onHold = 'on_hold';
export const ends: ReadonlySet<string> = new Set(['done', 'rejected', 'cancelled']);
const beside = new Set([onHold, 'rejected', 'cancelled']);

const waitsOnByStage: { readonly [stage: string]: WaitsOn } = {
  to_be_reviewed: 'customer',
  to_be_released: 'performer',
  in_testing: 'customer',
  done: 'nobody',
  rejected: 'nobody',
  cancelled: 'nobody',
};

/** Who a stage waits on unless the workflow says otherwise. */
export function usualWaitsOn(stage: string): WaitsOn {
  return waitsOnByStage[stage] ?? 'us';
}

/** Where the order goes back to when something is not good enough yet. */
const backToProgress = new Set(['to_be_reviewed', 'to_be_released', 'in_testing']);
const rejectedFrom = new Set(['to_be_reviewed', 'to_be_released']);

/** The workflow of changes where the configuration describes no other. */
export const defaultWorkflow: Workflow = {
  states: new Map(defaultStates().map((state) => [state.name, state])),
};

function defaultStates(): WorkflowState[] {
  const names = Object.keys(changeStatusChoice.choices);
  const order = names.filter((name) => !beside.has(name));
  return names.map((name) => {
    const next = order[order.indexOf(name) + 1];
    const moves: string[] = [];
    if (order.includes(name) && next) moves.push(next);
    if (backToProgress.has(name)) moves.push('in_progress');
    if (rejectedFrom.has(name)) moves.push('rejected');
    return { name, stage: name, waitsOn: usualWaitsOn(name), moves, guards: [] };
  });
}

/** The order of tickets: between the first two freely, from either to the third, then in order. */
export const ticketStates: readonly string[] = Object.keys(ticketStatusChoice.choices);
