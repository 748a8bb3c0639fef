import type { Step } from '../model/parse/step';
import { boxEdit } from './stepEdits';
import type { StepKind, StepQuestion } from './stepKind';

/** Ticks a step: one character changes. Gates of the procedure keep it back, and nothing else that is wrong does. */
export const tick: StepKind = {
  name: 'tick',
  leaves: 'ticked',
  inTheWay: { skipped: 'stepSkipped' },
  already: 'alreadyTicked',
  waits: true,
  undone: true,
  asks: evidenceFor,
  edits: (step) => [boxEdit(step, true)],
};

const evidence: StepQuestion = {
  name: 'evidence',
  prompt: {
    en: 'What proves it? A link, a figure, or a file',
    es: '¿Qué lo demuestra? Un enlace, una cifra o un fichero',
  },
  missing: 'evidenceMissing',
};

/** The question for what shows that a step is done, or that it does not apply, where the step asks for it. */
export function evidenceFor(step: Step): readonly StepQuestion[] {
  return step.evidence ? [evidence] : [];
}
