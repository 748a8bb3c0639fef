import type { WorkspaceConfig } from '../config/workspaceConfig';
import { setFields } from '../edits/setFields';
import type { RecordIndex } from '../index/recordIndex';
import type { RecordOf } from '../model/parse/record';
import { ticketStatusChoice } from '../model/vocabulary/choices';
import { choiceIn } from '../model/vocabulary/vocabulary';
import { initialStatus, isOpen } from '../workflow/stages';
import type { Move, waitsOn } from './moves';
import { bareMove, type PlannedMove } from './planMove';

type TicketState = keyof typeof ticketStatusChoice.choices;
/** Moves by their target, the usual next one first. */
type Moves = { readonly [to in TicketState]?: Move['kind'] };

/**
 * The moves of tickets: to and fro between support and customer, from either to the work, then on in order. A ticket
 * whose work was begun too early goes back by one; what the customer does not accept, and what comes up again, goes
 * back to support. Where a ticket came from before it was put aside nobody wrote down, so it starts over.
 */
const moves: { readonly [from in TicketState]: Moves } = {
  waiting_for_support: { to_do: 'forward', waiting_for_customer: 'forward', on_hold: 'hold' },
  waiting_for_customer: { to_do: 'forward', waiting_for_support: 'back', on_hold: 'hold' },
  to_do: { in_progress: 'forward', waiting_for_support: 'back', on_hold: 'hold' },
  in_progress: { to_be_released: 'forward', to_do: 'back', on_hold: 'hold' },
  to_be_released: { in_testing: 'forward', in_progress: 'back', on_hold: 'hold' },
  in_testing: { done: 'forward', waiting_for_support: 'back', on_hold: 'hold' },
  done: { waiting_for_support: 'back' },
  on_hold: { waiting_for_support: 'resume', to_do: 'resume' },
};

type TicketRecord = RecordOf<'ticket'>;

/** The state of a ticket as it is written; the first one where none is. */
export function ticketState({ data }: TicketRecord): string {
  return data.status ?? initialStatus('ticket');
}

/** The moves that a ticket has, the usual next state first. A state of a team's own has those of its counterpart. */
export function ticketMovesOf(ticket: TicketRecord, stages: WorkspaceConfig['stages']): Move[] {
  const state = ticketState(ticket);
  const open = new Map(Object.entries(moves)).get(stages.get(state) ?? state);
  return Object.entries(open ?? {}).map(([to, kind]) => ({ to, kind }));
}

/** Plans one move of a ticket. No rule of changes is asked: it is allowed wherever the ticket can be edited. */
export function planTicketMove(ticket: TicketRecord, move: Move): PlannedMove {
  const status = choiceIn(ticket.language, ticketStatusChoice.choices, move.to);
  return bareMove(move, ticketState(ticket), setFields(ticket, { status }));
}

/** The changes that list a ticket: those that are still open, else those that have ended. */
export function changesOfTicket(id: string | undefined, index: RecordIndex): string[] {
  const listing = id === undefined ? [] : index.referrersOf(id, 'ticket');
  const all = listing.map(({ file, summary }) => ({ name: summary.id ?? file, open: isOpen(summary.stage) }));
  const open = all.filter((change) => change.open);
  return (open.length > 0 ? open : all).map(({ name }) => name);
}

/** On whom a ticket waits in a state: to be deployed, on the customer only where that performs the change. */
export function ticketWaitsOn(
  status: string,
  ticket: TicketRecord,
  { config, index }: { readonly config: WorkspaceConfig; readonly index: RecordIndex },
): ReturnType<typeof waitsOn> {
  const stage = config.stages.get(status) ?? status;
  if (stage === 'waiting_for_customer' || stage === 'in_testing') return 'customer';
  if (stage === 'done') return 'nobody';
  if (stage !== 'to_be_released') return 'us';
  const delivering = [...changesOfTicket(ticket.data.id, index), ticket.data.change ?? ''];
  const theirs = delivering.some((id) => index.byId(id)?.summary.change?.performedBy === 'customer');
  return theirs ? 'customer' : 'us';
}
