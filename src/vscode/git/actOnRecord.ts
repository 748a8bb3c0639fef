import type { ActedOn } from '../../core/actions/action';
import type { Answers, Question } from '../../core/actions/question';
import type { RecordAction } from '../../core/actions/recordAction';
import type { ParsedRecord } from '../../core/model/parse/record';
import { plainName } from '../../core/model/text/plainName';
import type { EditableRecord } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import { askAnswers } from '../input/askAnswers';
import type { CommandArguments } from '../input/commandArguments';
import type { ActionResult } from './commitInEditor';
import { actedOn, editRecord, runAction } from './recordAction';

/** How a command asks for the answers of an action. */
export interface Asking {
  /** Answers that are known already. */
  readonly answers?: Answers;
  /** Whether it was done by whoever commits, who is not asked for where git knows them. */
  readonly byCommitter?: true;
  /** Whether it is guessed to be whoever did it last, and only then whoever commits. */
  readonly remembers?: true;
  /** Whether what is asked depends on who commits. */
  readonly asksCommitter?: true;
  /** Whether the record is only edited where nothing can be committed. */
  readonly orEdit?: true;
}

/** A question whose answer is guessed, ready to be taken: where there are choices it is the first of them. */
function guessing(question: Question, me = ''): Question {
  const { choices } = question;
  if (!choices) return { ...question, guess: me };
  const known = choices.find(({ value }) => plainName(value) === plainName(me));
  const own = known ?? { value: me, label: { en: me, es: me } };
  const listed = me === '' ? choices : [own, ...choices.filter((each) => each !== known)];
  // With nobody to choose from, a name is written.
  const { choices: _, ...asText } = question;
  return listed.length > 0 ? { ...question, choices: listed, guess: own.value } : asText;
}

/** Asks for what an action on a record needs and nobody said, runs it as one commit, and tells how that ended. */
export async function actOnRecord<R extends ParsedRecord>(
  target: EditableRecord & { readonly record: R },
  action: RecordAction<R>,
  args: CommandArguments,
  { answers = {}, asksCommitter, byCommitter, orEdit, remembers }: Asking,
): Promise<ActionResult | undefined> {
  const { session } = target;
  const committer = asksCommitter ? await session.git.ownIdentity() : undefined;
  const on: ActedOn<R> = { ...actedOn(target), record: target.record, committer };
  const known: { [name: string]: string | undefined } = { ...answers };
  const questions = [];
  for (const question of action.asks(on)) {
    if (question.name in known) continue;
    const open = question.isMe && !question.guess && args.text(question.name) === undefined;
    const last = remembers ? session.lastPerson : '';
    const me = open ? last || (await session.ownName()) : undefined;
    if (byCommitter && me) known[question.name] = me;
    else questions.push(open ? guessing(question, me) : question);
  }
  const title = action.title(on, known)[language];
  const asked = await askAnswers(title, args, questions);
  if (!asked) return undefined;
  if (remembers && asked.by) session.lastPerson = asked.by;
  const planned = action.plan(on, { ...known, ...asked });
  return runAction(target, planned, orEdit ? () => editRecord(target, planned) : undefined);
}
