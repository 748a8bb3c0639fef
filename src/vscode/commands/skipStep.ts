import { actOnStep } from '../git/actOnStep';
import type { RunCommand } from './runCommand';

/** `Changebook: Mark Step Not Applicable…` */
export const skipStep: RunCommand = ({ sessions }, asked, ...more) =>
  actOnStep(sessions, 'skip', asked, ...more);
