import { parseRecord } from '../model/parse/parseRecord';
import { type MoveInput, type MoveWords, planMove } from '../workflow/advance';
import { type Move, movesOf } from '../workflow/moves';
import { ticketEditsWhereBefore } from '../workflow/moveTickets';
import type { ActionName } from './commitMessage';
import type { RecordCopy, TextChange, TextPlan } from './textChange';

/** A move of a change, planned in each copy of its record. What is committed must be ready for it by itself. */
export function moveChange(file: string, move: Move, words: MoveWords, input: MoveInput): TextChange {
  return { plan: (text, copy) => planIn(text, copy, { file, move, words, input }) };
}

/** What a commit says that a move is. */
export function moveAction({ kind }: Move): ActionName {
  return kind === 'hold' || kind === 'resume' ? kind : 'advance';
}

/** A ticket that goes along with its change. */
export const ticketChange: TextChange = {
  plan(text) {
    const edits = ticketEditsWhereBefore(text);
    return edits ? { edits } : { refusal: { code: 'notARecord', args: {} } };
  },
};

function planIn(
  text: string,
  copy: RecordCopy,
  about: { file: string; move: Move; words: MoveWords; input: MoveInput },
): TextPlan {
  const { file, words, input } = about;
  const { to } = about.move;
  const { workflow } = input.config;
  const record = parseRecord(text, { expected: true });
  if (record?.type !== 'change') return { refusal: { code: 'notARecord', args: {} } };
  const state = record.data.status ?? [...workflow.states.keys()][0] ?? '';
  if (state === to) return { edits: [] };
  const move = movesOf(record.data, workflow).find((open) => open.to === to);
  if (!move) return { refusal: { code: 'otherState', args: { state, to } } };
  const { edits, allowed, lacks } = planMove(record, file, move, words, input);
  if (lacks.includes('frontMatter')) return { refusal: { code: 'notARecord', args: {} } };
  if (copy === 'committed' && !allowed) return { refusal: { code: 'committedNotReady', args: { to } } };
  return { edits };
}
