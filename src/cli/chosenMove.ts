import { join } from 'node:path';
import type { ActionName } from '../core/actions/commitMessage';
import { moveAction, moveChange } from '../core/actions/moveChange';
import { moveTicket } from '../core/actions/moveTicket';
import { refusalText } from '../core/actions/refusals';
import type { TextChange } from '../core/actions/textChange';
import { parseRecord } from '../core/model/parse/parseRecord';
import type { RecordOf } from '../core/model/parse/record';
import { fillIn } from '../core/model/text/localized';
import { changeStatusChoice, outcomeChoice, ticketStatusChoice } from '../core/model/vocabulary/choices';
import type { ChoiceTable } from '../core/model/vocabulary/fieldType';
import { choiceNamed } from '../core/model/vocabulary/vocabulary';
import type { AdvanceReport } from '../core/report/advanceReport';
import { type MoveInput, type MoveWords, type PlannedMove, planMove } from '../core/workflow/advance';
import { type Move, movesOf, waitsOn } from '../core/workflow/moves';
import { planTicketMove, ticketMovesOf, ticketState, ticketWaitsOn } from '../core/workflow/ticketMoves';
import { onHold } from '../core/workflow/workflow';
import { inputOf } from '../node/checkWorkspace';
import { readText } from '../node/readText';
import { type Call, say } from './command';
import { RefusedError, UsageError } from './io';
import type { NamedRecord } from './namedRecord';
import { texts } from './texts';

/** The move that a call asks for, planned. */
export interface ChosenMove {
  /** The record's text, which the plan is for. */
  readonly text: string;
  readonly plan: PlannedMove;
  readonly change: TextChange;
  readonly action: ActionName;
  readonly reason: string | undefined;
  /** Whose turn it then is. */
  readonly waitsOn: AdvanceReport['waitsOn'];
}

/** Chooses and plans the move of the change or ticket that a call names, or says in one sentence why there is none. */
export function chosenMove(call: Call, named: NamedRecord, kind?: 'hold' | 'resume'): ChosenMove {
  const { path, entry, language } = named;
  const { text, options } = readText(path);
  const record = parseRecord(text, { ...options, expected: true });
  if (record?.type === 'change') return moveOfChange(call, named, record, kind);
  if (record?.type === 'ticket' && !kind) return moveOfTicket(call, named, record);
  const id = entry.summary.id ?? entry.file;
  throw new UsageError(say(language, kind ? 'notAChange' : 'notMovable', { id }));
}

function moveOfChange(
  call: Call,
  named: NamedRecord,
  record: RecordOf<'change'>,
  kind?: 'hold' | 'resume',
): ChosenMove {
  const { entry, language } = named;
  const { workflow } = named.workspace.config.config;
  const moves = movesOf(record.data, workflow);
  const words = wordsOf(call);
  const input: MoveInput = { ...inputOf(named.workspace), textOf: (file) => textOf(named, file) };
  const ofKind = kind && moves.find((open) => open.kind === kind);
  if (!ofKind && kind === 'resume')
    throw new RefusedError(refusalText({ code: 'notOnHold', args: {} }, language));
  const move =
    ofKind ??
    moveTo(named, moves, {
      from: record.data.status ?? [...workflow.states.keys()][0] ?? '',
      to: kind === 'hold' ? onHold : call.text('to'),
      names: changeStatusChoice.choices,
    });
  return {
    text: record.lines.text,
    plan: planMove(record, entry.file, move, words, input),
    change: moveChange(entry.file, move, words, input),
    action: moveAction(move),
    reason: words.reason,
    waitsOn: waitsOn(move.to, record.data, workflow),
  };
}

function moveOfTicket(call: Call, named: NamedRecord, ticket: RecordOf<'ticket'>): ChosenMove {
  const { index } = named.workspace;
  const { config } = named.workspace.config;
  const move = moveTo(named, ticketMovesOf(ticket, config.stages), {
    from: ticketState(ticket),
    to: call.text('to'),
    names: ticketStatusChoice.choices,
  });
  const { change, parts } = moveTicket(move, call.text('reason'), config.stages);
  return {
    text: ticket.lines.text,
    plan: planTicketMove(ticket, move),
    change,
    action: parts.action,
    reason: parts.reason,
    waitsOn: ticketWaitsOn(move.to, ticket, { config, index }),
  };
}

/** The move to the state that is asked for in either language; the usual next one where none is. */
function moveTo(
  { language }: NamedRecord,
  moves: readonly Move[],
  {
    from,
    to,
    names,
  }: { readonly from: string; readonly to: string | undefined; readonly names: ChoiceTable },
): Move {
  const wanted = to === undefined ? undefined : (choiceNamed(names, to) ?? to);
  const move = wanted === undefined ? moves[0] : moves.find((open) => open.to === wanted);
  if (move) return move;
  if (moves.length === 0) throw new UsageError(say(language, 'noMoves', { from }));
  const open = moves.map((other) => other.to).join(', ');
  throw new UsageError(say(language, 'noSuchMove', { from, to: wanted ?? '', open }));
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
  if (written !== undefined && !outcome) {
    const expected = Object.keys(outcomeChoice.choices).join(', ');
    throw new UsageError(fillIn(texts.badValue.en, { option: 'outcome', value: written, expected }));
  }
  return { reason: call.text('reason'), outcome, requester: call.text('requester') };
}
