import { dirname, join } from 'node:path';
import type { PlannedAction } from '../../core/actions/action';
import { planChangeMove } from '../../core/actions/moveChange';
import type { Move, waitsOn } from '../../core/actions/moves';
import { movesThrough } from '../../core/actions/movesThrough';
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
import type { ParsedRecord, RecordOf } from '../../core/model/parse/record';
import { applyEdits } from '../../core/model/text/edit';
import { localized } from '../../core/model/text/localized';
import { outcomeChoice } from '../../core/model/vocabulary/choices';
import type { ChoiceTable } from '../../core/model/vocabulary/fieldType';
import { stateArgs, stateName } from '../../core/model/vocabulary/stateName';
import { choiceIn, choiceNamed, choiceNames, withSpaces } from '../../core/model/vocabulary/vocabulary';
import { calledNotice } from '../../core/notices/calledNotice';
import { onHold } from '../../core/workflow/workflow';
import { inputOf } from '../../node/checkWorkspace';
import { begunTickets } from '../../node/commit/begunTickets';
import { committedOtherwise } from '../../node/commit/committedText';
import { ownIdentity } from '../../node/commit/identity';
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
  /** The change as the move leaves it; undefined of a ticket. */
  readonly moved: RecordOf<'change'> | undefined;
}

/** Which move is meant, where the call's own words do not say it. */
interface MeantMove {
  readonly kind?: 'hold' | 'resume' | undefined;
  /** One of several states that the record passes. */
  readonly to?: string;
  /** Whether it is the last of them, of which the call tells why. */
  readonly isLast?: boolean;
  /** The record as the moves before it leave it. */
  readonly record?: ParsedRecord | undefined;
}

/** Chooses and plans the move of the change or ticket that a call names, or says in one sentence why there is none. */
export async function chosenMove(
  call: Call,
  named: NamedRecord,
  { kind, to, isLast = true, record = recordOf(named) }: MeantMove = {},
): Promise<ChosenMove> {
  const { path, entry, language, workspace } = named;
  const { config } = workspace.config;
  if (!isMovable(record) || (kind && record.type !== 'change')) {
    const id = entry.summary.id ?? entry.file;
    throw new UsageError(say(language, kind ? 'notAChange' : 'notMovable', { id }));
  }
  const { reason, ...others } = wordsOf(call, record);
  const words = isLast ? { reason, ...others } : others;
  const asked = { kind, to: kind === 'hold' ? onHold : (to ?? call.text('to')) };
  // Where nothing is committed, the file alone tells the state.
  const committed = call.has('no-commit') ? undefined : await committedOtherwise(path);
  const open = recordMoves(record, config);
  const begun = committed === undefined ? undefined : begunMove(committed, record, config);
  const again = begun && isAsked(begun, asked, open.names) ? begun : undefined;
  const move = again?.move ?? openMove(named, open, asked, record);
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
    ...(await planned(call, named, from, move, words, { there, again: again !== undefined })),
    waitsOn: open.waitsOn(move.to, { config, index: workspace.index }),
  };
}

/** What a move writes, and the commit that it is. */
async function planned(
  call: Call,
  named: NamedRecord,
  record: Movable,
  move: Move,
  said: MoveWords,
  { there, again }: { readonly there: PlannedMove | undefined; readonly again: boolean },
): Promise<Pick<ChosenMove, 'plan' | 'planned' | 'moved'>> {
  const { file } = named.entry;
  const input: MoveInput = { ...inputOf(named.workspace), textOf: (other) => textOf(named, other) };
  if (record.type === 'ticket')
    return {
      plan: there ?? planTicketMove(record, move),
      planned: moveTicket({ record, file, input }, move, said.reason),
      moved: undefined,
    };
  const sent = call.has('sent') && !there ? await sentAlong(named, record, move, said, input) : {};
  const words = { ...said, ...sent };
  const plan = there ?? planMove(record, file, move, words, input);
  const pathOf = (other: string): string => join(named.workspace.root, other);
  const along = again && !there ? await begunTickets(record, move.to, input, pathOf) : [];
  const tickets = [...plan.tickets, ...along];
  const files = tickets.map((ticket) => ticket.file);
  return {
    plan: { ...plan, tickets },
    planned: planChangeMove({ record, file, input }, move, words, files),
    moved: movedBy(record, plan),
  };
}

function movedBy(record: RecordOf<'change'>, { edits }: PlannedMove): RecordOf<'change'> | undefined {
  const moved = parseRecord(applyEdits(record.lines.text, edits).text, { expected: true });
  return moved?.type === 'change' ? moved : undefined;
}

/** The notice that the move calls for, to be marked as sent by whoever commits. */
async function sentAlong(
  { path, language, workspace, entry: { file } }: NamedRecord,
  record: RecordOf<'change'>,
  move: Move,
  words: MoveWords,
  input: MoveInput,
): Promise<Pick<MoveWords, 'sent'>> {
  const moved = movedBy(record, planMove(record, file, move, words, input));
  const kind = moved && calledNotice(moved, workspace.config.config);
  if (!kind) return {};
  const by = (await ownIdentity(dirname(path)))?.name;
  if (!by) throw new UsageError(say(language, 'whoDecides'));
  return { sent: { kind, by } };
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
  record: Movable,
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
  if (wanted !== undefined && movesThrough(record, wanted, workspace.config.config))
    throw new RefusedError(`${sentence} ${say(language, 'orThrough', { to: shown(wanted) })}`);
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
