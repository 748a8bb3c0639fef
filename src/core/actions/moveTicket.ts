import type { WorkspaceConfig } from '../config/workspaceConfig';
import { parseRecord } from '../model/parse/parseRecord';
import { oneLineValue } from '../model/text/oneLineValue';
import { stateArgs } from '../model/vocabulary/stateName';
import type { ActedOn, PlannedAction } from './action';
import { alreadyIn } from './moveChange';
import type { Move } from './moves';
import { planWritten, refusedPlan, type WrittenAction } from './recordAction';
import { planTicketMove, ticketMovesOf, ticketState } from './ticketMoves';

/**
 * Plans a move of a ticket by itself.
 *
 * @param reason what somebody said of it, for the commit
 */
export function moveTicket(on: ActedOn, move: Move, reason: string | undefined): PlannedAction {
  return planWritten(on, ticketMoved(move, reason, on.input.config.stages), alreadyIn(on, move.to));
}

/** What it writes into each copy of the record; a ticket that is there already stays as it is. */
export function ticketMoved(
  { to }: Move,
  reason: string | undefined,
  stages: WorkspaceConfig['stages'],
): WrittenAction {
  return {
    change: {
      plan(text) {
        const ticket = parseRecord(text, { expected: true });
        if (ticket?.type !== 'ticket') return refusedPlan('notARecord');
        const state = ticketState(ticket);
        if (state === to) return { edits: [] };
        const move = ticketMovesOf(ticket, stages).find((open) => open.to === to);
        if (!move) return refusedPlan('otherState', { ...stateArgs('state', state), ...stateArgs('to', to) });
        const { edits, allowed } = planTicketMove(ticket, move);
        return allowed ? { edits } : refusedPlan('notARecord');
      },
    },
    parts: { action: 'advance', to, ...(reason ? { reason: oneLineValue(reason) } : {}) },
  };
}
