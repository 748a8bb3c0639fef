import { goesBack } from '../model/parse/goesBack';
import type { ChangeData } from '../model/schema/recordData';
import { ends, onHold, type WaitsOn, type Workflow } from '../workflow/workflow';

/** A move out of a state. A forward one is only open when the change is ready for it. */
export interface Move {
  readonly to: string;
  readonly kind: 'forward' | 'back' | 'hold' | 'resume' | 'end';
}

type Moving = Pick<ChangeData, 'status' | 'hold' | 'performed_by' | 'actual' | 'outcome'>;

/**
 * The moves that a change has, the next state first. Where the customer performs the change nobody else reviews it,
 * so the state of review is passed over. What is rolled back leaves nothing to test, so it may be done at once.
 */
export function movesOf(data: Moving, workflow: Workflow): Move[] {
  const names = [...workflow.states.keys()];
  const from = data.status ?? names[0] ?? '';
  const state = workflow.states.get(from);
  if (!state || ends.has(state.stage)) return [];
  if (state.stage === onHold) {
    const back = data.hold?.from ?? names[0] ?? '';
    return [
      { to: back, kind: 'resume' },
      { to: 'cancelled', kind: 'end' },
    ];
  }
  const moves = state.moves.flatMap((to): Move[] => moveTo(to, from, data, workflow));
  if (state.stage === 'releasing' && goesBack(data)) moves.unshift(...movesTo('done', workflow));
  return [...unique(moves), { to: onHold, kind: 'hold' }, { to: 'cancelled', kind: 'end' }];
}

function movesTo(stage: string, workflow: Workflow): Move[] {
  return [...workflow.states].flatMap(([to, state]): Move[] =>
    state.stage === stage ? [{ to, kind: 'forward' }] : [],
  );
}

function moveTo(to: string, from: string, data: Moving, workflow: Workflow): Move[] {
  const names = [...workflow.states.keys()];
  const stage = workflow.states.get(to)?.stage ?? to;
  if (to === onHold || to === 'cancelled') return [];
  if (stage === 'rejected') return [{ to, kind: 'end' }];
  if (names.indexOf(to) < names.indexOf(from)) return [{ to, kind: 'back' }];
  if (stage !== 'to_be_reviewed' || data.performed_by !== 'customer') return [{ to, kind: 'forward' }];
  const further = workflow.states.get(to)?.moves ?? [];
  return further
    .filter((next) => names.indexOf(next) > names.indexOf(to) && !ends.has(next) && next !== onHold)
    .map((next) => ({ to: next, kind: 'forward' as const }));
}

function unique(moves: readonly Move[]): Move[] {
  return [...new Map(moves.map((move) => [move.to, move])).values()];
}

/** On whom a change waits in a state: `performer` is resolved by who performs it. */
export function waitsOn(
  status: string,
  data: Pick<ChangeData, 'performed_by'>,
  workflow: Workflow,
): Exclude<WaitsOn, 'performer'> | 'partner' {
  const who = workflow.states.get(status)?.waitsOn ?? 'us';
  if (who !== 'performer') return who;
  if (data.performed_by === 'customer' || data.performed_by === 'partner') return data.performed_by;
  return 'us';
}
