import type { MoveInput, PlannedMove } from '../../core/actions/planMove';
import { planMove } from '../../core/actions/planMove';
import { idNamed } from '../../core/config/workspaceConfig';
import { type EditableChange, openToAct } from '../documents/editableRecord';
import type { Sessions } from '../session/sessions';

/** What moves of a change are judged by: its workspace, and its tickets as they stand in the editor. */
export async function inputFor(sessions: Sessions, target: EditableChange): Promise<MoveInput> {
  const texts = new Map<string, string>();
  for (const { id } of target.record.data.tickets ?? []) {
    const { index, config } = target.session.input();
    const entry = id ? index.byId(idNamed(config, id)) : undefined;
    const ticket = entry && (await openToAct(sessions, target.session.uriOf(entry.file)));
    if (ticket) texts.set(ticket.file, ticket.document.getText());
  }
  return { ...target.session.input(), textOf: (file) => texts.get(file) };
}

/** A move as it is once everything is said: what is asked for in a moment is no reason to say that it is missing: only what else is wrong counts. */
export function asIfSaid({ record, file }: EditableChange, plan: PlannedMove, input: MoveInput): PlannedMove {
  if (!plan.lacks.some((lack) => lack !== 'frontMatter')) return plan;
  const placeholders = { reason: '…', outcome: 'successful', requester: '…' };
  return { ...plan, findings: planMove(record, file, plan.move, placeholders, input).findings };
}
