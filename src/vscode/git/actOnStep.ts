import * as vscode from 'vscode';
import { findStep } from '../../core/actions/findStep';
import { refusalText } from '../../core/actions/refusals';
import { stateOf, stepKinds } from '../../core/actions/stepAction';
import { planStep } from '../../core/actions/stepChange';
import { identityOf, stepWith } from '../../core/actions/stepIdentity';
import type { StepActionName, StepQuestion } from '../../core/actions/stepKind';
import { withoutLinks } from '../../core/language/plainText';
import { stepFacts } from '../../core/language/stepFacts';
import { goesBack } from '../../core/model/parse/goesBack';
import type { Step } from '../../core/model/parse/step';
import { isOpenStep, leadsBack } from '../../core/model/parse/stepGates';
import { commandIds } from '../commandIds';
import { changeFor, type EditableChange, recordFor } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import { askAnswers, unanswered } from '../input/askAnswers';
import { type CommandArguments, commandArguments } from '../input/commandArguments';
import { NothingChangedError } from '../input/nothingChangedError';
import { pickOne } from '../input/pickOne';
import { titleAbout } from '../input/wayBack';
import { isStepNode } from '../pending/pendingNodes';
import { stepIcons } from '../pending/treeItem';
import type { Sessions } from '../session/sessions';
import type { ActionResult } from './commitInEditor';
import { tell } from './faultOffers';
import { actedOn, nameOf, runAction } from './recordAction';
import { StepEvidence } from './stepEvidence';

/** What a command does to a step; ticking it may begin with the file that shows that it is done. */
type StepDeed = StepActionName | 'tickWithFile';

/**
 * `Tick Step…`, `Tick Step with Evidence File…`, `Untick Step…`, `Mark Step Not Applicable…`: on the step that a view shows, or that of a line, where one
 * is given; else on one that the user picks.
 */
export async function actOnStep(
  sessions: Sessions,
  deed: StepDeed,
  asked: unknown,
  ...[line, more]: unknown[]
): Promise<ActionResult | undefined> {
  const action = deed === 'tickWithFile' ? 'tick' : deed;
  const args = commandArguments(asked, typeof line === 'object' ? line : more);
  const target = await changeWithSteps(sessions, args.record);
  if (!target) return undefined;
  const named = typeof line === 'number' ? `L${line + 1}` : args.text('step');
  const shown = stepShown(target, asked) ?? (named === undefined ? undefined : stepNamed(target, named));
  const evidence = new StepEvidence(target, args);
  const follows = (step: Step): number =>
    deed === 'tickWithFile' ? 0 : unanswered(args, questionsOn(step, action, evidence));
  const step = shown ?? (await pickStep(target, action, follows));
  if (!step) return undefined;
  if (deed === 'tickWithFile' && !(await evidence.pickFirst())) return undefined;
  return runStep(target, step, action, args, evidence);
}

/** The step that a view showed, wherever it stands by now: its line may have become another step's. */
function stepShown(target: EditableChange, asked: unknown): Step | undefined {
  if (!isStepNode(asked)) return undefined;
  const step = stepWith(identityOf(asked.step, asked.steps), target.record.body.steps);
  if (!step) throw new NothingChangedError(vscode.l10n.t('this step is no longer in the record'));
  return step;
}

/** The step that a call names: by number, line, name or text, as on the command line. */
function stepNamed(target: EditableChange, named: string): Step {
  const { body, lines } = target.record;
  const found = findStep(body.steps, named, (step) => lines.lineAt(step.range.end));
  if (found.kind === 'found') return found.step;
  if (found.kind === 'none')
    throw new NothingChangedError(vscode.l10n.t('{0} has no such step.', nameOf(target)));
  throw new NothingChangedError(
    vscode.l10n.t('“{0}” may be any of {1} steps', named, found.candidates.length),
  );
}

/** A procedure is a template: instead of ticking its steps, a change is made from it. */
export async function changeWithSteps(
  sessions: Sessions,
  asked: unknown,
): Promise<EditableChange | undefined> {
  const named = await recordFor(sessions, asked);
  // Which step it is, at least.
  if (named?.record.type !== 'procedure') return changeFor(sessions, asked, 1);
  const { uri } = named.document;
  const refusal = { code: 'procedureStep', args: { record: nameOf(named) } } as const;
  const make = vscode.l10n.t('New change from it…');
  void tell('warning', refusalText(refusal, language, undefined, 'editor'), [
    { title: make, run: () => vscode.commands.executeCommand(commandIds.newChangeFromProcedure, uri) },
  ]);
  return undefined;
}

async function pickStep(
  target: EditableChange,
  action: StepActionName,
  follows: (step: Step) => number,
): Promise<Step | undefined> {
  const isBack = goesBack(target.record.data);
  const steps = target.record.body.steps
    .filter((step) => (action === 'untick' ? stateOf(step) !== 'open' : isOpenStep(step)))
    .filter((step) => action !== 'tick' || isBack || !leadsBack(step));
  return pickAmong(target, steps, follows);
}

/**
 * Asks which of some steps is meant.
 *
 * @param follows how many questions come after a step
 */
export async function pickAmong(
  target: EditableChange,
  steps: readonly Step[],
  follows: (step: Step) => number,
): Promise<Step | undefined> {
  const items = steps.map((step) => ({
    label: `$(${stepIcons[stateOf(step)]}) ${withoutLinks(step.text)}`,
    description: [step.path.slice(1).join(' › '), ...stepFacts(step, stateOf(step) === 'open', language)]
      .filter(Boolean)
      .join(' · '),
    step,
  }));
  const none = vscode.l10n.t('{0} has no such step.', nameOf(target));
  const title = titleAbout(nameOf(target));
  const placeHolder = vscode.l10n.t('Which step?');
  const more = ({ step }: { readonly step: Step }): number => follows(step);
  return (await pickOne(items, none, { title, placeHolder, more, matchOnDescription: true }))?.step;
}

/** What an action asks of a step, where no file stands for its evidence. */
export function questionsOn(
  step: Step,
  action: StepActionName,
  evidence: Pick<StepEvidence, 'isGiven'>,
): readonly StepQuestion[] {
  return stepKinds[action].asks(step).filter(({ name }) => name !== 'evidence' || !evidence.isGiven);
}

/** One action, one commit; whatever keeps it from being made is told in one sentence. */
export async function runStep(
  target: EditableChange,
  step: Step,
  action: StepActionName,
  args: CommandArguments,
  evidence = new StepEvidence(target, args),
): Promise<ActionResult | undefined> {
  const questions = questionsOn(step, action, evidence);
  const asked = await askAnswers(step.text, args, questions, { evidence: evidence.attaching });
  if (!asked) return undefined;
  const said = { reason: args.text('reason'), evidence: args.text('evidence'), ...asked };
  const words =
    action === 'untick' ? { ...said, file: await evidence.takenBack(step) } : await evidence.words(said);
  if ('refusal' in words) {
    const message = refusalText(words.refusal, language, undefined, 'editor');
    void tell('warning', message, []);
    return { outcome: 'refused', code: words.refusal.code, message };
  }
  return runAction(target, planStep(actedOn(target), action, step, words));
}
