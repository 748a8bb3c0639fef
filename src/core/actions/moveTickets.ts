import { idNamed, type WorkspaceConfig } from '../config/workspaceConfig';
import { setFields } from '../edits/setFields';
import type { RecordIndex } from '../index/recordIndex';
import { locate } from '../model/parse/located';
import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord, RecordOf } from '../model/parse/record';
import { applyEdits, type TextEdit } from '../model/text/edit';
import { ticketStatusChoice } from '../model/vocabulary/choices';
import { choiceIn } from '../model/vocabulary/vocabulary';

/** A ticket that moves along with its change. */
export interface TicketMove {
  readonly file: string;
  readonly id: string;
  readonly edits: readonly TextEdit[];
  /** The ticket's text after the edits. */
  readonly text: string;
}

/** From these a ticket goes into testing with its change; one that is in testing, done or put aside stays. */
const before = new Set(['to_do', 'in_progress', 'to_be_released']);

/**
 * The tickets that go into testing when their change does: the records that it lists, and the states that it keeps
 * of other trackers' tickets in its own list.
 */
export function movedTickets(
  record: RecordOf<'change'>,
  input: {
    readonly index: RecordIndex;
    readonly config: WorkspaceConfig;
    textOf(file: string): string | undefined;
  },
): TicketMove[] {
  const moves: TicketMove[] = [];
  for (const { id } of record.data.tickets ?? []) {
    const entry = id ? input.index.byId(idNamed(input.config, id)) : undefined;
    if (!id || entry?.summary.type !== 'ticket' || !before.has(entry.summary.status)) continue;
    const text = input.textOf(entry.file);
    const edits = text === undefined ? undefined : ticketEdits(text);
    if (text !== undefined && edits && edits.length > 0)
      moves.push({ file: entry.file, id, edits, text: applyEdits(text, edits).text });
  }
  return moves;
}

/**
 * Edits that bring a ticket's text into testing, none where it is there already or further; undefined where it is no
 * ticket that could be edited.
 */
export function ticketEdits(text: string): TextEdit[] | undefined {
  const ticket = parseRecord(text, { expected: true });
  if (ticket?.type !== 'ticket') return undefined;
  return before.has(ticket.data.status ?? '') ? setFields(ticket, { status: inTesting(ticket) }) : [];
}

function inTesting({ language }: ParsedRecord): string {
  return choiceIn(language, ticketStatusChoice.choices, 'in_testing');
}

/** Edits of the states that a change keeps in its own list of tickets. */
export function listedTicketEdits(record: RecordOf<'change'>): TextEdit[] {
  return (record.data.tickets ?? []).flatMap((ticket, index) => {
    if (!ticket.status || !before.has(ticket.status)) return [];
    const place = locate(record.located, ['tickets', index, 'status'])?.node;
    return place ? [{ range: place.range, text: inTesting(record) }] : [];
  });
}
