import { applicableEdits, boxEdit } from './stepEdits';
import type { StepKind } from './stepKind';

/** Opens a step again, ticked or not applicable. Behind it there may have been a reason that only the text before knows. */
export const untick: StepKind = {
  name: 'untick',
  ofSkipped: 'unskip',
  leaves: 'open',
  inTheWay: {},
  already: 'alreadyOpen',
  asks: () => [],
  edits: (step, source) => (step.applicable ? [boxEdit(step, false)] : applicableEdits(step, source)),
};
