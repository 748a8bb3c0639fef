import { commandArguments } from '../input/commandArguments';
import { moveChange } from '../moves/moveChange';
import type { RunCommand } from './runCommand';

/** `Changebook: Put on Hold…`: aside, with a reason. */
export const holdChange: RunCommand = ({ sessions }, asked, more) =>
  moveChange(sessions, commandArguments(asked, more), (plans) =>
    plans.find(({ move }) => move.kind === 'hold'),
  );
