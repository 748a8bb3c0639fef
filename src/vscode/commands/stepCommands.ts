import type { StepActionName } from '../../core/actions/stepKind';
import { actOnStep } from '../git/actOnStep';
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
