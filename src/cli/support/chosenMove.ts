import { join } from 'node:path';
import type { PlannedAction } from '../../core/actions/action';
import { planChangeMove } from '../../core/actions/moveChange';
import type { Move, waitsOn } from '../../core/actions/moves';
import { moveTicket } from '../../core/actions/moveTicket';
import {
  bareMove,
  type MoveInput,
  type MoveWords,
  type PlannedMove,
  planMove,
} from '../../core/actions/planMove';
import {
  type BegunMove,
  begunMove,
  isMovable,
  type Movable,
  type RecordMoves,
  recordMoves,
} from '../../core/actions/recordMoves';
import { refusalText } from '../../core/actions/refusals';
import { planTicketMove } from '../../core/actions/ticketMoves';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { RecordOf } from '../../core/model/parse/record';
import { localized } from '../../core/model/text/localized';
import { outcomeChoice } from '../../core/model/vocabulary/choices';
import type { ChoiceTable } from '../../core/model/vocabulary/fieldType';
import { stateArgs, stateName } from '../../core/model/vocabulary/stateName';
import { choiceIn, choiceNamed, choiceNames, withSpaces } from '../../core/model/vocabulary/vocabulary';
import { onHold } from '../../core/workflow/workflow';
import { inputOf } from '../../node/checkWorkspace';
import { begunTickets } from '../../node/commit/begunTickets';
import { committedOtherwise } from '../../node/commit/committedText';
import { readText } from '../../node/readText';
import { type Call, hintFor, say, wrongValue } from './command';
import { RefusedError, UsageError } from './io';
import { type NamedRecord, recordOf } from './namedRecord';

/** The move that a call asks for, planned. */
export interface ChosenMove {
  /** The record's text, which the plan is for. */
  readonly text: string;
  readonly plan: PlannedMove;
  /** The same, ready to be committed. */
  readonly planned: PlannedAction;
  /** Whose turn it then is. */
  readonly waitsOn: ReturnType<typeof waitsOn>;
}

/** Chooses and plans the move of the change or ticket that a call names, or says in one sentence why there is none. */
export async function chosenMove(
  call: Call,
  named: NamedRecord,
  kind?: 'hold' | 'resume',
): Promise<ChosenMove> {
  const { path, entry, language, workspace } = named;
  const { config } = workspace.config;
  const record = recordOf(named);
  if (!isMovable(record) || (kind && record.type !== 'change')) {
    const id = entry.summary.id ?? entry.file;
    throw new UsageError(say(language, kind ? 'notAChange' : 'notMovable', { id }));
  }
  const words = wordsOf(call, record);
  const asked = { kind, to: kind === 'hold' ? onHold : call.text('to') };
  // Where nothing is committed, the file alone tells the state.
  const committed = call.has('no-commit') ? undefined : await committedOtherwise(path);
  const open = recordMoves(record, config);
  const begun = committed === undefined ? undefined : begunMove(committed, record, config);
  const again = begun && isAsked(begun, asked, open.names) ? begun : undefined;
  const move = again?.move ?? openMove(named, open, asked);
  const from = again?.record ?? record;
  const { state } = again ? recordMoves(from, config) : open;
  // To where the record is already nothing is written.
  const there = state === move.to ? bareMove(move, state, []) : undefined;
  if (there) {
    mustBeCommitted(named, committed, move);
    if (from.type === 'change') mustEndSo(named, from, move, words);
  }
  return {
    text: from.lines.text,
    ...(await planned(named, from, move, words, { there, again: again !== undefined })),
    waitsOn: open.waitsOn(move.to, { config, index: workspace.index }),
  };
}

/** What a move writes, and the commit that it is. */
async function planned(
  named: NamedRecord,
  record: Movable,
  move: Move,
  words: MoveWords,
  { there, again }: { readonly there: PlannedMove | undefined; readonly again: boolean },
): Promise<Pick<ChosenMove, 'plan' | 'planned'>> {
  const { file } = named.entry;
  const input: MoveInput = { ...inputOf(named.workspace), textOf: (other) => textOf(named, other) };
  if (record.type === 'ticket')
    return {
      plan: there ?? planTicketMove(record, move),
      planned: moveTicket({ record, file, input }, move, words.reason),
    };
  const plan = there ?? planMove(record, file, move, words, input);
  const pathOf = (other: string): string => join(named.workspace.root, other);
  const along = again && !there ? await begunTickets(record, move.to, input, pathOf) : [];
  const tickets = [...plan.tickets, ...along];
  const files = tickets.map((ticket) => ticket.file);
  return {
    plan: { ...plan, tickets },
    planned: planChangeMove({ record, file, input }, move, words, files),
  };
}

interface Asked {
  readonly kind: 'hold' | 'resume' | undefined;
  readonly to: string | undefined;
}

/** Whether a move that was begun is the one that the call asks for. */
function isAsked({ move, usual }: BegunMove, { kind, to }: Asked, names: ChoiceTable): boolean {
  if (kind) return move.kind === kind;
  return to === undefined ? usual : move.to === (choiceNamed(names, to) ?? to);
}

/**
 * The move of the kind that is asked for, or to the state that is, in either language; the usual next one where neither
 * is, and one that goes nowhere where the record is in that state.
 */
function openMove(
  { workspace, language }: NamedRecord,
  { state: from, moves, names }: RecordMoves,
  { kind, to }: Asked,
): Move {
  const ofKind = kind && moves.find((open) => open.kind === kind);
  if (ofKind) return ofKind;
  if (kind === 'resume') throw new RefusedError(refusalText({ code: 'notOnHold', args: {} }, language));
  const wanted = to === undefined ? undefined : (choiceNamed(names, to) ?? to);
  // What cannot be taken back is asked for by name.
  const usual = moves[0]?.kind === 'end' ? undefined : moves[0];
  const move = wanted === undefined ? usual : moves.find((open) => open.to === wanted);
  if (move) return move;
  if (wanted === from) return { to: from, kind: 'back' };
  const shown = (state: string): string => stateName(state, language);
  const named = localized((own) => moves.map((other) => stateName(other.to, own)).join(', '));
  const open = named[language];
  const id = open === '' ? 'noMoves' : wanted === undefined ? 'whichState' : 'noSuchMove';
  const hint = hintFor(to ?? '', named);
  const sentence = say(language, id, { from: shown(from), to: shown(wanted ?? ''), open, ...hint });
  const { stages } = workspace.config.config;
  const isState = wanted === undefined ? open === '' : Object.hasOwn(names, wanted) || stages.has(wanted);
  throw isState ? new RefusedError(sentence) : new UsageError(sentence);
}

/** A state that stands in the file alone is not one that the record is in already. */
function mustBeCommitted(
  { language, workspace }: NamedRecord,
  committed: string | undefined,
  { to }: Move,
): void {
  const record = committed === undefined ? undefined : parseRecord(committed, { expected: true });
  if (!isMovable(record)) return;
  const { state } = recordMoves(record, workspace.config.config);
  if (state === to) return;
  const args = { ...stateArgs('state', state), ...stateArgs('to', to) };
  throw new RefusedError(refusalText({ code: 'otherState', args }, language));
}

/** A change that is done already did not end otherwise than the call says. */
function mustEndSo(
  { language }: NamedRecord,
  { data }: RecordOf<'change'>,
  { to }: Move,
  { outcome: asked }: MoveWords,
): void {
  const { outcome } = data;
  if (!asked || !outcome || asked === outcome) return;
  const ended = choiceIn(language, outcomeChoice.choices, outcome);
  const args = { ...stateArgs('to', to), outcome: withSpaces(ended) };
  throw new RefusedError(refusalText({ code: 'otherOutcome', args }, language));
}

/** The text of another record of the workspace, as it stands now. */
export function textOf({ workspace }: NamedRecord, file: string): string | undefined {
  try {
    return readText(join(workspace.root, file), workspace.root).text;
  } catch {
    return undefined;
  }
}

function wordsOf(call: Call, { type }: Movable): MoveWords {
  const reason = call.text('reason');
  if (type === 'ticket') return { reason };
  const written = call.text('outcome');
  const outcome = written === undefined ? undefined : choiceNamed(outcomeChoice.choices, written);
  if (written !== undefined && !outcome)
    throw wrongValue('outcome', written, choiceNames(outcomeChoice.choices));
  return { reason, outcome, requester: call.text('requester') };
}
