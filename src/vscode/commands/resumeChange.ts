import { commandArguments } from '../input/commandArguments';
import { moveChange } from '../moves/moveChange';
import type { RunCommand } from './runCommand';

/** `Changebook: Resume Change`: back to where it was before it was put on hold. */
export const resumeChange: RunCommand = ({ sessions }, asked, more) =>
  moveChange(sessions, commandArguments(asked, more), (plans) =>
    plans.find(({ move }) => move.kind === 'resume'),
  );
