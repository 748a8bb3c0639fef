import type { Step } from '../model/parse/step';
import { stepLabel } from '../model/parse/stepLabel';
import type { AuditEvent } from './auditEvent';

const ofSteps = new Set(['tick', 'untick', 'skip', 'unskip']);

/** What happened to a step last: by its headings and text, else by its text, whose heading may have been renamed. */
export function lastStepEvent(step: Step, events: readonly AuditEvent[]): AuditEvent | undefined {
  const told = events.filter(({ action, step: about }) => about && ofSteps.has(action));
  const label = stepLabel(step);
  return (
    told.findLast(({ step: about }) => about && stepLabel(about) === label) ??
    told.findLast(({ step: about }) => about?.text === step.text)
  );
}
