import { plainName } from '../text/plainName';
import type { Body, Step } from './step';

/**
 * Marks the steps that do not apply because another one of their choice is ticked. Nothing is written on them: untick that
 * one, and they apply again. A choice of the rollback is another one than that of the deployment, whatever its name.
 */
export function markChoices(body: Body): Body {
  const chosen = new Set<string>();
  for (const step of body.steps) if (step.choice !== undefined && isChosen(step)) chosen.add(choiceKey(step));
  if (chosen.size === 0) return body;
  const steps = body.steps.map((step): Step => {
    const left = step.choice !== undefined && !step.checked && chosen.has(choiceKey(step));
    return left ? { ...step, notChosen: true } : step;
  });
  return { ...body, steps };
}

/** What the steps of one choice have in common. */
export function choiceKey({
  choice,
  rollback,
}: {
  readonly choice?: unknown;
  readonly rollback?: unknown;
}): string {
  return `${rollback === undefined ? '' : '<'}${plainName(String(choice))}`;
}

/** Whether a step is the one that was chosen. */
export function isChosen({ checked, applicable }: Pick<Step, 'checked' | 'applicable'>): boolean {
  return checked && applicable;
}
