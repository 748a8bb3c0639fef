import { makeHotfix } from '../newChange/makeHotfix';
import type { RunCommand } from './runCommand';

/** `Changebook: New Emergency Fix…`: an emergency that may be deployed once somebody else approves it. */
export const newHotfix: RunCommand = ({ sessions }, asked) => makeHotfix(sessions, asked);
