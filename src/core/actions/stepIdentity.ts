import type { Step } from '../model/parse/step';

/** What a step is recognised by in another state of its record. */
export interface StepIdentity {
  readonly path: readonly string[];
  readonly text: string;
  /** Which of the steps with this path and text it is, from 0. */
  readonly ordinal: number;
  /** Its name, where it has one that no other step of the record has: it survives rewording. */
  readonly name?: string;
}

/** Says what a step of a record is recognised by. */
export function identityOf(step: Step, steps: readonly Step[]): StepIdentity {
  const ordinal = equalSteps(step, steps).indexOf(step);
  const named = step.name !== undefined && steps.filter(({ name }) => name === step.name).length === 1;
  return { path: step.path, text: step.text, ordinal, ...(named && step.name ? { name: step.name } : {}) };
}

/**
 * Finds a step again: by its name, else by heading path, text and ordinal.
 *
 * @returns the step, or undefined where it is gone or reads differently
 */
export function stepWith(identity: StepIdentity, steps: readonly Step[]): Step | undefined {
  const named = identity.name === undefined ? [] : steps.filter(({ name }) => name === identity.name);
  if (named.length === 1) return named[0];
  return equalSteps(identity, steps)[identity.ordinal];
}

function equalSteps({ path, text }: Pick<Step, 'path' | 'text'>, steps: readonly Step[]): Step[] {
  return steps.filter((other) => other.text === text && samePath(other.path, path));
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((title, index) => title === b[index]);
}
