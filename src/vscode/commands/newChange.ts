import { makeChange } from '../newChange/makeChange';
import type { RunCommand } from './runCommand';

/** `Changebook: New Change…` */
export const newChange: RunCommand = ({ sessions }, asked) => makeChange(sessions, asked, false);

/** `Changebook: New Change from Procedure…`: the same, with the steps of a procedure. */
export const newChangeFromProcedure: RunCommand = ({ sessions }, asked) => makeChange(sessions, asked, true);
