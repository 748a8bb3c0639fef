import type { ParsedRecord, RecordOf } from '../model/parse/record';
import type { Localized } from '../model/text/localized';
import { type ActedOn, type Already, messageFor, type PlannedAction, type RefusedAction } from './action';
import type { MessageParts } from './commitMessage';
import type { Answers, Question } from './question';
import type { FieldEffects } from './redo/fieldRedo';
import type { RecordStep, Redo } from './redo/redo';
import type { RefusalCode } from './refusals';
import type { TextChange, TextPlan } from './textChange';

type ChangeRecord = RecordOf<'change'>;

/** Something that a person does to a record or to a step of it. */
export interface Action<R extends ParsedRecord> {
  /** Whether it can be done to a record of this type. */
  takes(record: ParsedRecord): record is R;
  asks(on: ActedOn<R>): readonly Question[];
  /** Plans it with answers that are as the questions want them. */
  plan(on: ActedOn<R>, answers: Answers): PlannedAction | RefusedAction;
}

/** Something that a person does to a record as a whole, such as approving a change. */
export interface RecordAction<R extends ParsedRecord = ChangeRecord> extends Action<R> {
  /** What a dialog that asks for the answers is headed by. */
  title(on: ActedOn<R>, answers: Answers): Localized;
  plan(on: ActedOn<R>, answers: Answers): PlannedAction;
  /** How it is done again on another version of the record. */
  readonly redo: FieldEffects | ((step: RecordStep) => Redo | undefined);
}

/** What an action writes into a record, and what its commit says besides the record's name. */
export interface WrittenAction {
  readonly change: TextChange;
  readonly parts: Omit<MessageParts, 'record'>;
}

/** Whether a record is a change, which most actions are for. */
export function isChange(record: ParsedRecord): record is ChangeRecord {
  return record.type === 'change';
}

/** An action that changes one record alone, and whose commit says the same whatever text it is made on. */
export function planWritten(
  on: ActedOn,
  { change, parts }: WrittenAction,
  already: Already = saidAlready,
): PlannedAction {
  return { files: [{ file: on.file, change }], message: () => messageFor(on, parts), parts, already };
}

const saidAlready: Already = {
  sentence: { en: 'The record says so already.', es: 'El registro ya lo dice.' },
};

/** A plan that only says why nothing is written. */
export function refusedPlan(code: RefusalCode, args: { readonly [name: string]: string } = {}): TextPlan {
  return { refusal: { code, args } };
}
