import * as vscode from 'vscode';
import { stepToTick } from '../../core/actions/stepChoice';
import type { Step } from '../../core/model/parse/step';
import { alternativesOf } from '../../core/model/parse/stepGates';
import { actOnStep, changeWithSteps, pickAmong, questionsOn, runStep } from '../git/actOnStep';
import type { ActionResult } from '../git/commitInEditor';
import { committedHere } from '../git/committedHere';
import { actedOn, nameOf } from '../git/recordAction';
import { StepEvidence } from '../git/stepEvidence';
import { stepTurns } from '../git/turns';
import { unanswered } from '../input/askAnswers';
import { commandArguments } from '../input/commandArguments';
import type { Sessions } from '../session/sessions';
import type { RunCommand } from './runCommand';

/** `Changebook: Tick Step…` */
export const tickStep = acting('tick');

/** `Changebook: Tick Step with Evidence File…` */
export const tickStepWithFile = acting('tickWithFile');

/** `Changebook: Untick Step…` */
export const untickStep = acting('untick');

/** `Changebook: Mark Step Not Applicable…` */
export const skipStep = acting('skip');

function acting(deed: Parameters<typeof actOnStep>[1]): RunCommand {
  return ({ sessions }, asked, ...more) => stepTurns.take(() => actOnStep(sessions, deed, asked, ...more));
}

/** `Changebook: Tick Next Step`: ticks the first open step that no gate keeps back, as one commit. */
export const tickNextStep: RunCommand = ({ sessions }, asked, more) =>
  stepTurns.take(() => tickNext(sessions, asked, more));

async function tickNext(
  sessions: Sessions,
  asked: unknown,
  more: unknown,
): Promise<ActionResult | undefined> {
  const args = commandArguments(asked, more);
  const target = await changeWithSteps(sessions, args.record);
  if (!target) return undefined;
  const next = stepToTick(actedOn(target), await committedHere(target));
  if (next) {
    const among = alternativesOf(next, target.record.body.steps);
    const evidence = new StepEvidence(target, args);
    const follows = (step: Step): number => unanswered(args, questionsOn(step, 'tick', evidence));
    const step = among.length > 1 ? await pickAmong(target, among, follows) : next;
    return step && runStep(target, step, 'tick', args);
  }
  const message = vscode.l10n.t('{0}: no step is open that could be ticked now.', nameOf(target));
  void vscode.window.showInformationMessage(message);
  return undefined;
}
