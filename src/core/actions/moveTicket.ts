import type { WorkspaceConfig } from '../config/workspaceConfig';
import { parseRecord } from '../model/parse/parseRecord';
import { oneLineValue } from '../model/text/oneLineValue';
import { stateArgs } from '../model/vocabulary/stateName';
import type { Move } from './moves';
import { type RecordAction, refusedPlan } from './recordAction';
import { planTicketMove, ticketMovesOf, ticketState } from './ticketMoves';

/**
 * A move of a ticket by itself, planned in each copy of its record; a ticket that is there already stays as it is.
 *
 * @param reason what somebody said of it, for the commit
 */
export function moveTicket(
  { to }: Move,
  reason: string | undefined,
  stages: WorkspaceConfig['stages'],
): RecordAction {
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
