import { committedStepActions } from '../actions/stepAction';
import type { Step } from '../model/parse/step';
import { stepLabel } from '../model/parse/stepLabel';
import type { AuditEvent } from './auditEvent';

/** The last event of a step, found by its headings and text, else by its text alone, as headings may be renamed. */
export function lastStepEvent(step: Step, events: readonly AuditEvent[]): AuditEvent | undefined {
  const told = events.filter(({ action, step: about }) => about && committedStepActions.has(action));
  const label = stepLabel(step);
  return (
    told.findLast(({ step: about }) => about && stepLabel(about) === label) ??
    told.findLast(({ step: about }) => about?.text === step.text)
  );
}
