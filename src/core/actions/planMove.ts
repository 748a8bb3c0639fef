import { zoneFor } from '../config/recordZone';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import { addListItem } from '../edits/addListItem';
import { flowMapping, type NewValues, setFields } from '../edits/setFields';
import type { Finding } from '../findings/finding';
import { goesBack } from '../model/parse/goesBack';
import type { RecordOf } from '../model/parse/record';
import { applyEdits, rangesBefore, type TextEdit } from '../model/text/edit';
import { isoWithOffset } from '../model/time/isoWithOffset';
import { actualFields } from '../model/vocabulary/changeParts';
import { changeStatusChoice, noticeKindChoice, outcomeChoice } from '../model/vocabulary/choices';
import { choiceIn } from '../model/vocabulary/vocabulary';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { isNoOutcome } from '../rules/closure/outcome';
import { onHold } from '../workflow/workflow';
import { findingsIf } from './findingsIf';
import { type Move, movesOf } from './moves';
import { listedTicketEdits, movedTickets, type TicketMove } from './moveTickets';

/** What a person says when a change moves on. */
export interface MoveWords {
  /** Why it waits, is rejected or goes back. */
  readonly reason?: string | undefined;
  /** How it ended, on the way to done. */
  readonly outcome?: string | undefined;
  /** The customer's user who asks for the release, where the customer performs it. */
  readonly requester?: string | undefined;
  /** A notice that is marked as sent along with the move. */
  readonly sent?: { readonly kind: keyof typeof noticeKindChoice.choices; readonly by: string } | undefined;
  /** The moment that is written down, in milliseconds since 1970, where it is not that of now. */
  readonly at?: number | undefined;
}

/** Something that a move needs and nobody said. */
export type Lack = 'reason' | 'outcome' | 'requester' | 'frontMatter';

/** A move with everything that it would write, and what keeps it from being allowed. */
export interface PlannedMove {
  readonly move: Move;
  readonly from: string;
  readonly edits: readonly TextEdit[];
  /** Tickets that go along. */
  readonly tickets: readonly TicketMove[];
  readonly lacks: readonly Lack[];
  /** Unwaived errors that the change would have in its new state, in the places of the text as it stands. */
  readonly findings: readonly Finding[];
  readonly allowed: boolean;
  /** The kind of notice that is marked as sent along with it. */
  readonly sent?: string;
}

/** A plan of a move that nothing but the record's own text takes part in; undefined edits are what it lacks. */
export function bareMove(move: Move, from: string, edits: readonly TextEdit[] | undefined): PlannedMove {
  const lacks: readonly Lack[] = edits ? [] : ['frontMatter'];
  return { move, from, edits: edits ?? [], tickets: [], lacks, findings: [], allowed: edits !== undefined };
}

/** What a move is planned by. `textOf` gives the text of another record, as it stands now. */
export interface MoveInput extends WorkspaceCheckInput {
  textOf(file: string): string | undefined;
}

/** All moves that a change has in its state, each planned as if nothing more were said. */
export function plannedMoves(record: RecordOf<'change'>, file: string, input: MoveInput): PlannedMove[] {
  const moves = movesOf(record.data, input.config.workflow);
  return moves.map((move) => planMove(record, file, move, {}, input));
}

/** Plans one move: what it writes and whether it is allowed. Writes nothing. */
export function planMove(
  record: RecordOf<'change'>,
  file: string,
  move: Move,
  words: MoveWords,
  input: MoveInput,
): PlannedMove {
  const { config } = input;
  const from = record.data.status ?? [...config.workflow.states.keys()][0] ?? '';
  const edits = setFields(record, newValues(record, from, move, words, input));
  if (!edits) return bareMove(move, from, edits);
  const lacks = lackingWords(record, move, words, config);
  const isTested = stageOf(move.to, config) === 'in_testing' && !goesBack(record.data);
  const testing = move.kind === 'forward' && isTested;
  const tickets = testing ? movedTickets(record, input) : [];
  const along = testing ? listedTicketEdits(record) : [];
  const own = [...edits, ...along];
  const notice = noticeEdits(record, words, input);
  // A further row goes on where its list ends, and so stands before a new field at the same place.
  const all = record.data.notifications?.length ? [...notice, ...own] : [...own, ...notice];
  const text = applyEdits(record.lines.text, all).text;
  // Backwards and sidewards a change may go whatever is wrong with it.
  const blocking = move.kind === 'forward' ? blockingFindings(text, file, tickets, move, input) : [];
  const placed = blocking.length > 0 ? rangesBefore(record.lines, all) : undefined;
  const findings = blocking
    .filter((finding) => !(lacks.includes('outcome') && isNoOutcome(finding)))
    .map((finding) => ({ ...finding, range: placed?.(finding.range) ?? finding.range }));
  const allowed = lacks.length === 0 && findings.length === 0;
  const marked = words.sent ? { sent: words.sent.kind } : {};
  return { move, from, edits: all, tickets, lacks, findings, allowed, ...marked };
}

/** What marks a notice as sent along with the move; it stands in a field that no move writes. */
function noticeEdits(
  record: RecordOf<'change'>,
  { sent, at }: MoveWords,
  { config, now }: MoveInput,
): readonly TextEdit[] {
  if (!sent) return [];
  const item = {
    kind: choiceIn(record.language, noticeKindChoice.choices, sent.kind),
    at: isoWithOffset(at ?? now, zoneFor(record, config)),
    by: sent.by,
  };
  return addListItem(record, 'notifications', item) ?? [];
}

function stageOf(state: string, config: WorkspaceConfig): string {
  return config.stages.get(state) ?? state;
}

function lackingWords(
  record: RecordOf<'change'>,
  move: Move,
  words: MoveWords,
  config: WorkspaceConfig,
): Lack[] {
  const lacks: Lack[] = [];
  const stage = stageOf(move.to, config);
  if ((move.kind === 'hold' || stage === 'cancelled') && !words.reason?.trim()) lacks.push('reason');
  if (stage === 'done' && !words.outcome && !record.data.outcome && !goesBack(record.data))
    lacks.push('outcome');
  const theirs = record.data.performed_by === 'customer' && move.kind === 'forward';
  if (theirs && stage === 'to_be_released' && !words.requester) lacks.push('requester');
  return lacks;
}

function newValues(
  record: RecordOf<'change'>,
  from: string,
  move: Move,
  words: MoveWords,
  { config, now }: MoveInput,
): NewValues {
  const moment = isoWithOffset(words.at ?? now, zoneFor(record, config));
  const [before, after] = [stageOf(from, config), stageOf(move.to, config)];
  const values: { [name: string]: NewValues[string] } = { status: stateIn(record, move.to) };
  if (move.kind === 'hold')
    values.hold = {
      parts: { ...(words.reason ? { reason: words.reason } : {}), from: stateIn(record, from), at: moment },
    };
  if (move.kind === 'resume') values.hold = undefined;
  if (after === 'releasing' && move.kind === 'forward') values.actual = { parts: { start: moment } };
  if (move.kind === 'back' && record.data.actual?.rollback) values.actual = withoutRollback(record);
  // On hold in the middle of a deployment it has not ended.
  if (before === 'releasing' && after !== 'releasing' && after !== onHold)
    values.actual = { parts: { end: moment } };
  const ended = words.outcome ?? (record.data.outcome || !goesBack(record.data) ? undefined : 'rolled_back');
  if (after === 'done' && ended) values.outcome = choiceIn(record.language, outcomeChoice.choices, ended);
  if (words.requester && after === 'to_be_released' && record.data.performed_by === 'customer')
    values.requested_by = words.requester;
  return values;
}

/** What was rolled back and is worked on again is deployed anew; the commits tell that it was rolled back. */
function withoutRollback({ data, language }: RecordOf<'change'>): NewValues[string] {
  const { start, end } = data.actual ?? {};
  const left = { ...(start ? { start } : {}), ...(end ? { end } : {}) };
  return start || end ? { yaml: flowMapping(left, actualFields, language) } : undefined;
}

function stateIn(record: RecordOf<'change'>, state: string): string {
  return choiceIn(record.language, changeStatusChoice.choices, state);
}

/** What would be wrong with the change in its new state: unwaived errors, and what the state's guards name. */
function blockingFindings(
  text: string,
  file: string,
  tickets: readonly TicketMove[],
  move: Move,
  input: MoveInput,
): Finding[] {
  const guards = new Set(input.config.workflow.states.get(move.to)?.guards);
  return findingsIf([{ file, text }, ...tickets], input).filter(
    ({ severity, rule, waived }) => severity === 'error' || (guards.has(rule) && !waived),
  );
}
