import { adoptFile } from '../adopt/adoptFile';
import type { RunCommand } from './runCommand';

/** `Changebook: Adopt as Procedure…`: makes a procedure of the markdown file that it is called with, or that is open. */
export const adopt: RunCommand = ({ sessions }, asked) => adoptFile(sessions, asked);
