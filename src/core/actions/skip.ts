import { oneLineValue } from '../model/text/oneLineValue';
import { notApplicableEdits } from './stepEdits';
import type { StepKind, StepQuestion } from './stepKind';
import { evidenceFor } from './tick';

const reason: StepQuestion = {
  name: 'reason',
  prompt: { en: 'Why does it not apply?', es: '¿Por qué no se aplica?' },
  missing: 'reasonMissing',
};

/** Marks a step as not applicable, with the reason in its text. */
export const skip: StepKind = {
  name: 'skip',
  leaves: 'skipped',
  inTheWay: { ticked: 'stepTicked' },
  already: 'alreadySkipped',
  undone: true,
  asks: (step) => [reason, ...evidenceFor(step)],
  edits: (step, source, { reason: why = '' }) => notApplicableEdits(step, source, why),
  differs: (step, words) => step.reason !== oneLineValue(words.reason ?? ''),
};
