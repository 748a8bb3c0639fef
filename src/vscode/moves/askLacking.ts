import * as vscode from 'vscode';
import type { Lack, MoveWords, PlannedMove } from '../../core/actions/planMove';
import { outcomeChoice } from '../../core/model/vocabulary/choices';
import { stateName } from '../../core/model/vocabulary/stateName';
import { withSpaces } from '../../core/model/vocabulary/vocabulary';
import type { EditableChange } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import { nameOf } from '../git/recordAction';
import { unanswered } from '../input/askAnswers';
import { askQuestions, type InputQuestion } from '../input/askQuestions';
import type { CommandArguments } from '../input/commandArguments';

/** Asks in steps for what the move needs and nobody said; undefined when the user gives up. */
export async function askLacking(
  target: EditableChange,
  plan: PlannedMove,
  args: CommandArguments,
): Promise<MoveWords | undefined> {
  const title = vscode.l10n.t('{0} to “{1}”', nameOf(target), withSpaces(stateName(plan.move.to, language)));
  const asked = await askQuestions(title, args, lackingQuestions(target, plan, args));
  if (!asked || asked.confirm === 'no') return undefined;
  return { reason: args.text('reason'), outcome: args.text('outcome'), ...asked };
}

/** How many questions come before a move, but for what a call answers. */
export function questionsBefore(target: EditableChange, plan: PlannedMove, args: CommandArguments): number {
  return unanswered(args, lackingQuestions(target, plan, args));
}

function lackingQuestions(
  target: EditableChange,
  plan: PlannedMove,
  args: CommandArguments,
): InputQuestion[] {
  const questions = plan.lacks.flatMap((lack) => (lack === 'frontMatter' ? [] : questionFor(lack, plan)));
  // There is no way back from it, so whoever only presses Enter leaves the change as it is.
  const sure = plan.move.kind === 'end' && plan.lacks.includes('reason') && !args.text('reason');
  return sure ? [...questions, confirmation(target)] : questions;
}

function confirmation(target: EditableChange): InputQuestion {
  const keep = { label: vscode.l10n.t('Leave it as it is'), value: 'no' };
  const cancel = { label: vscode.l10n.t('Cancel {0}', nameOf(target)), value: 'yes' };
  return {
    name: 'confirm',
    prompt: vscode.l10n.t('A cancelled change cannot be opened again.'),
    choices: [keep, cancel],
  };
}

function questionFor(lack: Exclude<Lack, 'frontMatter'>, { move }: PlannedMove): InputQuestion {
  if (lack === 'reason') {
    const hold = vscode.l10n.t('Why is it put on hold?');
    return { name: lack, prompt: move.kind === 'hold' ? hold : vscode.l10n.t('Why is it cancelled?') };
  }
  if (lack === 'requester')
    return { name: lack, prompt: vscode.l10n.t('Which user of the customer asks for it?') };
  const choices = Object.entries(outcomeChoice.choices).map(([outcome, [es, meaning]]) => ({
    label: meaning[language],
    description: withSpaces(language === 'es' ? es : outcome),
    value: outcome,
  }));
  return { name: lack, prompt: vscode.l10n.t('How did it end?'), choices };
}
