import { dirname } from 'node:path';
import type { ActedOn, PlannedAction, RefusedAction } from '../../core/actions/action';
import type { Answers, OfferedAnswer, Question } from '../../core/actions/question';
import type { Action } from '../../core/actions/recordAction';
import { refusal, refusalText } from '../../core/actions/refusals';
import type { StepActionName } from '../../core/actions/stepKind';
import type { ParsedRecord } from '../../core/model/parse/record';
import type { Language } from '../../core/model/text/localized';
import type { ActionReport } from '../../core/report/actionReport';
import { inputOf } from '../../node/checkWorkspace';
import { ownIdentity } from '../../node/commit/identity';
import { type Call, say } from './command';
import { type ExitCode, RefusedError, UsageError } from './io';
import { type NamedRecord, type Naming, namedRecord, recordOf } from './namedRecord';
import { printAction } from './printAction';
import { type ActionAnswer, runAction } from './runAction';
import { shownPath } from './selection';

/** How a command asks for the answers that its options do not give by themselves. */
export interface Asking {
  /** What the call names behind the record. */
  readonly further?: Naming['further'];
  /** Answers that stand elsewhere in the call than in an option of their name. */
  given?(call: Call, named: NamedRecord): Answers;
  /** What git has to say of the record's file before it is acted on. */
  asksGit?(path: string): Promise<Pick<ActedOn, 'committer' | 'committed'>>;
  /** What is said where nobody answers a question, if not that it needs a reason, or who decides. */
  readonly missing?: { readonly [name: string]: Parameters<typeof say>[1] };
  /** What the report tells of the answers. */
  about(answers: Answers, planned: PlannedAction | RefusedAction, on: ActedOn): Partial<ActionReport>;
}

/** Does to a record what a call asks for, as one commit, or says why not. */
export async function actOnRecord<R extends ParsedRecord>(
  call: Call,
  action: Action<R>,
  asking: Asking,
): Promise<ExitCode> {
  call.oneOf('format', ['pretty', 'json'], 'pretty');
  const named = await namedRecord(call, { further: asking.further });
  const { entry, path, language, workspace } = named;
  const { file } = entry;
  const record = recordOf(named);
  if (!record) throw new RefusedError(refusalText(refusal('notARecord'), language));
  if (!action.takes(record))
    throw new UsageError(say(language, 'notAChange', { id: entry.summary.id ?? file }));
  const given = asking.given?.(call, named) ?? {};
  const on: ActedOn<R> = { record, file, input: inputOf(workspace), ...(await asking.asksGit?.(path)) };
  const answers: { [name: string]: string | undefined } = { ...given };
  for (const question of action.asks(on))
    if (!(question.name in given)) answers[question.name] = await answerTo(question, call, named, asking);
  const planned = action.plan(on, answers);
  return runAndTell(call, named, planned, asking.about(answers, planned, on));
}

/** Runs an action on a record and prints its report; `about` is what that tells of this kind of action. */
export async function runAndTell(
  call: Call,
  named: NamedRecord,
  planned: PlannedAction | RefusedAction,
  about: Partial<ActionReport>,
): Promise<ExitCode> {
  return printAction(call, await runReported(call, named, planned, about), named.language);
}

/** The same without printing the report. */
export async function runReported(
  call: Call,
  named: NamedRecord,
  planned: PlannedAction | RefusedAction,
  about: Partial<ActionReport>,
): Promise<ActionReport & ActionAnswer> {
  const { entry, workspace } = named;
  return {
    version: 1 as const,
    id: entry.summary.id ?? null,
    file: shownPath(call.io.cwd, workspace.root, entry.file),
    ...about,
    commit: null,
    subject: null,
    ...(await runAction(call, named, planned)),
  };
}

/** What the option of a question says, else what is answered unless somebody says otherwise. */
async function answerTo(
  { name, guess, isMe, optional, choices = [], reads }: Question,
  call: Call,
  { path, language }: NamedRecord,
  { missing }: Asking,
): Promise<string | undefined> {
  const written = call.text(name);
  const usual = isMe ? async () => (await ownIdentity(dirname(path)))?.name : async () => guess;
  const answer = optional ? written : written?.trim() || (await usual());
  if (optional && answer === undefined) return undefined;
  if (typeof answer !== 'string' || answer === '')
    throw new UsageError(
      say(language, missing?.[name] ?? (name === 'by' ? 'whoDecides' : 'sayWhy'), namesOf(choices)),
    );
  return reads ? call.read(name, reads(answer)) : answer;
}

/** What a question may be answered with, as the argument `expected` of a sentence. */
function namesOf(choices: readonly OfferedAnswer[]): { readonly [key: string]: string } {
  const names = (language: Language): string => choices.map(({ label }) => label[language]).join(', ');
  return { 'expected.en': names('en'), 'expected.es': names('es') };
}

/** What a report tells of an action that writes down who did what. */
export function aboutWritten(
  action: Exclude<NonNullable<ActionReport['action']>, StepActionName | 'unskip'>,
  planned: PlannedAction | RefusedAction,
): Partial<ActionReport> {
  const { by, start, rule, notice, fields, reason } = ('parts' in planned && planned.parts) || {};
  const target = start ?? rule ?? notice ?? fields?.join(', ');
  return { action, by: by ?? null, target: target ?? null, reason: reason ?? null };
}
