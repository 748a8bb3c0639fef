import { actOnStep } from '../git/actOnStep';
import type { RunCommand } from './runCommand';

/** `Changebook: Untick Step…` */
export const untickStep: RunCommand = ({ sessions }, asked, ...more) =>
  actOnStep(sessions, 'untick', asked, ...more);
