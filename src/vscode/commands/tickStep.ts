import { actOnStep } from '../git/actOnStep';
import type { RunCommand } from './runCommand';

/** `Changebook: Tick Step…` */
export const tickStep: RunCommand = ({ sessions }, asked, ...more) =>
  actOnStep(sessions, 'tick', asked, ...more);
