import { makeChange } from '../newChange/makeChange';
import type { RunCommand } from './runCommand';

/** `Changebook: New Change from Procedure…`: the same as `New Change…`, with the steps of a procedure. */
export const newChangeFromProcedure: RunCommand = ({ sessions }, asked) => makeChange(sessions, asked, true);
