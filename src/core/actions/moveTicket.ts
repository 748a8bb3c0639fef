import { parseRecord } from '../model/parse/parseRecord';
import { oneLineValue } from '../model/text/oneLineValue';
import { stateArgs } from '../model/vocabulary/stateName';
import type { ActedOn, PlannedAction } from './action';
import { alreadyIn } from './moveChange';
import type { Move } from './moves';
import { planWritten, refusedPlan } from './recordAction';
import type { TextChange } from './textChange';
import { planTicketMove, ticketMovesOf, ticketState } from './ticketMoves';

/**
 * Plans a move of a ticket by itself.
 *
 * @param reason what somebody said of it, for the commit
 */
export function moveTicket(on: ActedOn, { to }: Move, reason: string | undefined): PlannedAction {
  const { stages } = on.input.config;
  const change: TextChange = {
    plan(text) {
      const ticket = parseRecord(text, { expected: true });
      if (ticket?.type !== 'ticket') return refusedPlan('notARecord');
      const state = ticketState(ticket);
      // A ticket that is there already stays as it is.
      if (state === to) return { edits: [] };
      const move = ticketMovesOf(ticket, stages).find((open) => open.to === to);
      if (!move) return refusedPlan('otherState', { ...stateArgs('state', state), ...stateArgs('to', to) });
      const { edits, allowed } = planTicketMove(ticket, move);
      return allowed ? { edits } : refusedPlan('notARecord');
    },
  };
  const said = reason ? { reason: oneLineValue(reason) } : {};
  return planWritten(on, { change, parts: { action: 'advance', to, ...said } }, alreadyIn(on, to));
}
