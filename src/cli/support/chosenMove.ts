import { join } from 'node:path';
import type { PlannedAction } from '../../core/actions/action';
import { type BegunMove, begunMove, begunTicketMove } from '../../core/actions/begunMove';
import { planChangeMove } from '../../core/actions/moveChange';
import { type Move, movesOf, waitsOn } from '../../core/actions/moves';
import { moveTicket } from '../../core/actions/moveTicket';
import { type MoveInput, type MoveWords, type PlannedMove, planMove } from '../../core/actions/planMove';
import { refusalText } from '../../core/actions/refusals';
import { planTicketMove, ticketMovesOf, ticketState, ticketWaitsOn } from '../../core/actions/ticketMoves';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { RecordOf } from '../../core/model/parse/record';
import type { Language } from '../../core/model/text/localized';
import { changeStatusChoice, outcomeChoice, ticketStatusChoice } from '../../core/model/vocabulary/choices';
import type { ChoiceTable } from '../../core/model/vocabulary/fieldType';
import { stateArgs, stateName } from '../../core/model/vocabulary/stateName';
import { choiceIn, choiceNamed, choiceNames, withSpaces } from '../../core/model/vocabulary/vocabulary';
import { initialStatus } from '../../core/workflow/stages';
import { onHold } from '../../core/workflow/workflow';
import { inputOf } from '../../node/checkWorkspace';
import { begunTickets } from '../../node/commit/begunTickets';
import { committedOtherwise } from '../../node/commit/committedText';
import { readText } from '../../node/readText';
import { type Call, hintFor, say, wrongValue } from './command';
import { RefusedError, UsageError } from './io';
import type { NamedRecord } from './namedRecord';

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
  const { path, entry, language } = named;
  const { text, options } = readText(path, named.workspace.root);
  const record = parseRecord(text, { ...options, expected: true });
  // Where nothing is committed, the file alone tells the state.
  const committed = call.has('no-commit') ? undefined : await committedOtherwise(path);
  if (record?.type === 'change') return moveOfChange(call, named, record, { kind, committed });
  if (record?.type === 'ticket' && !kind) return moveOfTicket(call, named, record, committed);
  const id = entry.summary.id ?? entry.file;
  throw new UsageError(say(language, kind ? 'notAChange' : 'notMovable', { id }));
}

async function moveOfChange(
  call: Call,
  named: NamedRecord,
  record: RecordOf<'change'>,
  {
    kind,
    committed,
  }: { readonly kind: 'hold' | 'resume' | undefined; readonly committed: string | undefined },
): Promise<ChosenMove> {
  const { entry } = named;
  const { workflow } = named.workspace.config.config;
  const words = wordsOf(call);
  const input: MoveInput = { ...inputOf(named.workspace), textOf: (file) => textOf(named, file) };
  const to = kind === 'hold' ? onHold : call.text('to');
  const begun = committed === undefined ? undefined : begunMove(committed, record, workflow);
  const again = begun && isAsked(begun, { kind, to, names: changeStatusChoice.choices }) ? begun : undefined;
  const from = again?.record ?? record;
  const move = again?.move ?? openMove(named, record, { kind, to });
  const [first] = workflow.states.keys();
  const there = staying(from.data.status ?? first, move);
  if (there) {
    await mustBeCommitted(call, named, move, first);
    mustEndSo(named, from, move, words);
  }
  const plan = there ?? planMove(from, entry.file, move, words, input);
  const pathOf = (file: string): string => join(named.workspace.root, file);
  const along = again && !there ? await begunTickets(from, move.to, input, pathOf) : [];
  const tickets = [...plan.tickets, ...along];
  const on = { record: from, file: entry.file, input };
  return {
    text: from.lines.text,
    plan: { ...plan, tickets },
    planned: planChangeMove(
      on,
      move,
      words,
      tickets.map(({ file }) => file),
    ),
    waitsOn: waitsOn(move.to, record.data, workflow),
  };
}

interface Asked {
  readonly kind?: 'hold' | 'resume' | undefined;
  readonly to: string | undefined;
}

/** Whether a move that was begun is the one that the call asks for. */
function isAsked(
  { move, usual }: BegunMove<'change' | 'ticket'>,
  { kind, to, names }: Asked & { readonly names: ChoiceTable },
): boolean {
  if (kind) return move.kind === kind;
  return to === undefined ? usual : move.to === (choiceNamed(names, to) ?? to);
}

function openMove(named: NamedRecord, { data }: RecordOf<'change'>, { kind, to }: Asked): Move {
  const { workflow } = named.workspace.config.config;
  const moves = movesOf(data, workflow);
  const ofKind = kind && moves.find((open) => open.kind === kind);
  if (!ofKind && kind === 'resume')
    throw new RefusedError(refusalText({ code: 'notOnHold', args: {} }, named.language));
  const from = data.status ?? [...workflow.states.keys()][0] ?? '';
  return ofKind ?? moveTo(named, moves, { from, to, names: changeStatusChoice.choices });
}

async function moveOfTicket(
  call: Call,
  named: NamedRecord,
  ticket: RecordOf<'ticket'>,
  committed: string | undefined,
): Promise<ChosenMove> {
  const { index } = named.workspace;
  const { config } = named.workspace.config;
  const asked = { to: call.text('to'), names: ticketStatusChoice.choices };
  const begun = committed === undefined ? undefined : begunTicketMove(committed, ticket, config.stages);
  const again = begun && isAsked(begun, asked) ? begun : undefined;
  const from = again?.record ?? ticket;
  const moves = ticketMovesOf(ticket, config.stages);
  const move = again?.move ?? moveTo(named, moves, { from: ticketState(ticket), ...asked });
  const there = staying(ticketState(from), move);
  if (there) await mustBeCommitted(call, named, move, initialStatus('ticket'));
  const on = { record: from, file: named.entry.file, input: inputOf(named.workspace) };
  return {
    text: from.lines.text,
    plan: there ?? planTicketMove(from, move),
    planned: moveTicket(on, move, call.text('reason')),
    waitsOn: ticketWaitsOn(move.to, ticket, { config, index }),
  };
}

/**
 * The move to the state that is asked for in either language; the usual next one where none is, and one that goes
 * nowhere where the record is in that state.
 */
function moveTo(
  { workspace, language }: NamedRecord,
  moves: readonly Move[],
  {
    from,
    to,
    names,
  }: { readonly from: string; readonly to: string | undefined; readonly names: ChoiceTable },
): Move {
  const wanted = to === undefined ? undefined : (choiceNamed(names, to) ?? to);
  // What cannot be taken back is asked for by name.
  const usual = moves[0]?.kind === 'end' ? undefined : moves[0];
  const move = wanted === undefined ? usual : moves.find((open) => open.to === wanted);
  if (move) return move;
  if (wanted === from) return { to: from, kind: 'back' };
  const shown = (state: string): string => stateName(state, language);
  const named = (own: Language): string => moves.map((other) => stateName(other.to, own)).join(', ');
  const open = named(language);
  const id = open === '' ? 'noMoves' : wanted === undefined ? 'whichState' : 'noSuchMove';
  const hint = hintFor(to ?? '', { en: named('en'), es: named('es') });
  const sentence = say(language, id, { from: shown(from), to: shown(wanted ?? ''), open, ...hint });
  const { stages } = workspace.config.config;
  const isState = wanted === undefined ? open === '' : Object.hasOwn(names, wanted) || stages.has(wanted);
  throw isState ? new RefusedError(sentence) : new UsageError(sentence);
}

/** The plan of a move to where the record is already: nothing is written. */
function staying(from: string | undefined, move: Move): PlannedMove | undefined {
  if (from !== move.to) return undefined;
  return { move, from, edits: [], tickets: [], lacks: [], findings: [], allowed: true };
}

/** A state that stands in the file alone is not one that the record is in already. */
async function mustBeCommitted(
  call: Call,
  { path, language }: NamedRecord,
  { to }: Move,
  first = '',
): Promise<void> {
  const committed = call.has('no-commit') ? undefined : await committedOtherwise(path);
  const record = committed === undefined ? undefined : parseRecord(committed, { expected: true });
  if (!record || record.type === 'procedure') return;
  const state = record.data.status ?? first;
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

function wordsOf(call: Call): MoveWords {
  const written = call.text('outcome');
  const outcome = written === undefined ? undefined : choiceNamed(outcomeChoice.choices, written);
  if (written !== undefined && !outcome)
    throw wrongValue('outcome', written, choiceNames(outcomeChoice.choices));
  return { reason: call.text('reason'), outcome, requester: call.text('requester') };
}
