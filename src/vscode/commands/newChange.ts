import { makeChange } from '../newChange/makeChange';
import type { RunCommand } from './runCommand';

/** `Changebook: New Change…` */
export const newChange: RunCommand = ({ sessions }, asked) => makeChange(sessions, asked, false);
