import type { WorkspaceConfig } from '../config/workspaceConfig';
import { parseRecord } from '../model/parse/parseRecord';
import type { RecordOf } from '../model/parse/record';
import type { Workflow } from '../workflow/workflow';
import { type Move, movesOf } from './moves';
import { ticketMovesOf, ticketState } from './ticketMoves';

/** A move that the file says and the commit does not: an earlier run was refused or killed before its commit. */
export interface BegunMove<T extends 'change' | 'ticket'> {
  /** The record as it is committed. */
  readonly record: RecordOf<T>;
  readonly move: Move;
  /** Whether it is the usual next move of what is committed. */
  readonly usual: boolean;
}

/** The move of a change that was begun; undefined where the file has the state that is committed, or none it leads to. */
export function begunMove(
  committed: string,
  shown: RecordOf<'change'>,
  workflow: Workflow,
): BegunMove<'change'> | undefined {
  const record = parseRecord(committed, { expected: true });
  if (record?.type !== 'change' || record.data.status === shown.data.status) return undefined;
  const moves = movesOf(record.data, workflow);
  const move = moves.find(({ to }) => to === shown.data.status);
  return move && { record, move, usual: move === moves[0] && move.kind !== 'end' };
}

/** The same of a ticket. */
export function begunTicketMove(
  committed: string,
  shown: RecordOf<'ticket'>,
  stages: WorkspaceConfig['stages'],
): BegunMove<'ticket'> | undefined {
  const record = parseRecord(committed, { expected: true });
  if (record?.type !== 'ticket' || ticketState(record) === ticketState(shown)) return undefined;
  const moves = ticketMovesOf(record, stages);
  const move = moves.find(({ to }) => to === ticketState(shown));
  return move && { record, move, usual: move === moves[0] };
}
