import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordIndex } from '../index/recordIndex';
import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord, RecordOf } from '../model/parse/record';
import { changeStatusChoice, ticketStatusChoice } from '../model/vocabulary/choices';
import type { ChoiceTable } from '../model/vocabulary/fieldType';
import { type Move, movesOf, waitsOn } from './moves';
import { ticketMovesOf, ticketState, ticketWaitsOn } from './ticketMoves';

/** A record that has states to move between. */
export type Movable = RecordOf<'change'> | RecordOf<'ticket'>;

type InWorkspace = { readonly config: WorkspaceConfig; readonly index: RecordIndex };

/** Where a change or a ticket stands, and where it may go. */
export interface RecordMoves {
  /** The state that it is in: the first one where it names none. */
  readonly state: string;
  /** The moves out of it, the usual next one first. */
  readonly moves: readonly Move[];
  /** What its states are called. */
  readonly names: ChoiceTable;
  waitsOn(state: string, input: InWorkspace): ReturnType<typeof waitsOn>;
}

export function isMovable(record: ParsedRecord | undefined): record is Movable {
  return record !== undefined && record.type !== 'procedure';
}

export function recordMoves(
  record: Movable,
  { workflow, stages }: Pick<WorkspaceConfig, 'workflow' | 'stages'>,
): RecordMoves {
  if (record.type === 'change')
    return {
      state: record.data.status ?? [...workflow.states.keys()][0] ?? '',
      moves: movesOf(record.data, workflow),
      names: changeStatusChoice.choices,
      waitsOn: (state) => waitsOn(state, record.data, workflow),
    };
  return {
    state: ticketState(record),
    moves: ticketMovesOf(record, stages),
    names: ticketStatusChoice.choices,
    waitsOn: (state, input) => ticketWaitsOn(state, record, input),
  };
}

/** A move that the file says and the commit does not: an earlier run was refused or killed before its commit. */
export interface BegunMove<R extends Movable = Movable> {
  /** The record as it is committed. */
  readonly record: R;
  readonly move: Move;
  /** Whether it is the usual next move of what is committed. */
  readonly usual: boolean;
}

/** The move that was begun; undefined where the file has the state that is committed, or none that it leads to. */
export function begunMove<R extends Movable>(
  committed: string,
  shown: R,
  config: WorkspaceConfig,
): BegunMove<R> | undefined {
  const isAlike = (record: ParsedRecord): record is R => record.type === shown.type;
  const record = parseRecord(committed, { expected: true });
  if (!record || !isAlike(record)) return undefined;
  const { state, moves } = recordMoves(record, config);
  const { state: now } = recordMoves(shown, config);
  const move = state === now ? undefined : moves.find(({ to }) => to === now);
  return move && { record, move, usual: move === moves[0] && move.kind !== 'end' };
}
