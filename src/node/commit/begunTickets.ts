import { type TicketMove, ticketEdits } from '../../core/actions/moveTickets';
import type { RecordOf } from '../../core/model/parse/record';
import type { WorkspaceCheckInput } from '../../core/rules/checkRecord';
import { committedOtherwise } from './committedText';

/**
 * Tickets that went along with a change in the folder and not in a commit: its commit takes them with it.
 *
 * @param to the state that the change moves to
 */
export async function begunTickets(
  change: RecordOf<'change'>,
  to: string,
  { index, config }: Pick<WorkspaceCheckInput, 'index' | 'config'>,
  pathOf: (file: string) => string,
): Promise<TicketMove[]> {
  const moves: TicketMove[] = [];
  if ((config.stages.get(to) ?? to) !== 'in_testing') return moves;
  for (const { id } of change.data.tickets ?? []) {
    const entry = id ? index.byId(id) : undefined;
    if (!id || entry?.summary.type !== 'ticket' || entry.summary.status !== 'in_testing') continue;
    const text = await committedOtherwise(pathOf(entry.file));
    const edits = text === undefined ? undefined : ticketEdits(text);
    if (text !== undefined && edits && edits.length > 0)
      moves.push({ file: entry.file, id, edits: [], text });
  }
  return moves;
}
