import * as vscode from 'vscode';
import { stepToTick } from '../../core/actions/stepChoice';
import type { StepActionName } from '../../core/actions/stepKind';
import { actOnStep, changeWithSteps, runStep } from '../git/actOnStep';
import { committedHere } from '../git/committedHere';
import { actedOn, nameOf } from '../git/recordAction';
import { commandArguments } from '../input/commandArguments';
import type { RunCommand } from './runCommand';

/** `Changebook: Tick Step…` */
export const tickStep = acting('tick');

/** `Changebook: Untick Step…` */
export const untickStep = acting('untick');

/** `Changebook: Mark Step Not Applicable…` */
export const skipStep = acting('skip');

function acting(action: StepActionName): RunCommand {
  return ({ sessions }, asked, ...more) => actOnStep(sessions, action, asked, ...more);
}

/** `Changebook: Tick Next Step`: ticks the first open step that no gate keeps back, as one commit. */
export const tickNextStep: RunCommand = async ({ sessions }, asked, more) => {
  const args = commandArguments(asked, more);
  const target = await changeWithSteps(sessions, args.record);
  if (!target) return undefined;
  const step = stepToTick(actedOn(target), await committedHere(target));
  if (step) return runStep(target, step, 'tick', args);
  const message = vscode.l10n.t('{0}: no step is open that could be ticked now.', nameOf(target));
  void vscode.window.showInformationMessage(message);
  return undefined;
};
