import type { ActedOn, RefusedAction } from '../../core/actions/action';
import type { StepActionName } from '../../core/actions/stepKind';
import type { Step } from '../../core/model/parse/step';
import type { ActionReport, ReportedStep } from '../../core/report/actionReport';

/** What a report tells of a step before anything is done to it. */
export function aboutStep(
  on: ActedOn,
  action: StepActionName,
  found: Step | RefusedAction | undefined,
): Partial<ActionReport> {
  const [step, candidates = []] = found && 'refusal' in found ? [undefined, found.candidates] : [found];
  return {
    action,
    step: step ? reported(step, on) : null,
    commit: null,
    subject: null,
    progress: null,
    candidates: candidates.map((candidate) => reported(candidate, on)),
  };
}

/** A step as reports name it. */
export function reported(step: Step, { record }: ActedOn): ReportedStep {
  const { text, path, name, line } = step;
  const ordinal = record.body.steps.indexOf(step) + 1;
  return { ordinal, line: line + 1, text, path: [...path], ...(name ? { name } : {}) };
}
