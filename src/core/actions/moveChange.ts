import { zoneFor } from '../config/recordZone';
import { parseRecord } from '../model/parse/parseRecord';
import type { RecordOf } from '../model/parse/record';
import { applyEdits } from '../model/text/edit';
import { localized } from '../model/text/localized';
import { readDateTime } from '../model/time/dateTime';
import { stateArgs, stateName } from '../model/vocabulary/stateName';
import { type ActedOn, type Already, messageFor, nameOf, type PlannedAction } from './action';
import type { ActionName } from './commitMessage';
import { type Move, movesOf } from './moves';
import { ticketEdits } from './moveTickets';
import { type MoveInput, type MoveWords, planMove } from './planMove';
import { refusedPlan } from './recordAction';
import type { FieldEffects } from './redo/fieldRedo';
import { refusal, refusalText } from './refusals';
import type { RecordCopy, TextChange, TextPlan } from './textChange';

/** What a move writes, and by what it shows that it is done. */
export const moveEffects: FieldEffects = {
  fields: {
    change: ['status', 'hold', 'actual', 'outcome', 'requested_by', 'tickets'],
    ticket: ['status'],
  },
  decides: 'status',
};

/** The same with a notice that is marked as sent along with it, which is told whoever moved the change meanwhile. */
export const noticedMoveEffects: FieldEffects = {
  ...moveEffects,
  fields: { ...moveEffects.fields, change: [...(moveEffects.fields.change ?? []), 'notifications'] },
  besides: ['notifications'],
};

/**
 * Plans a move of a change, with the tickets that go along.
 *
 * @param tickets files of the tickets
 */
export function planChangeMove(
  on: ActedOn & { readonly input: MoveInput },
  move: Move,
  words: MoveWords,
  tickets: readonly string[],
): PlannedAction {
  const { sent, reason } = words;
  const told = sent ? { notice: sent.kind, by: sent.by } : {};
  const parts = { action: moveAction(move), to: move.to, reason, ...told };
  const change = moveChange(on.file, move, words, on.input);
  return {
    files: [{ file: on.file, change }, ...tickets.map((file) => ({ file, change: ticketChange }))],
    message: () => messageFor(on, parts),
    parts,
    already: alreadyIn(on, move.to),
  };
}

/** What is told of a record that is in a state already. */
export function alreadyIn(on: ActedOn, to: string): Already {
  return {
    sentence: localized((language) =>
      refusalText(refusal('alreadyThere', { to: stateName(to, language) }), language),
    ),
    inEditor: {
      en: `${nameOf(on)} is now in “${stateName(to, 'en')}”`,
      es: `${nameOf(on)} está ahora en «${stateName(to, 'es')}»`,
    },
  };
}

/** A move of a change, planned in each copy of its record. What is committed must be ready for it by itself. */
export function moveChange(file: string, move: Move, words: MoveWords, input: MoveInput): TextChange {
  const about = { file, move, words, input };
  const plan: TextChange['plan'] = (text, copy) => planIn(text, copy, about);
  return { plan, asWritten: (committed, workTree) => asWritten(committed, workTree, about) ?? { plan } };
}

interface AboutMove {
  readonly file: string;
  readonly move: Move;
  readonly words: MoveWords;
  readonly input: MoveInput;
}

/** Of a change that is moved in the file and not in its commit: the same move with the moment of then. */
function asWritten(committed: string, workTree: string, about: AboutMove): TextChange | undefined {
  const [before, now] = [changeIn(committed), changeIn(workTree)];
  if (!before || !now || now.data.status !== about.move.to || before.data.status === now.data.status)
    return undefined;
  const { hold, actual } = now.data;
  const zone = zoneFor(now, about.input.config);
  const written = [hold?.at, actual?.end, actual?.start].flatMap((text) => {
    const read = text === undefined ? undefined : readDateTime(text, zone);
    return read?.ok ? [read.epochMs] : [];
  });
  // Which of the moments it is shows in what the move then writes.
  for (const at of [...written, undefined]) {
    const moved = { ...about, words: { ...about.words, at } };
    const plan: TextChange['plan'] = (text, copy) => planIn(text, copy, moved);
    const done = plan(committed, 'committed');
    if ('refusal' in done) return undefined;
    const after = changeIn(applyEdits(committed, done.edits).text);
    if (after && !otherWords(before, after, now)) return { plan };
  }
  const there = JSON.stringify(hold ?? actual ?? {});
  return { plan: () => refusedPlan('writtenOtherwise', { ...stateArgs('what', about.move.to), there }) };
}

/** Whether what a move changes reads otherwise in the file. */
function otherWords(before: RecordOf<'change'>, after: RecordOf<'change'>, now: RecordOf<'change'>): boolean {
  return (['hold', 'actual', 'outcome', 'requested_by'] as const).some((field) => {
    const [was, is, there] = [before, after, now].map(({ data }) => JSON.stringify(data[field]));
    return was !== is && is !== there;
  });
}

function changeIn(text: string): RecordOf<'change'> | undefined {
  const record = parseRecord(text, { expected: true });
  return record?.type === 'change' ? record : undefined;
}

/** What a commit says that a move is. */
function moveAction({ kind }: Move): ActionName {
  return kind === 'hold' || kind === 'resume' ? kind : 'advance';
}

/** A ticket that goes along with its change. */
const ticketChange: TextChange = {
  plan(text) {
    const edits = ticketEdits(text);
    return edits ? { edits } : refusedPlan('notARecord');
  },
};

function planIn(text: string, copy: RecordCopy, about: AboutMove): TextPlan {
  const { file, words, input } = about;
  const { to } = about.move;
  const { workflow } = input.config;
  const record = changeIn(text);
  if (!record) return refusedPlan('notARecord');
  const state = record.data.status ?? [...workflow.states.keys()][0] ?? '';
  if (state === to) return { edits: [] };
  const move = movesOf(record.data, workflow).find((open) => open.to === to);
  if (!move) return refusedPlan('otherState', { ...stateArgs('state', state), ...stateArgs('to', to) });
  const { edits, allowed, lacks } = planMove(record, file, move, words, input);
  if (lacks.includes('frontMatter')) return refusedPlan('notARecord');
  if (copy === 'committed' && !allowed) return refusedPlan('committedNotReady', stateArgs('to', to));
  return { edits };
}
